/// How two contributions, or a contribution and a theme, belong together: the chain from story to action.
public enum LinkRelation: String, CaseIterable, Sendable, Codable {
  /// A factor rests on stories; a proposal on stories, factors, dreams and themes.
  case restsOn
  /// A story or a factor belongs to a theme.
  case belongsTo
  /// A dream answers themes.
  case answers
  /// A reason speaks of a proposal.
  case reasonFor
  /// An action follows from a proposal.
  case followsFrom
  /// A pledge supports an action.
  case supports
  /// A success factor is told by the quote of a story; the words stay the story's, and go with it.
  case quotes
  /// An offer meets a request.
  case meets

  /// The pairs of kinds a link may join; a theme is a target of its own.
  public var allowedPairs: [(from: ContributionKind, to: LinkTarget)] {
    switch self {
    case .restsOn:
      [
        (.successFactor, .contribution(.story)), (.proposal, .contribution(.story)),
        (.proposal, .contribution(.successFactor)), (.proposal, .contribution(.dream)), (.proposal, .theme),
      ]
    case .belongsTo: [(.story, .theme), (.successFactor, .theme)]
    case .answers: [(.dream, .theme)]
    case .reasonFor: [(.stanceReason, .contribution(.proposal))]
    case .followsFrom: [(.action, .contribution(.proposal))]
    case .supports: [(.pledge, .contribution(.action))]
    case .quotes: [(.successFactor, .contribution(.story))]
    case .meets: [(.pledge, .contribution(.pledge))]
    }
  }

  /// What a contribution of a kind may point to by this relation.
  public func targets(from kind: ContributionKind) -> [LinkTarget] {
    allowedPairs.filter { $0.from == kind }.map(\.to)
  }
}

/// The kind of thing at the far end of a link.
public enum LinkTarget: Hashable, Sendable {
  case contribution(ContributionKind)
  case theme

  /// The name in the file: a kind of contribution, or `theme`.
  public var rawValue: String {
    switch self {
    case .contribution(let kind): kind.rawValue
    case .theme: "theme"
    }
  }
}

/// One link of the chain.
public struct Link: Hashable, Sendable, Codable {
  /// The contribution it starts from.
  public let from: ContributionID
  /// What it says.
  public let relation: LinkRelation
  /// The id of the contribution or the theme it points to.
  public let to: String

  /// Makes a link.
  public init(from: ContributionID, relation: LinkRelation, to: String) {
    self.from = from
    self.relation = relation
    self.to = to
  }
}
