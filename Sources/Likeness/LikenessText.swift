/// A text to compare with others.
public struct LikenessText: Sendable {
  /// A piece of it.
  public struct Part: Sendable {
    /// What was written.
    public let text: String
    /// How much a word in it counts, against 1 for running text.
    public let weight: Double

    /// Makes a piece.
    public init(_ text: String, weight: Double = 1) {
      self.text = text
      self.weight = weight
    }
  }

  /// What the caller knows it by; unique among the texts that are compared.
  public let id: String
  /// Its ISO 639-1 code, by which its words are stemmed.
  public let language: String
  /// Its pieces.
  public let parts: [Part]

  /// Makes a text of pieces.
  public init(id: String, language: String, parts: [Part]) {
    self.id = id
    self.language = language
    self.parts = parts
  }
}
