/// A header's value with its parameters, as in `form-data; name="photo"`.
public struct FieldValue: Sendable, Hashable {
  /// What stands before the first semicolon, in small letters.
  public let value: String
  /// The parameters, their names in small letters, quotes and their escapes removed; the first of a name counts.
  public let parameters: [String: String]

  /// Reads a value; a parameter that makes no sense is passed over.
  public init(_ text: String) {
    var pieces = Self.pieces(Array(text.utf8))[...]
    value = Self.trimmed(pieces.popFirst() ?? []).lowercased()
    var parameters: [String: String] = [:]
    for piece in pieces {
      guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = Self.trimmed(piece[..<equals]).lowercased()
      if parameters[name] == nil { parameters[name] = Self.unquoted(Self.trimmed(piece[(equals + 1)...])) }
    }
    self.parameters = parameters
  }

  /// The text between semicolons that do not stand in quotes.
  private static func pieces(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        pieces.append(bytes[start..<index])
        start = index + 1
      }
    }
    return pieces + [bytes[start...]]
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let front = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let back = front.reversed().drop { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: back.reversed(), as: UTF8.self)
  }

  private static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}
