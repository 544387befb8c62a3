/// Running text: pieces in a row.
typealias Text = [Inline]

/// A piece of running text.
enum Inline: Hashable, Sendable {
  /// Our own words.
  case text(String)
  /// What someone wrote, in whatever language and direction; line ends are kept.
  case told(String)
  /// Our own words, with weight.
  case strong(String)
  /// What someone wrote, with weight.
  case strongTold(String)
  /// Small words beside the main ones.
  case faint(String)
  /// "verhaal 12", leading to that entry where the document holds it.
  case reference(number: Int64, label: String)
  /// The end of a line inside a text.
  case lineEnd
}

extension Inline: Encodable {
  private enum CodingKeys: String, CodingKey { case kind, text, number }

  /// Writes `{"kind","text","number"?}`, which the PDF's template walks.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(plain, forKey: .text)
    if case .reference(let number, _) = self { try container.encode(number, forKey: .number) }
  }

  private var kind: String {
    switch self {
    case .text: "text"
    case .told: "told"
    case .strong: "strong"
    case .strongTold: "strongTold"
    case .faint: "faint"
    case .reference: "reference"
    case .lineEnd: "lineEnd"
    }
  }

  /// The words without their dress.
  var plain: String {
    switch self {
    case .text(let text), .told(let text), .strong(let text), .strongTold(let text), .faint(let text),
      .reference(_, let text):
      text
    case .lineEnd: "\n"
    }
  }
}

extension Text {
  /// Our own words only.
  static func plain(_ text: String) -> Text { [.text(text)] }

  /// Someone's words only.
  static func told(_ text: String) -> Text { [.told(text)] }

  /// The texts in one, with a separator between them.
  static func joined(_ texts: [Text], by separator: String) -> Text {
    var result: Text = []
    for text in texts {
      if !result.isEmpty { result.append(.text(separator)) }
      result += text
    }
    return result
  }
}
