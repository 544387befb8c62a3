public import Workshop

/// Which contributions a moderator asks for.
///
/// What was taken back, and what is kept for the confidant, is in no list, count or search, whatever is asked.
public struct ContributionFilter: Hashable, Sendable {
  /// The states they are in; withdrawn ones are never found.
  public var states: Set<ContributionState>
  /// The kinds they are of.
  public var kinds: Set<ContributionKind>
  /// Whether only what lies in no theme is meant.
  public var isLoose: Bool

  /// Everything, unless told otherwise.
  public init(
    states: Set<ContributionState> = Set(ContributionState.allCases),
    kinds: Set<ContributionKind> = Set(ContributionKind.allCases), isLoose: Bool = false
  ) {
    self.states = states
    self.kinds = kinds
    self.isLoose = isLoose
  }

  /// What can be put into themes: stories and factors that were not kept back.
  public static let cards = ContributionFilter(states: [.waiting, .released], kinds: [.story, .successFactor])

  /// The kinds and states as they stand in the index, in a fixed order.
  var pairs: [(kind: ContributionKind, state: ContributionState)] {
    ContributionKind.allCases.filter(kinds.contains).flatMap { kind in findable.map { (kind, $0) } }
  }

  /// What a row has to be, as a condition in SQL; the names are our own and hold no quotes.
  var condition: String {
    let states = findable.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let kinds = ContributionKind.allCases.filter(self.kinds.contains).map { "'\($0.rawValue)'" }
      .joined(separator: ", ")
    return "contribution.state IN (\(states)) AND contribution.kind IN (\(kinds)) AND \(besides)"
  }

  /// What a row has to be besides its kind and state.
  var besides: String { isLoose ? "\(Self.notForConfidant) AND \(Self.inNoTheme)" : Self.notForConfidant }

  private var findable: [ContributionState] {
    ContributionState.allCases.filter { $0 != .withdrawn && states.contains($0) }
  }

  /// What is kept for the confidant stays out of everything.
  static let notForConfidant = "contribution.hold_ground IS NOT '\(HoldGround.confidant.rawValue)'"

  private static let inNoTheme = """
    NOT EXISTS (SELECT 1 FROM link WHERE link.from_id = contribution.id AND link.relation = 'belongsTo')
    """
}

/// In which direction a list runs, by number.
public enum ListOrder: Sendable {
  /// What came first stands first.
  case oldestFirst
  /// What came last stands first.
  case newestFirst
}
