import Workshop

/// Writes the small JSON texts that every submission brings, keys sorted, so that the same value is always the same text.
///
/// `JSONEncoder` boxes every value and took longer to write a story than SQLite takes to store one; these few shapes are
/// written straight into bytes instead. Everything that is written rarely still goes through `StoredJSON`.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// The text of what was written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { utf8 in
      if utf8.contains(where: Self.needsEscape) {
        for byte in utf8 { appendEscaped(byte) }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func append(_ items: [String]) {
    list(items) { json, item in json.append(item) }
  }

  mutating func append(_ object: [String: String]) {
    members(object.sorted { $0.key < $1.key }) { json, value in json.append(value) }
  }

  mutating func append(_ body: Body) {
    let entries = body.map { (key: $0.key.rawValue, value: $0.value) }.sorted { $0.key < $1.key }
    members(entries) { json, value in
      switch value {
      case .text(let text): json.append(text)
      case .list(let items): json.append(items)
      case .assessment(let answers): json.append(answers)
      case .answers(let answers): json.append(answers)
      }
    }
  }

  private mutating func append(_ answers: [String: CriterionAnswer]) {
    members(answers.sorted { $0.key < $1.key }) { json, answer in
      json.append(["answer": answer.answer, "notForWhom": answer.notForWhom])
    }
  }

  private mutating func list<Item>(_ items: [Item], _ write: (inout JSONText, Item) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (offset, item) in items.enumerated() {
      if offset > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, item)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func members<Value>(
    _ entries: [(key: String, value: Value)], _ write: (inout JSONText, Value) -> Void
  ) {
    bytes.append(UInt8(ascii: "{"))
    for (offset, entry) in entries.enumerated() {
      if offset > 0 { bytes.append(UInt8(ascii: ",")) }
      append(entry.key)
      bytes.append(UInt8(ascii: ":"))
      write(&self, entry.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
    case 0..<0x20: bytes += Array("\\u00".utf8) + [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension JSONText {
  static func of(_ items: [String]) -> String {
    var json = JSONText()
    json.append(items)
    return json.text
  }

  static func of(_ object: [String: String]) -> String {
    var json = JSONText()
    json.append(object)
    return json.text
  }

  static func of(_ body: Body) -> String {
    var json = JSONText()
    json.append(body)
    return json.text
  }
}
