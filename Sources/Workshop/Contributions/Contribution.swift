public import struct Foundation.Date

/// The id of a contribution: a UUID that the sender makes, so that sending again is recognised.
public typealias ContributionID = Identifier<Contribution>

/// The envelope that everything people contribute travels in, whatever its kind.
public struct Contribution: Hashable, Sendable, Codable, Identifiable {
  /// Made by the sender.
  public let id: ContributionID
  /// A short number within the traject, by which a report points to it.
  public var number: Int64
  /// What it is.
  public let kind: ContributionKind
  /// The step it was made in.
  public let step: StepID
  /// Where it stands.
  public var state: ContributionState
  /// How it came in.
  public var origin: Origin
  /// Who told it, as far as they wanted to say.
  public var teller: Teller
  /// The answers, empty after withdrawal.
  public var body: Body
  /// Whether a photo belongs to it.
  public var hasPhoto: Bool
  /// Whether somebody who moderates lets a photo of minors be seen; see `showsPhoto`.
  public var isPhotoAllowed: Bool
  /// 1 at first; counts up with every edit.
  public var version: Int
  /// What kind of reason a moderator has to keep it back, or nil.
  public var holdGround: HoldGround?
  /// What the moderator noted about it, for the console alone; or nil.
  public var holdReason: String?
  /// The contribution that carries it on, where a moderator found the two to be one; nil where it stands on its own.
  public var mergedInto: ContributionID?
  /// The contribution it was a part of until a moderator split it; nil where it was told as it is.
  public var splitFrom: ContributionID?
  /// The version whose text is its teller's, where a moderator reworded it since; nil where the teller's words stand.
  public var toldVersion: Int?
  /// When it was received, on the server's clock.
  public let createdAt: Date
  /// When it last changed.
  public var updatedAt: Date

  /// Makes a contribution of parts that were validated before.
  public init(
    id: ContributionID, number: Int64, kind: ContributionKind, step: StepID, state: ContributionState = .waiting,
    origin: Origin = .init(), teller: Teller = .init(), body: Body, hasPhoto: Bool = false,
    isPhotoAllowed: Bool = false, version: Int = 1,
    holdGround: HoldGround? = nil, holdReason: String? = nil, mergedInto: ContributionID? = nil,
    splitFrom: ContributionID? = nil, toldVersion: Int? = nil, createdAt: Date, updatedAt: Date
  ) {
    self.id = id
    self.number = number
    self.kind = kind
    self.step = step
    self.state = state
    self.origin = origin
    self.teller = teller
    self.body = body
    self.hasPhoto = hasPhoto
    self.isPhotoAllowed = isPhotoAllowed
    self.version = version
    self.holdGround = holdGround
    self.holdReason = holdReason
    self.mergedInto = mergedInto
    self.splitFrom = splitFrom
    self.toldVersion = toldVersion
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  /// Whether it may be used for a purpose: released, its teller consents, and for a minor a guardian does too.
  public func may(_ consent: Consent) -> Bool {
    state == .released && teller.consents.contains(consent) && !lacksGuardianConsent
  }

  /// Whether its photo may go where the rest of it goes.
  ///
  /// A photo that minors made may show them, so it stays with those who moderate until one looked at it and let it go.
  public var showsPhoto: Bool { hasPhoto && (isPhotoAllowed || !needsGuardianConsent) }

  /// Whether a moderator set it apart for the confidant: it is then in no list, count, search or document but one.
  public var isSetApart: Bool { holdGround == .confidant }

  /// Whether a guardian has to consent before it is used.
  ///
  /// So it is for all that was told at a moment with children or young people, and for a teller who says to be one.
  /// The one rule of it, for the screen, the documents, the export and the console alike; nothing typed is lost by it.
  public var needsGuardianConsent: Bool {
    origin.isAmongMinors || !Teller.minorGroups.isDisjoint(with: teller.groups)
  }

  /// Whether a guardian's consent is needed and not recorded: it is kept, and shown and quoted nowhere.
  public var lacksGuardianConsent: Bool { needsGuardianConsent && !teller.hasGuardianConsent }
}

/// How a contribution came in.
public struct Origin: Hashable, Sendable, Codable {
  /// The way it was written down.
  public var route: EntryRoute
  /// The table it was written at, or nil.
  public var table: String?
  /// The language it was told in.
  public var language: Language
  /// Whether it came after its step was closed.
  public var isLate: Bool
  /// The gathering it was told at; nil for the first workday.
  public var gathering: GatheringID?
  /// Whether that gathering is one with children or young people; the gathering tells, nothing of it is stored here.
  public var isAmongMinors: Bool

  /// Describes how a contribution came in.
  public init(
    route: EntryRoute = .phone, table: String? = nil, language: Language = .dutch, isLate: Bool = false,
    gathering: GatheringID? = nil, isAmongMinors: Bool = false
  ) {
    self.route = route
    self.table = table
    self.language = language
    self.isLate = isLate
    self.gathering = gathering
    self.isAmongMinors = isAmongMinors
  }
}

/// Who told a contribution, as far as they wanted to say: never a name.
///
/// It belongs to the contribution and not to the device, since one phone serves several people.
public struct Teller: Hashable, Sendable, Codable {
  /// The ids of the stakeholder groups they see themselves in, none or several.
  public var groups: [String]
  /// What they allow.
  public var consents: Set<Consent>
  /// For a minor: whether a guardian's consent is recorded (on paper, ticked here).
  public var hasGuardianConsent: Bool

  /// The ids of the groups whose members are minors.
  public static let minorGroups: Set<String> = ["kind", "jongere"]

  /// Describes a teller who said nothing about themselves and allows nothing, unless told otherwise.
  public init(groups: [String] = [], consents: Set<Consent> = [], hasGuardianConsent: Bool = false) {
    self.groups = groups
    self.consents = consents
    self.hasGuardianConsent = hasGuardianConsent
  }

  private enum CodingKeys: String, CodingKey { case groups, consents, hasGuardianConsent }

  /// Reads a teller in which anything may be left out.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    groups = try container.decodeIfPresent([String].self, forKey: .groups) ?? []
    consents = Set(try container.decodeIfPresent([Consent].self, forKey: .consents) ?? [])
    hasGuardianConsent = try container.decodeIfPresent(Bool.self, forKey: .hasGuardianConsent) ?? false
  }

  /// Writes the consents in a fixed order, so that the same teller is always the same text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(groups, forKey: .groups)
    try container.encode(Consent.allCases.filter(consents.contains), forKey: .consents)
    try container.encode(hasGuardianConsent, forKey: .hasGuardianConsent)
  }
}
