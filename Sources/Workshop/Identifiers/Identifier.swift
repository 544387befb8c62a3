/// A typed id: two ids of different subjects cannot be mixed up, though both are text.
public struct Identifier<Subject>: RawRepresentable, Hashable, Sendable {
  /// The id as it stands in the file, in addresses and in JSON.
  public let rawValue: String

  /// Wraps an id that is known to be well formed.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Wraps an id that is known to be well formed.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

extension Identifier: Comparable {
  /// Orders by the text of the id, so that listings are stable.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: CustomStringConvertible {
  /// The id itself.
  public var description: String { rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
  /// An id that ships with the product.
  public init(stringLiteral value: String) {
    self.rawValue = value
  }
}

extension Identifier: Codable {
  /// Reads the id from a single string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the id as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension Identifier: CodingKeyRepresentable {
  /// Lets a dictionary keyed by ids be a JSON object.
  public var codingKey: any CodingKey { IdentifierKey(stringValue: rawValue) }

  /// Reads the id back from a JSON object's key.
  public init?(codingKey: some CodingKey) {
    rawValue = codingKey.stringValue
  }
}

private struct IdentifierKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Identifier {
  /// An id from outside, which must be a lower-case UUID (8-4-4-4-12 hexadecimal digits).
  ///
  /// Returns nil where it is not: clients make these ids, so their form is checked before they are used.
  public init?(uuid text: String) {
    let bytes = text.utf8
    guard bytes.count == 36 else { return nil }
    for (offset, byte) in bytes.enumerated() {
      let isDash = offset == 8 || offset == 13 || offset == 18 || offset == 23
      let isHexadecimal = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      guard isDash ? byte == 0x2D : isHexadecimal else { return nil }
    }
    rawValue = text
  }
}
