/// The kinds of contribution; all share one envelope.
///
/// The raw value is the kind in the file, in JSON and in the keys of its words.
public enum ContributionKind: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  case story
  case successFactor
  case dream
  case proposal
  case stanceReason
  case action
  case pledge
  case evaluation
}

/// Where a contribution stands between being sent and being shown.
public enum ContributionState: String, CaseIterable, Sendable, Codable {
  /// Received, seen by moderators only.
  case waiting
  /// May go where its teller consents to.
  case released
  /// Kept back by a moderator, with a reason.
  case held
  /// Taken back by its teller; its text is gone.
  case withdrawn
  /// Taken up in another contribution, which carries it on.
  case merged
}

/// What a teller allows; each is asked apart and gates exactly one use.
public enum Consent: String, CaseIterable, Sendable, Codable {
  /// May be shown on the projector and on phones in the room.
  case screen
  /// May be quoted in the report.
  case report
  /// May go to the practice catalogue of EXPOO.
  case publication
}

/// How a contribution came in; all routes are equal in the report.
public enum EntryRoute: String, CaseIterable, Sendable, Codable {
  case phone
  case scribe
  case paper
  case facilitator
}

extension Consent {
  /// The version of the words a consent was given to, kept with each contribution; it changes when those words do.
  public static let textVersion = "2026-11"
}
