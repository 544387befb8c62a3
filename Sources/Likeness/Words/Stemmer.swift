import CStemmer

/// Takes words back to their stem by the Snowball algorithm of their language, so that `ruilen` and `ruilde` count as one.
///
/// It keeps what it stemmed before, since the same words come back in every text.
final class Stemmer {
  /// nil for a language Snowball has no algorithm for, such as Ukrainian: its words then stay as they are.
  private let native: OpaquePointer?
  private let isDutch: Bool
  private var known: [String: String] = [:]

  /// A stemmer for a language by its ISO 639-1 code.
  init(language: String) {
    native = sb_stemmer_new(language, "UTF_8")
    isDutch = language == "nl"
  }

  deinit {
    sb_stemmer_delete(native)
  }

  /// The stem of a word in small letters.
  func stem(_ word: String) -> String {
    if let stem = known[word] { return stem }
    let stem = isDutch ? Self.dutchRoot(of: snowball(snowball(word))) : snowball(word)
    known[word] = stem
    return stem
  }

  private func snowball(_ word: String) -> String {
    guard let native else { return word }
    let bytes = Array(word.utf8)
    // The library owns what it returns until it is called again; it is copied here.
    guard let start = sb_stemmer_stem(native, bytes, Int32(bytes.count)) else { return word }
    return String(decoding: UnsafeBufferPointer(start: start, count: Int(sb_stemmer_length(native))), as: UTF8.self)
  }

  /// Joins what Snowball's Dutch leaves apart: `gezinn(en)` and `gezin`, `huiz(en)` and `huis`.
  ///
  /// The word was stemmed twice before, because Snowball takes the s of `fiets` for a plural's and that of `fietsen` not.
  private static func dutchRoot(of stem: String) -> String {
    var letters = Array(stem)
    guard letters.count > 3, let last = letters.last, !"aeiou".contains(last) else { return stem }
    if letters[letters.count - 2] == last { letters.removeLast() }
    if let hard = ["z": "s", "v": "f"][String(last)] { letters[letters.count - 1] = Character(hard) }
    return String(letters)
  }
}
