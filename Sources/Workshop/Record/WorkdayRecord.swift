public import struct Foundation.Date

/// Everything a document needs of a workday, as plain values: no database, no pages.
///
/// It is valid for a day that stopped after any step: what did not happen is simply not there.
public struct WorkdayRecord: Hashable, Sendable, Codable {
  /// The traject.
  public var trajectory: Trajectory
  /// Its terms.
  public var framework: FrameworkContent
  /// The run sheets with planned and actual times, in the order of the gatherings.
  public var runSheets: [RunSheet]
  /// The room at the moment the record was made.
  public var room: RoomState
  /// Every contribution that was not withdrawn, whatever its state, by number.
  public var contributions: [Contribution]
  /// How many were withdrawn; nothing else is known of them.
  public var withdrawnCount: Int
  /// The links of the chain.
  public var links: [Link]
  /// The themes, merged ones too, in the order they were made.
  public var themes: [Theme]
  /// The dots by theme; a theme without dots is not in it.
  public var dots: [ThemeID: Int]
  /// Every stance, without who took it.
  public var stances: [Stance]
  /// Who took part, as totals.
  public var participation: Participation
  /// How many of each combination of groups checked in.
  public var checkedIn: GroupMixes
  /// How many joined each action or co-signed each pledge; one nobody did is not in it.
  public var backing: [ContributionID: Int]
  /// The photos by contribution, JPEG without metadata.
  public var photos: [ContributionID: [UInt8]]
  /// The coordination role scan; nil where the record is from before there was one.
  public var scan: CoordinationScan?
  /// The moment of the record.
  public var madeAt: Date

  /// Makes a record.
  public init(
    trajectory: Trajectory, framework: FrameworkContent, runSheets: [RunSheet], room: RoomState,
    contributions: [Contribution], withdrawnCount: Int, links: [Link], themes: [Theme], dots: [ThemeID: Int],
    stances: [Stance], participation: Participation, checkedIn: GroupMixes = GroupMixes(),
    backing: [ContributionID: Int] = [:], photos: [ContributionID: [UInt8]], scan: CoordinationScan? = nil, madeAt: Date
  ) {
    self.trajectory = trajectory
    self.framework = framework
    self.runSheets = runSheets
    self.room = room
    self.contributions = contributions
    self.withdrawnCount = withdrawnCount
    self.links = links
    self.themes = themes
    self.dots = dots
    self.stances = stances
    self.participation = participation
    self.checkedIn = checkedIn
    self.backing = backing
    self.photos = photos
    self.scan = scan
    self.madeAt = madeAt
  }
}

/// Who took part, as totals that point to nobody.
public struct Participation: Hashable, Sendable, Codable {
  /// The devices that checked in.
  public var devices: Int
  /// How many checked in as part of each stakeholder group; someone may be in several.
  public var byGroup: [String: Int]
  /// How many organisations were named at check-in.
  ///
  /// Their names are nobody's to publish: no moderator read them and no
  /// code takes them back, and someone may have typed a person's name.
  public var organisations: Int
  /// The number of tables named.
  public var tables: Int

  /// Makes the totals.
  public init(devices: Int = 0, byGroup: [String: Int] = [:], organisations: Int = 0, tables: Int = 0) {
    self.devices = devices
    self.byGroup = byGroup
    self.organisations = organisations
    self.tables = tables
  }
}

extension WorkdayRecord {
  /// The items of the workday, or of both workdays in a row.
  public var runSheet: [RunSheetItem] {
    runSheets.filter { $0.gathering.kind == .workday }.flatMap(\.items)
  }

  /// The contributions of a kind that may be used for a purpose, by number.
  public func contributions(_ kind: ContributionKind, for consent: Consent) -> [Contribution] {
    contributions.filter { $0.kind == kind && $0.may(consent) }
  }

  /// What a contribution points to by a relation.
  public func targets(of id: ContributionID, _ relation: LinkRelation) -> [String] {
    links.filter { $0.from == id && $0.relation == relation }.map(\.to)
  }
}
