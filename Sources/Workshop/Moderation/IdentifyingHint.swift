/// A place in a text that seems to say who somebody is or how to find them; a suggestion to a moderator, and no verdict.
public struct IdentifyingHint: Hashable, Sendable {
  /// What seems to stand there; the raw value is the key of its words.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case name, telephone, online, address, register, plate
  }

  /// What it seems to be.
  public let kind: Kind
  /// Where it begins, counted in UTF-16 as browsers do.
  public let start: Int
  /// How long it is, in UTF-16.
  public let length: Int
  /// The words themselves.
  public let text: String

  /// The first place behind it.
  var end: Int { start + length }

  /// Marks a place.
  public init(kind: Kind, start: Int, length: Int, text: String) {
    self.kind = kind
    self.start = start
    self.length = length
    self.text = text
  }
}
