/// The tree that average linkage grows: each step joins the two groups whose members are, on average, most alike.
///
/// Chosen over k-means, which asks how many groups there are and puts every text in one, and over shared nearest
/// neighbours, whose reason is a number of neighbours: with average linkage the likeness of a group is the mean of its
/// pairs, so that the words it rests on can be added up and shown. Made by chains of nearest neighbours, in time that
/// grows with the square of the texts.
struct Dendrogram {
  /// A text, or two nodes that were joined.
  struct Node {
    let children: (Int, Int)?
    /// The mean cosine between the two sides; 1 for a text.
    let likeness: Float
    let size: Int
  }

  /// The texts, in their order, and then the joins; the last is the root.
  private(set) var nodes: [Node]

  init(_ table: SimilarityTable) {
    nodes = (0..<table.count).map { _ in Node(children: nil, likeness: 1, size: 1) }
    var growth = Growth(table)
    while let (one, other, likeness) = growth.next() {
      let (left, right) = (growth.nodes[one], growth.nodes[other])
      let size = nodes[left].size + nodes[right].size
      growth.join(one, other, as: nodes.count, sizes: (nodes[left].size, nodes[right].size))
      nodes.append(Node(children: (left, right), likeness: likeness, size: size))
    }
  }

  /// The largest branches that pass, from the root down; each as its texts, in their order.
  func branches(where passes: (Node) -> Bool) -> [[Int]] {
    guard !nodes.isEmpty else { return [] }
    var (waiting, found) = ([nodes.count - 1], [[Int]]())
    while let node = waiting.popLast() {
      if passes(nodes[node]) { found.append(texts(of: node)) } else { waiting += children(of: node) }
    }
    return found.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private func children(of node: Int) -> [Int] { nodes[node].children.map { [$0.0, $0.1] } ?? [] }

  private func texts(of root: Int) -> [Int] {
    var (waiting, texts) = ([root], [Int]())
    while let node = waiting.popLast() {
      if nodes[node].children == nil { texts.append(node) } else { waiting += children(of: node) }
    }
    return texts.sorted()
  }
}

/// Groups on their way to one tree, with how alike they are on average.
private struct Growth {
  /// The node each row of the table stands for.
  var nodes: [Int]
  private var table: SimilarityTable
  private var live: [Int]
  private var chain: [Int] = []

  init(_ table: SimilarityTable) {
    self.table = table
    nodes = Array(0..<table.count)
    live = nodes
  }

  /// Two rows that are each other's nearest, with their likeness; nil once one is left.
  mutating func next() -> (Int, Int, Float)? {
    guard live.count > 1 else { return nil }
    if chain.isEmpty { chain.append(live[0]) }
    while let last = chain.last {
      let previous = chain.count > 1 ? chain[chain.count - 2] : nil
      guard let nearest = nearest(to: last, preferring: previous) else { return nil }
      if nearest == previous {
        chain.removeLast(2)
        return (min(last, nearest), max(last, nearest), table[last, nearest])
      }
      chain.append(nearest)
    }
    return nil
  }

  /// Joins the second row into the first.
  mutating func join(_ one: Int, _ other: Int, as node: Int, sizes: (Int, Int)) {
    let (first, second) = (Float(sizes.0), Float(sizes.1))
    live.removeAll { $0 == other }
    for row in live where row != one {
      table[one, row] = (table[one, row] * first + table[other, row] * second) / (first + second)
    }
    nodes[one] = node
  }

  /// Among equals the one before it in the chain, or the chain would never close; else the first.
  private func nearest(to row: Int, preferring previous: Int?) -> Int? {
    var (best, likeness) = (previous, previous.map { table[row, $0] } ?? -1)
    for other in live where other != row && table[row, other] > likeness {
      (best, likeness) = (other, table[row, other])
    }
    return best
  }
}
