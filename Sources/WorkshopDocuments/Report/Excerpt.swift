/// The beginning of a long text.
enum Excerpt {
  /// At most so many characters, cut at a space where there is one near, with an ellipsis where something is left out.
  static func of(_ text: String, limit: Int) -> String {
    // Bytes bound characters from above, so short text is not counted twice.
    guard text.utf8.count > limit, text.count > limit else { return text }
    let head = text.prefix(limit)
    let cut = head.lastIndex { $0.isWhitespace }.flatMap { head.distance(from: $0, to: head.endIndex) < 40 ? $0 : nil }
    return String(head[..<(cut ?? head.endIndex)]) + "…"
  }
}
