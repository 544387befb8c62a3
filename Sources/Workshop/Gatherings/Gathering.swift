/// The id of a gathering: `dag-1` and `dag-2` for those a traject began with, a UUID for every later one.
public typealias GatheringID = Identifier<Gathering>

/// What a gathering is for (seed 001: werkdagen, aparte momenten, extra acties op maat, opvolgmoment).
public enum GatheringKind: String, CaseIterable, Sendable, Codable {
  /// A workday, with everybody.
  case workday
  /// A moment apart with children or young people, before the workday.
  case separate
  /// Stories gathered beforehand, at a Speelbazaar, a playgroup, a home visit.
  case beforehand
  /// The opvolgmoment, months later.
  case followUp
}

/// Whose voices a gathering brings in.
public enum GatheringAudience: String, CaseIterable, Sendable, Codable {
  /// The whole system.
  case everyone
  /// Children under 12, on a facilitator's device.
  case children
  /// Young people from 12 on.
  case youth

  /// Whether every teller may be a minor.
  public var isMinors: Bool { self != .everyone }
}

/// One occasion of a traject on which people meet: it has a run sheet of its own.
public struct Gathering: Hashable, Sendable, Codable, Identifiable {
  /// Unique within the traject.
  public let id: GatheringID
  /// What it is for.
  public var kind: GatheringKind
  /// Its own name, empty where the name of its kind says enough.
  public var title: String
  /// The day, or nil while it is not agreed yet.
  public var date: CalendarDate?
  /// When its first item begins, in minutes after midnight.
  public var start: Int
  /// When it has to end, in minutes after midnight, or nil where nothing is agreed.
  public var end: Int?
  /// Where, empty where it is the traject's own place or not agreed yet.
  public var place: String
  /// Whose voices it brings in.
  public var audience: GatheringAudience
  /// The plan it was made from.
  public var template: RunSheetTemplate
  /// Counts up with every change, so that of two editors the second is told.
  public var version: Int

  /// Makes a gathering.
  public init(
    id: GatheringID, kind: GatheringKind, title: String = "", date: CalendarDate? = nil, start: Int, end: Int? = nil,
    place: String = "", audience: GatheringAudience = .everyone, template: RunSheetTemplate, version: Int = 1
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.date = date
    self.start = start
    self.end = end
    self.place = place
    self.audience = audience
    self.template = template
    self.version = version
  }

  /// The id of the first or second gathering that a traject begins with.
  public static func workdayID(_ number: Int) -> GatheringID { GatheringID("dag-\(number)") }

  /// What it is called: its own name, or the name of its kind; of two workdays with its number.
  public func name(_ words: Catalogue) -> String {
    if !title.isEmpty { return title }
    guard kind == .workday, template == .twoDay else { return words["gatherings.kinds.\(kind.rawValue)"] }
    return words("gatherings.numbered", ["number": id == Self.workdayID(2) ? "2" : "1"])
  }
}
