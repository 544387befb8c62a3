/// The number on a person's badge, 1 to 9999.
///
/// A badge is all that seating knows of a person by name: what people typed that is not a plain number is no badge, so
/// nothing but numbers can come from it onto the projector.
public struct Badge: Hashable, Sendable {
  /// The numbers that fit on a badge and can be read from the back of the room.
  public static let numbers = 1...9999

  /// The number.
  public let number: Int

  /// A badge with a number; nil where it is not one of `numbers`.
  public init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  /// A badge as people type it: digits, with or without zeros or a # before them; nil for anything else.
  public init?(_ typed: String) {
    let digits = typed.trimmingSpaces().drop { $0 == "#" }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
    else { return nil }
    self.init(number)
  }
}

extension Badge: Comparable {
  /// Orders by number.
  public static func < (left: Badge, right: Badge) -> Bool { left.number < right.number }
}

extension Badge: CustomStringConvertible {
  /// The number in digits.
  public var description: String { String(number) }
}

extension Badge: Codable {
  /// Reads a badge from its number; throws where it is not one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let badge = Badge(try container.decode(Int.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a badge number")
    }
    self = badge
  }

  /// Writes the number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}
