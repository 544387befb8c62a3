/// A language someone speaks or tells in, by its ISO 639-1 code.
///
/// A person may tell in any of these; which of them the screens speak depends on the catalogues that ship.
public enum Language: String, CaseIterable, Sendable, Codable {
  case dutch = "nl"
  case french = "fr"
  case english = "en"
  case arabic = "ar"
  case turkish = "tr"
  case ukrainian = "uk"
  /// Told in another language than the ones above.
  case other = "und"

  /// Whether text in it runs from right to left.
  public var isRightToLeft: Bool { self == .arabic }
}
