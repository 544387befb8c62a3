/// The id of something practical that is arranged, a UUID.
public typealias PracticalHelpID = Identifier<PracticalHelp>

/// Something practical that lets people come: an interpreter, childcare, travel, food (EXPERIENCE, before the day).
///
/// It is planned for totals, for example "Arabic, two tables"; never for a person or a family.
public struct PracticalHelp: Hashable, Sendable, Codable, Identifiable {
  /// What kind of help; the words are in the catalogue (`recruitment.helpKinds.…`).
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case interpreter, childcare, travel, food, other
  }

  /// Its id.
  public let id: PracticalHelpID
  /// The kind.
  public var kind: Kind
  /// What is needed, in words; may be empty where the kind says it.
  public var what: String
  /// The language: an interpreter always has one, other help may.
  public var language: String
  /// The gathering it is for, or nil for the whole traject.
  public var gathering: GatheringID?
  /// From when it is there, in minutes after midnight, or nil where that does not matter.
  public var start: Int?
  /// Until when, in minutes after midnight; later than `start` where both are known.
  public var end: Int?
  /// Who arranges it, an organisation or a role; empty while nobody does.
  public var arrangedBy: String
  /// Whether it is arranged; then somebody did.
  public var isArranged: Bool
  /// Counts up with every change, so that of two editors the second is told.
  public var version: Int

  /// Makes something to arrange of parts that were validated before.
  public init(
    id: PracticalHelpID, kind: Kind, what: String = "", language: String = "", gathering: GatheringID? = nil,
    start: Int? = nil, end: Int? = nil, arrangedBy: String = "", isArranged: Bool = false, version: Int = 1
  ) {
    self.id = id
    self.kind = kind
    self.what = what
    self.language = language
    self.gathering = gathering
    self.start = start
    self.end = end
    self.arrangedBy = arrangedBy
    self.isArranged = isArranged
    self.version = version
  }
}
