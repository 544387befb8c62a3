public import Workshop

/// What a sender gets back once a contribution is stored; the same for the same submission, however often it is sent.
public struct Receipt: Hashable, Sendable {
  /// The sender's own id.
  public let id: ContributionID
  /// Its number within the traject.
  public let number: Int64
  /// What it is.
  public let kind: ContributionKind
  /// Its version after this submission.
  public let version: Int
  /// Whether its step was closed when it came.
  public let isLate: Bool
  /// The place of the change in the journal.
  public let sequence: Int64
  /// The code for its teller.
  public let code: WithdrawalCode
}
