/// Texts that are alike, with the words that make them so.
public struct LikeGroup: Hashable, Sendable {
  /// The texts, in their order.
  public let members: [String]
  /// The words it rests on as people wrote them, the weightiest first.
  public let words: [String]
  /// The mean cosine of its pairs, up to 1.
  public let likeness: Double
}

/// A text that would fit in a theme there is, with the words that make it so.
public struct ThemeFit: Hashable, Sendable {
  /// The text.
  public let text: String
  /// The theme.
  public let theme: String
  /// The words they share as people wrote them, the weightiest first.
  public let words: [String]
  /// The cosine with what is in the theme, up to 1.
  public let likeness: Double
}

/// A theme to compare with: its name and the texts in it.
public struct LikenessTheme: Sendable {
  /// What the caller knows it by.
  public let id: String
  /// Its name, which counts as a text of its own.
  public let name: String
  /// The texts in it.
  public let members: [String]

  /// Makes a theme.
  public init(id: String, name: String, members: [String]) {
    self.id = id
    self.name = name
    self.members = members
  }
}
