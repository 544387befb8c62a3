/// The name of a field, unique within its form; the key in a contribution's body.
public typealias FieldID = Identifier<FieldDefinition>

/// One field of a contribution, defined once for phone, paper, proxy entry, validation and report.
///
/// Its words are in the catalogue: `fields.KIND.ID.label`, and `.help` where it needs one.
public struct FieldDefinition: Hashable, Sendable, Codable {
  /// What a field takes.
  public enum Kind: Hashable, Sendable, Codable {
    /// One line of text of at most so many characters.
    case line(limit: Int)
    /// Running text of at most so many characters.
    case text(limit: Int)
    /// Exactly one term of a list.
    case choice(TermList)
    /// Any number of terms of a list; none chosen means "weet ik niet".
    case choices(TermList)
    /// For each term of the list one of the criterion answers, and for whom it does not hold.
    case assessment(TermList)
    /// For each question of the list a short answer of at most so many characters, or none.
    case answers(TermList, limit: Int)
    /// A day in the calendar.
    case date
    /// A photo of what was made; it travels beside the body.
    case photo
    /// What the contribution is linked to.
    case references(LinkRelation, limit: Int)
  }

  /// Of whom the field is asked.
  public enum Tier: String, Sendable, Codable {
    /// Shown at once.
    case core
    /// Shown behind "meer vertellen".
    case more
    /// Not asked on a phone; filled in later by facilitators who code the stories.
    case coding
  }

  /// The name in the body.
  public let id: FieldID
  /// What it takes.
  public let kind: Kind
  /// Whether a contribution without it is refused.
  public let isRequired: Bool
  /// Of whom it is asked.
  public let tier: Tier
  /// The part of a long form it stands in, which folds on a phone; nil where the form is short.
  public let section: Section?

  /// A part of a long form; its words are in the catalogue (`sections.NAME`).
  public enum Section: String, CaseIterable, Sendable, Codable {
    /// The proposal itself.
    case sentence = "zin"
    /// For whom it is, and what it changes.
    case reach = "bereik"
    /// What it rests on.
    case roots = "wortels"
    /// For everyone, more where needed, without stigma (seed 000).
    case proportionality = "proportioneel"
    /// The 5 B's.
    case access = "toegang"
    /// Levels and life domains.
    case field = "terrein"
    /// The questions about in- and exclusion (seed 004).
    case inclusion = "insluiting"
    /// What the network cannot solve (seed 004).
    case signal = "signaal"
  }

  /// Defines a field.
  public init(
    _ id: FieldID, _ kind: Kind, required: Bool = false, tier: Tier = .core, section: Section? = nil
  ) {
    self.section = section
    self.id = id
    self.kind = kind
    self.isRequired = required
    self.tier = tier
  }
}
