import CSodium

/// Makes secrets; a value of its own so that tests and the sample day can make them predictable.
public struct SecretSource: Sendable {
  private let fill: @Sendable (Int) -> [UInt8]

  /// A source that fills so many bytes.
  public init(_ fill: @escaping @Sendable (Int) -> [UInt8]) {
    self.fill = fill
  }

  /// The system's random numbers.
  public static let system = SecretSource { count in
    // Sets up its random numbers once; calling it again costs nothing. Without them there can be no secrets at all.
    guard sodium_init() >= 0 else { fatalError("libsodium finds no random numbers on this system") }
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// So many secret bytes.
  public func bytes(_ count: Int) -> [UInt8] { fill(count) }

  /// A token of 160 bits, in letters and digits that survive an address.
  public func token() -> String { Alphabet.text(of: bytes(20), length: 32) }

  /// A code to type from a screen: 6 of 32 letters (QUALITY, security 6).
  public func joinCode() -> String { Alphabet.text(of: bytes(6), length: 6) }

  /// A random UUID in lower case.
  public func uuid() -> String { UUIDText.random(from: bytes(16)) }
}

/// Writes UUIDs (RFC 9562).
enum UUIDText {
  /// A UUID of version 4 with these 16 bytes as its random part, in lower case.
  static func random(from bytes: [UInt8]) -> String {
    var bytes = bytes
    bytes[6] = (bytes[6] & 0x0F) | 0x40
    bytes[8] = (bytes[8] & 0x3F) | 0x80
    let digits = Array("0123456789abcdef")
    var text = ""
    for (offset, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(offset) { text.append("-") }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }
}

/// 32 letters and digits that are not mistaken for one another when read aloud or from a screen.
public enum Alphabet {
  /// Without I, O, 0 and 1.
  public static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

  /// Five bits a letter, from the front.
  static func text(of bytes: [UInt8], length: Int) -> String {
    var text = ""
    var (buffer, bits) = (0, 0)
    for byte in bytes where text.count < length {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5, text.count < length {
        bits -= 5
        text.append(letters[(buffer >> bits) & 31])
      }
    }
    return text
  }

  /// What someone typed, in the form codes are kept in: upper case, without spaces and dashes.
  public static func normalised(_ typed: String) -> String {
    String(typed.uppercased().filter { $0.isLetter || $0.isNumber }.prefix(64))
  }
}
