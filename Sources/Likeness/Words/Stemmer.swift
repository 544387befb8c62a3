import CStemmer

/// Takes words back to their stem by the Snowball algorithm of their language, so that `ruilen` and `ruilde` count as one.
///
/// It keeps what it stemmed before, since the same words come back in every text.
final class Stemmer {
  /// nil for a language Snowball has no algorithm for, such as Ukrainian: its words then stay as they are.
  private let native: OpaquePointer?
  private var known: [String: String] = [:]

  /// A stemmer for a language by its ISO 639-1 code.
  init(language: String) {
    native = sb_stemmer_new(language, "UTF_8")
  }

  deinit {
    sb_stemmer_delete(native)
  }

  /// The stem of a word in small letters.
  func stem(_ word: String) -> String {
    guard let native else { return word }
    if let stem = known[word] { return stem }
    let bytes = Array(word.utf8)
    // The library owns what it returns until it is called again; it is copied here.
    guard let start = sb_stemmer_stem(native, bytes, Int32(bytes.count)) else { return word }
    let stem = String(decoding: UnsafeBufferPointer(start: start, count: Int(sb_stemmer_length(native))), as: UTF8.self)
    known[word] = stem
    return stem
  }
}
