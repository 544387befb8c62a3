/// Whose voice a contribution is, where it is told apart from the workday: a mark on the walls and in the report.
///
/// The words are in the catalogue (`runSheet.voices.…`).
public enum Voice: String, CaseIterable, Sendable, Codable {
  /// Told at a moment with children.
  case children
  /// Told at a moment with young people.
  case youth
  /// Told before the workday, at a Speelbazaar, a playgroup, a home visit.
  case beforehand

  /// What a contribution is called that has it: "stem van kinderen".
  public func name(_ words: Catalogue) -> String { words["runSheet.voices.\(rawValue).one"] }
}

extension Gathering {
  /// Whose voice is heard at it; nil where it is the whole room's.
  public var voice: Voice? {
    switch audience {
    case .children: .children
    case .youth: .youth
    case .everyone: kind == .beforehand ? .beforehand : nil
    }
  }

  /// Whether every teller may be a minor, so that a guardian's consent is asked of each.
  public var asksGuardian: Bool { audience.isMinors }
}

extension [Gathering] {
  /// Whose voice a contribution is; nil for the workday's, and where its gathering is not known.
  public func voice(of contribution: Contribution) -> Voice? {
    guard let id = contribution.origin.gathering else { return first?.voice }
    return first { $0.id == id }?.voice
  }
}
