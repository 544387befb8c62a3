import Workshop

extension ReportBuilder {
  /// From story to action: what each action rests on, back to the stories.
  func chains() -> [Block] {
    let actions = day.quotable(.action)
    guard !actions.isEmpty else { return [] }
    let text = ChainText(words: words, day: day)
    return [
      chapter("chains", .destiny), sentence("chains.intro"),
      .list(
        List(
          items: actions.map { action in
            let way = text.origins(of: action)
            return [.strongTold(action.headline)] + source(action) + [.text(": ")]
              + (way.isEmpty ? [.text(words["chains.nothing"])] : way)
          })),
    ]
  }
}

/// The chain of a contribution in one line.
struct ChainText: Sendable {
  let words: DocumentWords
  let day: QuotableDay

  private static let most = 6

  /// What it rests on, from what lies nearest back to the stories; empty where that is nothing.
  func origins(of contribution: Contribution) -> Text {
    line(day.chain.node(contribution.id.rawValue).map(day.chain.origins) ?? [], ChainPlace.allCases.reversed(), " ← ")
  }

  /// What came of it, from what lies nearest forth to the actions; empty where that is nothing.
  func fruits(of contribution: Contribution) -> Text {
    line(day.chain.node(contribution.id.rawValue).map(day.chain.fruits) ?? [], ChainPlace.allCases, " → ")
  }

  private func line(_ nodes: [Chain.Node], _ places: [ChainPlace], _ arrow: String) -> Text {
    let pieces = places.map { place -> Text in
      let here = nodes.filter { ChainPlace(of: $0, in: day.chain) == place }
      let named = here.compactMap(name)
      // A theme can hold fifty stories, and a line is read.
      let text = words.enumeration(Array(named.prefix(Self.most)))
      let others = named.count - Self.most
      return others > 0 ? text + [.text(" " + words("andMore", count: others))] : text
    }
    return Text.joined(pieces.filter { !$0.isEmpty }, by: arrow)
  }

  /// Nil for what may not be quoted.
  private func name(_ node: Chain.Node) -> Text? {
    if let theme = day.chain.theme(node) { return [.text(words("chains.theme", ["name": theme.name]))] }
    return day.chain.contribution(node).flatMap { day.quotable($0.id) }.map { [words.reference($0)] }
  }
}
