/// The chain from story to action and back (DOMAIN): what rests on what, over links and themes.
///
/// A theme stands for those that were merged into it, and so does a contribution. What was withdrawn is gone from it, and
/// what was set apart for the confidant is not in it. Links may go round; whoever walks passes each place once.
public struct Chain: Sendable {
  /// A place in the chain.
  public enum Node: Hashable, Sendable {
    case contribution(ContributionID)
    case theme(ThemeID)
  }

  private let contributions: [ContributionID: Contribution]
  private let themes: [ThemeID: Theme]
  private var grounds: [Node: [Node]] = [:]
  private var outcomes: [Node: [Node]] = [:]
  /// The grounds once more, to ask at once whether one is among them: a theme may have thousands.
  private var joined: [Node: Set<Node>] = [:]
  private let standing: (contributions: Standing<Contribution>, themes: Standing<Theme>)

  /// Makes the chain of what is there; links to what is not there lead nowhere.
  public init(contributions: [Contribution], links: [Link], themes: [Theme]) {
    let present = contributions.filter { $0.state != .withdrawn && $0.holdGround != .confidant }
    self.contributions = Dictionary(
      present.filter { $0.state != .merged }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.themes = Dictionary(
      themes.filter { $0.mergedInto == nil }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    standing = (
      Standing(present.reduce(into: [:]) { merges, one in merges[one.id] = one.mergedInto }), themes.standing
    )
    for link in links { add(link) }
  }

  /// The place of an id, of a contribution or a theme, merged ones where they went; nil where it is not in the chain.
  public func node(_ id: String) -> Node? {
    let contribution = standing.contributions(for: ContributionID(id))
    if contributions[contribution] != nil { return .contribution(contribution) }
    let theme = standing.themes(for: ThemeID(id))
    return themes[theme] != nil ? .theme(theme) : nil
  }

  /// The contribution at a place; nil for a theme.
  public func contribution(_ node: Node) -> Contribution? {
    if case .contribution(let id) = node { contributions[id] } else { nil }
  }

  /// The theme at a place; nil for a contribution.
  public func theme(_ node: Node) -> Theme? {
    if case .theme(let id) = node { themes[id] } else { nil }
  }

  /// What a place rests on itself, in the order of the day.
  public func grounds(of node: Node) -> [Node] { sorted(grounds[node] ?? []) }

  /// What rests on a place itself, in the order of the day.
  public func outcomes(of node: Node) -> [Node] { sorted(outcomes[node] ?? []) }

  /// Everything a place rests on, back to the stories, in the order of the day; never the place itself.
  public func origins(of node: Node) -> [Node] { reach(from: node, grounds) }

  /// Everything that came of a place, forth to the actions and what was pledged for them, in the order of the day.
  public func fruits(of node: Node) -> [Node] { reach(from: node, outcomes) }

  private mutating func add(_ link: Link) {
    // A reason speaks of a proposal and grounds nothing.
    guard link.relation != .reasonFor, let from = node(link.from.rawValue), let to = node(link.to), from != to else {
      return
    }
    // Whatever is in a theme grounds it; all other links lead back.
    let (later, earlier) = link.relation == .belongsTo ? (to, from) : (from, to)
    if joined[later, default: []].insert(earlier).inserted {
      grounds[later, default: []].append(earlier)
      outcomes[earlier, default: []].append(later)
    }
  }

  private func reach(from start: Node, _ next: [Node: [Node]]) -> [Node] {
    var seen: Set<Node> = [start]
    var waiting = [start]
    while let node = waiting.popLast() {
      for other in next[node] ?? [] where seen.insert(other).inserted { waiting.append(other) }
    }
    return sorted(seen.subtracting([start]))
  }

  private func sorted(_ nodes: some Sequence<Node>) -> [Node] {
    nodes.sorted { (place($0), order($0), id($0)) < (place($1), order($1), id($1)) }
  }

  private func place(_ node: Node) -> Int { ChainPlace.allCases.firstIndex(of: ChainPlace(of: node, in: self)) ?? 0 }

  private func order(_ node: Node) -> Int64 { contribution(node)?.number ?? 0 }

  private func id(_ node: Node) -> String {
    switch node {
    case .contribution(let id): id.rawValue
    case .theme(let id): id.rawValue
    }
  }
}

/// Where something stands between story and action, in the order of the day.
public enum ChainPlace: String, CaseIterable, Sendable, Codable {
  case story, successFactor, theme, dream, proposal, action, pledge, evaluation

  /// Where a place of a chain stands.
  public init(of node: Chain.Node, in chain: Chain) {
    self = chain.contribution(node).map { Self($0.kind) } ?? .theme
  }

  private init(_ kind: ContributionKind) { self = Self(rawValue: kind.rawValue) ?? .evaluation }
}
