/// A text as a direction in the space of terms, of length 1; empty for a text that says nothing.
struct TermVector {
  /// Numbers of terms, rising, each with its weight.
  let entries: [(term: Int, weight: Double)]

  /// Brings weights to length 1.
  init(_ weights: [Int: Double]) {
    // Summed in the order of the terms: a dictionary's own order differs from run to run, and so would the last digit.
    let sorted = weights.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    let length = sorted.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    entries = length > 0 ? sorted.map { ($0.key, $0.value / length) } : []
  }

  /// The sum of several, brought to length 1 again.
  init(sumOf vectors: [TermVector]) {
    self.init(
      vectors.reduce(into: [:]) { sum, vector in
        for (term, weight) in vector.entries { sum[term, default: 0] += weight }
      })
  }

  /// What each term adds to the cosine with another, by falling weight.
  func shared(with other: TermVector) -> [(term: Int, weight: Double)] {
    let others = Dictionary(uniqueKeysWithValues: other.entries.map { ($0.term, $0.weight) })
    return entries.compactMap { entry in others[entry.term].map { (entry.term, entry.weight * $0) } }.heaviestFirst
  }
}

extension [(term: Int, weight: Double)] {
  /// By falling weight, then by the order in which terms were first read.
  var heaviestFirst: Self { sorted { ($1.weight, $0.term) < ($0.weight, $1.term) } }
}
