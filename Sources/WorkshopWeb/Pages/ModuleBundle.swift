import Foundation

/// Puts the phone's modules into one script, so that the page arrives whole in one answer.
///
/// The modules keep to a plain form, which makes this a matter of lines: imports are one line each and name nothing
/// anew, exports stand at the beginning of a line, and no two modules share a top-level name. Comments and indentation
/// stay behind, since they weigh on every phone.
struct ModuleBundle {
  /// What is wrong with a module, with its path.
  struct Fault: Error {
    let path: String
  }

  private let folder: URL
  private var script = ""
  private var seen: Set<String> = []

  /// The scripts of several pages' parts, in order: each holds a module and all it imports that no part before it holds.
  static func scripts(in folder: URL, from entries: [String]) throws -> [String] {
    var bundle = ModuleBundle(folder: folder)
    return try entries.map { entry in
      bundle.script = ""
      try bundle.add(entry)
      return bundle.script
    }
  }

  private init(folder: URL) {
    self.folder = folder
  }

  private mutating func add(_ name: String) throws {
    guard seen.insert(name).inserted else { return }
    let url = folder.appendingPathComponent(name)
    guard let source = try? String(contentsOf: url, encoding: .utf8) else { throw Fault(path: url.path) }
    var own = ""
    var isInComment = false
    for line in source.split(separator: "\n") {
      let text = line.drop { $0 == " " || $0 == "\t" }
      if isInComment || text.hasPrefix("/*") {
        isInComment = !text.contains("*/")
      } else if text.hasPrefix("import "), let imported = Self.imported(String(text)) {
        try add(imported)
      } else if !text.hasPrefix("//"), !text.isEmpty {
        own += text.hasPrefix("export ") ? text.dropFirst("export ".count) : text
        own += "\n"
      }
    }
    script += own
  }

  /// The file name in `import { a } from "./name.js";`.
  private static func imported(_ line: String) -> String? {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].hasPrefix("./") else { return nil }
    return String(parts[1].dropFirst(2))
  }
}
