import Workshop

/// Reads the JSON that `JSONText` writes: objects and lists of texts, and nothing else.
///
/// Thousands of rows are read for one document, and a decoder of any JSON spends most of that time on what never stands
/// here. What it does not know (an escape by number, a number, a value of another shape) it leaves to that decoder.
struct JSONTextReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// The answers of a contribution.
  static func body(_ text: String) throws -> Body {
    try read(text) { $0.body() } ?? StoredJSON.value(Body.self, from: text)
  }

  /// A list of texts.
  static func list(_ text: String) throws -> [String] {
    try read(text) { $0.list() } ?? StoredJSON.value([String].self, from: text)
  }

  /// What an edit of themes changed: hundreds of cards move in one.
  static func changes(_ text: String) throws -> [ThemeChange] {
    try read(text) { $0.moves() } ?? StoredJSON.value([ThemeChange].self, from: text)
  }

  private static func read<Value>(_ text: String, _ value: (inout JSONTextReader) -> Value?) -> Value? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = JSONTextReader(bytes: bytes)
      guard let found = value(&reader), reader.at == bytes.count else { return nil }
      return found
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func body() -> Body? {
    var body: Body = [:]
    let isWhole = object { reader, field in
      guard let value = reader.value() else { return false }
      body[FieldID(field)] = value
      return true
    }
    return isWhole ? body : nil
  }

  private mutating func value() -> FieldValue? {
    switch peek {
    case UInt8(ascii: "\""): text().map(FieldValue.text)
    case UInt8(ascii: "["): list().map(FieldValue.list)
    case UInt8(ascii: "{"): assessment().map(FieldValue.assessment)
    default: nil
    }
  }

  private mutating func assessment() -> [String: CriterionAnswer]? {
    var answers: [String: CriterionAnswer] = [:]
    let isWhole = object { reader, criterion in
      var parts: [String: String] = [:]
      let isAnswer = reader.object { reader, name in
        parts[name] = reader.text()
        return parts[name] != nil
      }
      guard isAnswer, let answer = parts["answer"] else { return false }
      answers[criterion] = CriterionAnswer(answer: answer, notForWhom: parts["notForWhom"] ?? "")
      return true
    }
    return isWhole ? answers : nil
  }

  private mutating func list() -> [String]? { items { $0.text() } }

  /// Only cards that went into or out of themes; nil where a theme itself changed too.
  private mutating func moves() -> [ThemeChange]? { items { $0.move() } }

  private mutating func move() -> ThemeChange? {
    var (parts, isIn): ([String: String], Bool?) = ([:], nil)
    let isMove = object { reader, name in
      name == "member"
        && reader.object { reader, name in
          if name == "isIn" {
            isIn = reader.take(word: "true") ? true : reader.take(word: "false") ? false : nil
            return isIn != nil
          }
          parts[name] = reader.text()
          return parts[name] != nil
        }
    }
    guard isMove, let isIn, let theme = parts["theme"], let contribution = parts["contribution"] else { return nil }
    return .member(theme: ThemeID(theme), contribution: ContributionID(contribution), isIn: isIn)
  }

  private mutating func items<Item>(_ item: (inout JSONTextReader) -> Item?) -> [Item]? {
    guard take("[") else { return nil }
    if take("]") { return [] }
    var items: [Item] = []
    repeat {
      guard let next = item(&self) else { return nil }
      items.append(next)
    } while take(",")
    return take("]") ? items : nil
  }

  /// Tells whether all of it was read.
  private mutating func object(_ member: (inout JSONTextReader, String) -> Bool) -> Bool {
    guard take("{") else { return false }
    if take("}") { return true }
    repeat {
      guard let name = text(), take(":"), member(&self, name) else { return false }
    } while take(",")
    return take("}")
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
    guard at < bytes.count else { return nil }
    let plain = bytes[start..<at]
    guard bytes[at] == UInt8(ascii: "\\") else {
      at += 1
      return String(decoding: plain, as: UTF8.self)
    }
    return escaped(after: plain)
  }

  private mutating func escaped(after plain: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var decoded = Array(plain)
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
        guard at < bytes.count, let byte = Self.escapes[bytes[at]] else { return nil }
        decoded.append(byte)
      } else {
        decoded.append(bytes[at])
      }
      at += 1
    }
    return take("\"") ? String(decoding: decoded, as: UTF8.self) : nil
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"),
    UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
  ]

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(word: StaticString) -> Bool {
    let end = at + word.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[at..<end].elementsEqual(wanted) else { return false }
    at = end
    return true
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: byte) else { return false }
    at += 1
    return true
  }
}
