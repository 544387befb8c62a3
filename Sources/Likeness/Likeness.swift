/// What a set of texts has in common, as suggestions: nothing here decides anything.
///
/// The same texts in the same order always give the same suggestions, to the last digit.
public struct Likeness {
  /// From where on something is worth suggesting.
  public struct Threshold: Sendable {
    /// The mean cosine of a group's pairs; lower gives more and looser groups.
    public var group = 0.08
    /// The cosine of a text with a theme.
    public var fit = 0.12
    /// How much better the best theme has to be than the next.
    public var lead = 1.2
    /// The fewest texts of a group.
    public var smallest = 3
    /// The most texts of a group, unless they say nearly the same.
    public var largest = 12
    /// The likeness from which on texts say nearly the same.
    public var nearlySame: Float = 0.8
    /// The most that one word may carry of a likeness: with more it is that word they share and not a subject.
    public var heaviestWord = 0.85

    /// Makes the thresholds that are used unless told otherwise.
    public init() {}
  }

  private static let shownWords = 4

  private let texts: [LikenessText]
  private let vocabulary: Vocabulary
  private let threshold: Threshold

  /// Reads the texts; `quiet` holds the words of the question they answer, which count little.
  public init(
    _ texts: [LikenessText], quiet: LikenessText, stopWords: StopWords, threshold: Threshold = Threshold()
  ) {
    self.texts = texts
    self.threshold = threshold
    vocabulary = Vocabulary(texts, quiet: quiet, stopWords: stopWords)
  }

  /// Groups of texts that are alike, among all or among some; those that hold together best come first.
  public func groups(among ids: Set<String>? = nil) -> [LikeGroup] {
    let chosen = texts.indices.filter { ids?.contains(texts[$0].id) ?? true && !vocabulary.vectors[$0].entries.isEmpty }
    let vectors = chosen.map { vocabulary.vectors[$0] }
    let tree = Dendrogram(SimilarityTable(vectors, termCount: vocabulary.termCount))
    let branches = tree.branches { node in
      node.likeness >= threshold.nearlySame
        || (node.size <= threshold.largest && Double(node.likeness) >= threshold.group)
    }
    return branches.filter { $0.count >= threshold.smallest }
      .compactMap { group($0.map { vectors[$0] }, $0.map { texts[chosen[$0]].id }) }
      .sorted { ($0.likeness * Double($0.members.count - 1)) > ($1.likeness * Double($1.members.count - 1)) }
  }

  /// The theme each of some texts would fit in, best first; a text that fits none, or two equally, is left out.
  public func fits(of ids: Set<String>, in themes: [LikenessTheme]) -> [ThemeFit] {
    var vocabulary = vocabulary
    let places = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1.id, $0) })
    let known = themes.map { theme in
      let name = vocabulary.vector(of: LikenessText(id: "", language: "nl", parts: [.init(theme.name)]))
      let members = theme.members.compactMap { places[$0] }.map { vocabulary.vectors[$0] }
      return (theme.id, TermVector(sumOf: members + [name]))
    }
    return texts.indices.filter { ids.contains(texts[$0].id) }.compactMap { fit($0, among: known) }
      .sorted { $0.likeness > $1.likeness }
  }

  private func fit(_ place: Int, among themes: [(id: String, vector: TermVector)]) -> ThemeFit? {
    let vector = vocabulary.vectors[place]
    let found = themes.compactMap { theme -> ThemeFit? in
      let shared = vector.shared(with: theme.vector)
      let likeness = shared.reduce(0) { $0 + $1.weight }
      guard likeness >= threshold.fit,
        let words = words(shared, isNearlySame: likeness >= Double(threshold.nearlySame))
      else { return nil }
      return ThemeFit(text: texts[place].id, theme: theme.id, words: words, likeness: likeness)
    }.sorted { $0.likeness > $1.likeness }
    guard let best = found.first else { return nil }
    return best.likeness >= threshold.lead * (found.dropFirst().first?.likeness ?? 0) ? best : nil
  }

  /// A group with its words, or nil where it rests on a single word.
  ///
  /// The cosines of its pairs are sums over terms, so what a term adds to all of them together is the square of its sum
  /// less the sum of its squares.
  private func group(_ vectors: [TermVector], _ ids: [String]) -> LikeGroup? {
    var sums: [Int: (sum: Double, squares: Double)] = [:]
    for vector in vectors {
      for (term, weight) in vector.entries {
        let old = sums[term] ?? (0, 0)
        sums[term] = (old.sum + weight, old.squares + weight * weight)
      }
    }
    let shares = sums.map { (term: $0, weight: $1.sum * $1.sum - $1.squares) }.filter { $0.weight > 1e-9 }.heaviestFirst
    let likeness = shares.reduce(0) { $0 + $1.weight } / Double(vectors.count * (vectors.count - 1))
    return words(shares, isNearlySame: likeness >= Double(threshold.nearlySame)).map {
      LikeGroup(members: ids, words: $0, likeness: likeness)
    }
  }

  private func words(_ shares: [(term: Int, weight: Double)], isNearlySame: Bool) -> [String]? {
    let total = shares.reduce(0) { $0 + $1.weight }
    guard let first = shares.first, isNearlySame || first.weight <= threshold.heaviestWord * total else { return nil }
    return shares.prefix(Self.shownWords).map { vocabulary.word($0.term) }
  }
}
