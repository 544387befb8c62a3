import Foundation

extension String {
  /// Its words in small letters, without signs and digits; an apostrophe parts a word from what is stuck to it.
  var likenessWords: [String] {
    precomposedStringWithCanonicalMapping.lowercased()
      .split { !($0.isLetter || $0.unicodeScalars.first?.properties.generalCategory == .nonspacingMark) }
      .map(String.init)
  }
}

/// Texts as terms: stems with how much each weighs, and the words people wrote for them.
struct TermReader {
  /// Shorter words say little, and are rarely about anything.
  private static let shortest = 3

  private let stopWords: StopWords
  private var stemmers: [String: Stemmer] = [:]
  private var spellings: [String: [String: Int]] = [:]

  init(stopWords: StopWords) {
    self.stopWords = stopWords
  }

  /// The stem of each word of a text that counts, in order.
  mutating func stems(of text: String, language: String) -> [String] {
    let stemmer = stemmers[language] ?? Stemmer(language: language)
    stemmers[language] = stemmer
    return text.likenessWords.compactMap { word in
      guard word.count >= Self.shortest, !stopWords.holds(word, language: language) else { return nil }
      let stem = stemmer.stem(word)
      spellings[stem, default: [:]][word, default: 0] += 1
      return stem
    }
  }

  /// The terms of a text with their weight: how often each was said, in a part that weighs so much.
  mutating func terms(of text: LikenessText) -> [String: Double] {
    var terms: [String: Double] = [:]
    for part in text.parts {
      for stem in stems(of: part.text, language: text.language) { terms[stem, default: 0] += part.weight }
    }
    return terms
  }

  /// The word people wrote most for a stem; among equals the first in the alphabet.
  func word(for stem: String) -> String {
    spellings[stem]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? stem
  }
}
