public import Workshop

/// Something a person on the sample day tells; it names what it points to by keys instead of ids.
public struct SampleContribution: Sendable, Decodable {
  /// Unique within the sample day.
  public let key: String
  /// Who tells it and what they allow.
  public let teller: Teller
  /// The language it is told in.
  public let language: Language
  /// The way it is written down.
  public let route: EntryRoute
  /// Whether it is sent after its step was closed.
  public let isLate: Bool
  /// Why the moderator keeps it back, or nil where it is released.
  public let holdReason: String?
  /// What a moderator writes instead, by field; empty where it stands as told.
  public let rewording: [String: String]
  /// The key of the contribution that says the same and carries it on, or nil.
  public let mergedInto: String?
  /// The name of a drawing among the resources, or nil.
  public let photo: String?
  /// The answers; references hold keys, and a date such as `+6` counts days from the workday.
  public let body: Body

  private enum CodingKeys: String, CodingKey {
    case key, groups, consents, guardian, language, route, late, hold, photo, body, reword, mergedInto
  }

  /// Reads one; only the key, the groups, the consents and the body have to be there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    key = try container.decode(String.self, forKey: .key)
    teller = Teller(
      groups: try container.decode([String].self, forKey: .groups),
      consents: Set(try container.decode([Consent].self, forKey: .consents)),
      hasGuardianConsent: try container.decodeIfPresent(Bool.self, forKey: .guardian) ?? false)
    language = try container.decodeIfPresent(Language.self, forKey: .language) ?? .dutch
    route = try container.decodeIfPresent(EntryRoute.self, forKey: .route) ?? .phone
    isLate = try container.decodeIfPresent(Bool.self, forKey: .late) ?? false
    holdReason = try container.decodeIfPresent(String.self, forKey: .hold)
    rewording = try container.decodeIfPresent([String: String].self, forKey: .reword) ?? [:]
    mergedInto = try container.decodeIfPresent(String.self, forKey: .mergedInto)
    photo = try container.decodeIfPresent(String.self, forKey: .photo)
    body = try container.decode(Body.self, forKey: .body)
  }
}

/// A theme of the sample day.
public struct SampleTheme: Sendable, Decodable {
  /// Unique within the sample day.
  public let key: String
  /// What the room calls it.
  public let name: String
  /// The building block it stands under.
  public let buildingBlock: String
  /// Whether the room counts it to its positive core.
  public let positiveCore: Bool?
  /// How strongly it draws dots, against the others.
  public let pull: Int
  /// The keys of the stories and factors in it.
  public let members: [String]
  /// The key of the theme it is merged into, or nil.
  public let mergedInto: String?
  /// Whether that merge is taken back.
  public let isUnmerged: Bool?

  /// Whether it stands on its own when dots are given.
  var standsAlone: Bool { mergedInto == nil || isUnmerged == true }
}

/// How the room feels about a proposal of the sample day.
public struct SampleStance: Sendable, Decodable {
  /// The key of the proposal.
  public let proposal: String
  /// The weight of each position.
  public let everyone: [StancePosition: Int]
  /// The weights in groups that feel otherwise.
  public let groups: [String: [StancePosition: Int]]
}
