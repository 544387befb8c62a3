/// The query of a request target, decoded when asked for.
public struct HTTPQuery: Sendable, Hashable {
  private let raw: String

  /// Makes a query of the text behind the question mark, as sent; empty for none.
  public init(_ raw: String = "") {
    self.raw = raw
  }

  /// The first value of the name; nil where it does not occur, empty where it has no value.
  public func first(_ name: String) -> String? {
    all(name).first
  }

  /// Every value of the name, in their order.
  ///
  /// A pair with broken percent-encoding or broken UTF-8 is passed over.
  public func all(_ name: String) -> [String] {
    guard !raw.isEmpty else { return [] }
    return raw.utf8.split(separator: UInt8(ascii: "&")).compactMap { pair in
      let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = sides.first, decode(key) == name else { return nil }
      return sides.count == 2 ? decode(sides[1]) : ""
    }
  }

  /// Every name with its value, in their order; passes over the same pairs as `all`.
  public var pairs: [(name: String, value: String)] {
    raw.utf8.split(separator: UInt8(ascii: "&")).compactMap { pair in
      let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decode(sides[0]), let value = sides.count == 2 ? decode(sides[1]) : "" else { return nil }
      return (name, value)
    }
  }

  private func decode(_ bytes: some Sequence<UInt8>) -> String? {
    percentDecoded(bytes, plusIsSpace: true).flatMap { String(validating: $0, as: UTF8.self) }
  }
}
