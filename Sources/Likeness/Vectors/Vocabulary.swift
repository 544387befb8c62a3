import Foundation

/// What a set of texts says, as vectors of tf-idf over stems.
///
/// A word counts by the logarithm of how often a text says it, times the logarithm of how rare it is among the texts.
/// Quiet words, those of the question that everybody answers, count for a quarter. Dutch glues words together, so a long
/// word that begins or ends with another word of the texts counts for half as that one too: `babybazaar` is like `bazaar`.
struct Vocabulary {
  private static let quietShare = 0.25

  /// The texts, in their order.
  private(set) var vectors: [TermVector] = []
  private var reader: TermReader
  private let quiet: Set<String>
  private let textCount: Int
  private var numbers: [String: Int] = [:]
  private var stems: [String] = []
  private var textsWith: [Int] = []

  init(_ texts: [LikenessText], quiet quietWords: LikenessText, stopWords: StopWords) {
    var reader = TermReader(stopWords: stopWords)
    quiet = Set(reader.terms(of: quietWords).keys)
    let said = texts.map { reader.terms(of: $0) }
    let compounds = Compounds(Set(said.joined().map(\.key)))
    let counted = said.map { compounds.adding(to: $0) }
    self.reader = reader
    textCount = texts.count
    for terms in counted { for stem in terms.keys.sorted() { register(stem) } }
    vectors = counted.map(vector)
  }

  /// The vector of a text that is not among those the vocabulary was made of; words it alone says count for nothing.
  mutating func vector(of text: LikenessText) -> TermVector {
    vector(reader.terms(of: text))
  }

  /// The word people wrote most for a term.
  func word(_ term: Int) -> String { reader.word(for: stems[term]) }

  /// How many terms there are; they are numbered from 0.
  var termCount: Int { stems.count }

  private mutating func register(_ stem: String) {
    if let number = numbers[stem] {
      textsWith[number] += 1
    } else {
      numbers[stem] = stems.count
      stems.append(stem)
      textsWith.append(1)
    }
  }

  private func vector(_ terms: [String: Double]) -> TermVector {
    TermVector(
      terms.reduce(into: [:]) { weights, entry in
        guard let number = numbers[entry.key] else { return }
        let share = quiet.contains(entry.key) ? Self.quietShare : 1
        weights[number] = log(1 + entry.value) * share * log(Double(textCount + 1) / Double(textsWith[number]))
      })
  }
}
