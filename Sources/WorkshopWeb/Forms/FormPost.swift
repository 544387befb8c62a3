import HTTPServer
import Workshop

/// What a plain form of ours sent, urlencoded or multipart, with its token checked.
struct FormPost: Sendable {
  private let values: [String: [String]]

  /// Reads a form.
  ///
  /// Throws `.wrongMediaType` for what is no form, `.unreadable` for a damaged one, `StaleForm` for one whose token is of
  /// an earlier run of the server, or of nobody.
  init(_ call: Call) throws {
    let pairs = try call.request.formPairs()
    values = pairs.reduce(into: [:]) { $0[$1.name, default: []].append($1.value) }
    guard call.application.pages.formToken.matches(self["csrf"]) else { throw StaleForm(pairs: pairs) }
  }

  /// The first value of a name, as sent; empty where there is none.
  subscript(name: String) -> String { values[name]?.first ?? "" }

  /// Every value of a name, in the order of the form.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// Whether the form had a field or a button of this name.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The version of what was edited, as the form was drawn with; nil where it names none.
  var version: Int? { Int(self["version"]) }

  /// What was typed, as a draft; `row` names the thing that a row of a longer form is about.
  func draft<Draft: FormDraft>(_ type: Draft.Type = Draft.self, row: String? = nil) -> Draft {
    var typed = Typed<Draft.Field>()
    for field in Draft.Field.allCases {
      if let sent = values[row.map { "\($0).\(field.rawValue)" } ?? field.rawValue] { typed[all: field] = sent }
    }
    return Draft(typed)
  }
}

extension FormPost {
  /// What the form was opened with, as a draft; nil where it does not say, as a form that was shown again.
  func seen<Draft: FormDraft>(_ type: Draft.Type = Draft.self, row: String? = nil) -> Draft? {
    let parts = all("seen").compactMap(SeenValues.read)
    guard !parts.isEmpty else { return nil }
    let sent = parts.reduce(into: [:]) { $0.merge($1) { $1 } }
    var typed = Typed<Draft.Field>()
    for field in Draft.Field.allCases {
      if let was = sent[row.map { "\($0).\(field.rawValue)" } ?? field.rawValue] { typed[all: field] = was }
    }
    return Draft(typed)
  }
}

/// A form whose token is not this server's: what was typed is given back, to be sent once more.
struct StaleForm: Error {
  let pairs: [(name: String, value: String)]
}

extension HTTPRequest {
  /// A form has many fields where a list is edited, and no files.
  private static let mostParts = 1_000

  fileprivate func formPairs() throws -> [(name: String, value: String)] {
    if isMultipart {
      let type = head.headers["Content-Type"] ?? ""
      return try Multipart.parse(body, contentType: type, maximumParts: Self.mostParts).map { part in
        guard let text = part.text else { throw Problem.unreadable }
        return (part.name, text)
      }
    }
    guard isURLEncoded else { throw Problem.wrongMediaType }
    guard let text = String(validating: body, as: UTF8.self) else { throw Problem.unreadable }
    return HTTPQuery(text).pairs
  }
}
