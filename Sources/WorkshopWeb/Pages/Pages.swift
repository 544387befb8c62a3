import Foundation
import HTTPServer
import Mustache
import Workshop
import WorkshopStore

/// The pages and their files, read once at the start: nothing a request does reads the disk for them.
final class Pages: Sendable {
  /// What the phone gets: the same document for everybody.
  let phone: StaticAsset
  /// The files below `/assets/`, by path.
  let assets: [String: StaticAsset]
  let formToken: FormToken
  private let templates: MustacheLibrary
  let words: Catalogue

  /// Reads the resources; throws where one is missing or damaged, which is a fault of the installation.
  init(words: Catalogue, secrets: SecretSource = .system) throws {
    guard let folder = Bundle.module.resourceURL else { throw ModuleBundle.Fault(path: "Resources") }
    self.words = words
    formToken = FormToken(secrets: secrets)
    templates = MustacheLibrary(
      templates: try Self.templates(in: folder.appendingPathComponent("Pages")))
    let phone = try Self.phone(folder: folder, templates: templates, words: words)
    self.phone = phone.page
    var assets = try Self.assets(in: folder.appendingPathComponent("Assets"))
    assets["phone-later.js"] = phone.later
    assets["phone-later.css"] = phone.laterStyle
    self.assets = assets
  }

  /// The projector's page.
  func screen(_ room: LiveRoom, isSmall: Bool) -> HTTPResponse {
    var response = page(
      "screen", section: "screen",
      [
        "traject": room.trajectory.id.rawValue, "house": room.trajectory.house, "small": isSmall,
      ])
    // The console shows it in miniature.
    response.headers["Content-Security-Policy"] = SecurityHeaders.policy(
      scripts: "'self'", styles: "'self'", frames: "'self'")
    return response
  }

  /// The console's page.
  func console(_ room: LiveRoom) -> HTTPResponse {
    page(
      "console", section: "console",
      [
        "traject": room.trajectory.id.rawValue, "house": room.trajectory.house,
        "rehearsal": room.trajectory.isRehearsal,
        "gathering": (try? room.store.read { try $0.currentGathering()?.id.rawValue }).flatMap(\.self) ?? false,
      ])
  }

  /// The same address for who has no access yet: it exchanges the key of a console link.
  func locked() -> HTTPResponse {
    var response = page("home", section: "home", ["open": false, "locked": true])
    response.status = .unauthorized
    return response
  }

  /// The page to take a contribution back by its code.
  func withdraw() -> HTTPResponse {
    page("withdraw", section: "home.withdraw", [:])
  }

  /// What went wrong, as a page.
  func problem(_ problem: Problem) -> HTTPResponse {
    var response = page(
      "problem", section: "problems",
      [
        "title": words["problems.\(problem.name).title"], "detail": words["problems.\(problem.name).detail"],
        "back": words["problems.page.back"], "keyRefused": words["problems.page.keyRefused"],
      ])
    response.status = problem.status
    if let seconds = problem.retryAfter { response.headers["Retry-After"] = String(seconds) }
    return response
  }

  /// A template with the words of a section, for nobody to keep.
  func page(_ name: String, section: String, _ values: [String: Any]) -> HTTPResponse {
    var values = values
    values["language"] = words.language.rawValue
    values["text"] = Self.nested(words.section(section))
    values["words"] = Self.embedded(words.section(section))
    var response = HTTPResponse.html(templates.render(values, withTemplate: name) ?? "")
    response.headers["Cache-Control"] = "no-store"
    return response
  }

  private static func templates(in folder: URL) throws -> [String: MustacheTemplate] {
    try files(below: folder).reduce(into: [:]) { templates, file in
      let source = try String(contentsOf: file.url, encoding: .utf8)
      templates[file.url.deletingPathExtension().lastPathComponent] = try MustacheTemplate(string: source)
    }
  }

  private static func assets(in folder: URL) throws -> [String: StaticAsset] {
    try files(below: folder).filter { !$0.path.hasPrefix("phone/") }.reduce(into: [:]) { assets, file in
      let bytes = Array(try Data(contentsOf: file.url))
      assets[file.path] = asset(bytes, type: contentType(of: file.path), policy: SecurityHeaders.policy)
    }
  }

  /// The phone's page, and the script, words and style with what is only needed after its first form.
  private static func phone(
    folder: URL, templates: MustacheLibrary, words: Catalogue
  ) throws -> (page: StaticAsset, later: StaticAsset, laterStyle: StaticAsset) {
    let modules = folder.appendingPathComponent("Assets/phone")
    let scripts = try ModuleBundle.scripts(in: modules, from: ["main.js", "later.js"])
    let style = try Self.style(["Assets/common/tokens.css", "Assets/phone/phone.css"], in: folder)
    let laterStyle = try Self.style(["Assets/phone/later.css"], in: folder)
    let values: [String: Any] = [
      "style": style, "script": scripts[0], "words": embedded(words.section("phone")),
      "language": words.language.rawValue,
    ]
    let page = templates.render(values, withTemplate: "phone") ?? ""
    let policy = SecurityHeaders.policy(
      scripts: "'self' '\(hash(of: "script", in: page))'", styles: "'self' '\(hash(of: "style", in: page))'",
      frames: "'self'")
    return (
      asset(Array(page.utf8), type: "text/html; charset=utf-8", policy: policy),
      asset(
        Array("\"use strict\";later.words=\(embedded(words.section("phoneLater")));\(scripts[1])".utf8),
        type: contentType(of: "later.js"), policy: SecurityHeaders.policy),
      asset(Array(laterStyle.utf8), type: contentType(of: "later.css"), policy: SecurityHeaders.policy)
    )
  }

  /// The hash of what stands in a page's own element, as a policy names it.
  private static func hash(of element: String, in page: String) -> String {
    guard let start = page.range(of: "<\(element)>"),
      let end = page.range(of: "</\(element)>", range: start.upperBound..<page.endIndex)
    else { return "none" }
    return "sha256-" + Data(Digest.sha256(Array(page[start.upperBound..<end.lowerBound].utf8))).base64EncodedString()
  }

  /// Checked by ETag each time: an update of the server must not leave a screen with half of the old one.
  private static func asset(_ bytes: [UInt8], type: String, policy: String) -> StaticAsset {
    StaticAsset(
      contentType: type, bytes: bytes, cacheControl: "no-cache",
      headers: HTTPHeaders(SecurityHeaders.fields(policy: policy).filter { $0.name != "Cache-Control" }))
  }

  /// Style sheets as one, without their comments and indentation.
  private static func style(_ paths: [String], in folder: URL) throws -> String {
    let sheets = try paths.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    return sheets.joined(separator: "\n").replacing(/\/\*(.|\n)*?\*\//, with: "").split(separator: "\n")
      .map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Words as JSON inside a page: no text of ours can end the element it stands in.
  private static func embedded(_ section: [String: String]) -> String {
    let json = try? JSONSerialization.data(
      withJSONObject: nested(section), options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: json ?? Data(), as: UTF8.self).replacing("<", with: "\\u003c")
  }

  /// Dotted keys as objects in objects, as templates read them.
  private static func nested(_ section: [String: String]) -> [String: Any] {
    var root: [String: Any] = [:]
    for (key, text) in section { insert(text, at: key.split(separator: ".").map(String.init)[...], into: &root) }
    return root
  }

  private static func insert(_ text: String, at path: ArraySlice<String>, into object: inout [String: Any]) {
    guard let first = path.first else { return }
    guard path.count > 1 else {
      object[first] = text
      return
    }
    var inner = object[first] as? [String: Any] ?? [:]
    insert(text, at: path.dropFirst(), into: &inner)
    object[first] = inner
  }

  private static func files(below folder: URL) throws -> [(path: String, url: URL)] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.sorted().filter { URL(fileURLWithPath: $0).pathExtension != "" }
      .map { ($0, folder.appendingPathComponent($0)) }
  }

  private static func contentType(of path: String) -> String {
    switch URL(fileURLWithPath: path).pathExtension {
    case "js": "text/javascript; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "application/octet-stream"
    }
  }
}
