/// The cosine of every pair of vectors; between 0, nothing shared, and 1, the same words in the same measure.
struct SimilarityTable {
  let count: Int
  private var values: [Float]

  /// Takes time in proportion to the pairs that share a term, for each term.
  init(_ vectors: [TermVector], termCount: Int) {
    count = vectors.count
    values = [Float](repeating: 0, count: count * count)
    var textsWith = [[(text: Int, weight: Float)]](repeating: [], count: termCount)
    for (text, vector) in vectors.enumerated() {
      let row = text * count
      for (term, weight) in vector.entries {
        for other in textsWith[term] { values[row + other.text] += Float(weight) * other.weight }
        textsWith[term].append((text, Float(weight)))
      }
      for other in 0..<text { values[other * count + text] = values[row + other] }
    }
  }

  subscript(one: Int, other: Int) -> Float {
    get { values[one * count + other] }
    set {
      values[one * count + other] = newValue
      values[other * count + one] = newValue
    }
  }
}
