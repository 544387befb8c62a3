import Workshop

/// How many of a kind may be shown, as the projector says it beside the part it holds ("4–6 van 52").
struct ShownTotals: Encodable, Sendable {
  /// The most stories of one building block that the projector holds: four minutes of a wall that turns.
  static let perBlock = 24
  /// The most of any other kind that it holds.
  static let perKind = 60

  let all: Int
  /// By building block; those without any are left out.
  ///
  /// Only where a wall has a tile for each.
  let blocks: [String: Int]
  /// How many stand under none of them.
  let others: Int

  init(_ shown: Shown, _ kind: ContributionKind, under blocks: [String]) {
    all = shown.count(kind)
    let counts = kind == .story ? shown.counts(kind, under: blocks) : [:]
    others = counts[nil] ?? 0
    self.blocks = counts.reduce(into: [:]) { totals, count in
      if let block = count.key, count.value > 0 { totals[block] = count.value }
    }
  }
}
