/// What a moderator saw of a contribution when deciding, so that a decision on something else is not taken by accident.
public struct SeenContribution: Hashable, Sendable {
  /// The version that was read; nil where the client does not say.
  public var version: Int?
  /// The state that was seen; nil where the client does not say.
  public var state: ContributionState?

  /// Describes what was seen; nothing, unless told otherwise.
  public init(version: Int? = nil, state: ContributionState? = nil) {
    self.version = version
    self.state = state
  }

  /// What is seen of a contribution as it is.
  public init(_ contribution: Contribution) {
    self.init(version: contribution.version, state: contribution.state)
  }
}
