public import struct Foundation.Date

/// The id of a traject: the name of its file without the extension, for example `duffel-2026`.
public typealias TrajectoryID = Identifier<Trajectory>

/// One Elk Gezin Telt-traject of one Huis van het Kind, from intake to sharing what was learned (seed 001).
public struct Trajectory: Hashable, Sendable, Codable {
  /// The name of the traject's file.
  public let id: TrajectoryID
  /// The plan the workday was made from.
  public var template: RunSheetTemplate
  /// The Huis van het Kind, for example "Huis van het Kind Duffel".
  public var house: String
  /// The municipalities it works for.
  public var municipalities: [String]
  /// The affirmative question of the day (kernthema / waarderende vraag).
  public var affirmativeTopic: String
  /// The workday, or two consecutive days (seed 001: "minimum 1, maximum 2 aansluitende dagen").
  public var dates: [CalendarDate]
  /// Where the workday takes place.
  public var place: String
  /// Who answers for the data of the traject.
  public var controller: DataController
  /// Who takes care of a worrying story (vertrouwenspersoon): a name or a role and how to reach it; nil while nobody is
  /// named.
  public var confidant: String?
  /// What the network itself says about how contributions are read, beside the product's own words; nil where nothing.
  public var houseRules: String?
  /// The day after which everything is deleted.
  public var retentionDate: CalendarDate
  /// When and where progress is looked at together, months later.
  public var followUpMeeting: FollowUpMeetingPlan
  /// True for a rehearsal, whose data never mixes with a real day's.
  public var isRehearsal: Bool
  /// When the traject was made.
  public var createdAt: Date

  /// Makes a traject of parts that were validated before.
  public init(
    id: TrajectoryID, template: RunSheetTemplate = .oneDay, house: String, municipalities: [String] = [],
    affirmativeTopic: String, dates: [CalendarDate], place: String = "", controller: DataController,
    confidant: String? = nil, houseRules: String? = nil, retentionDate: CalendarDate,
    followUpMeeting: FollowUpMeetingPlan = .init(),
    isRehearsal: Bool = false,
    createdAt: Date
  ) {
    self.id = id
    self.template = template
    self.house = house
    self.municipalities = municipalities
    self.affirmativeTopic = affirmativeTopic
    self.dates = dates
    self.place = place
    self.controller = controller
    self.confidant = confidant
    self.houseRules = houseRules
    self.retentionDate = retentionDate
    self.followUpMeeting = followUpMeeting
    self.isRehearsal = isRehearsal
    self.createdAt = createdAt
  }
}

/// Who is responsible for the data people give, as told to them before they begin.
public struct DataController: Hashable, Sendable, Codable {
  /// The organisation, for example the city or the Huis van het Kind.
  public var organisation: String
  /// How to reach it: a role with a telephone number or an address, chosen by the organisation.
  public var contact: String
  /// The legal basis in plain words, for example "jouw toestemming".
  public var legalBasis: String

  /// Names the controller.
  public init(organisation: String, contact: String, legalBasis: String) {
    self.organisation = organisation
    self.contact = contact
    self.legalBasis = legalBasis
  }
}

/// The opvolgmoment: when and where participants come back to see what was done (seed 001).
public struct FollowUpMeetingPlan: Hashable, Sendable, Codable {
  /// The day, or nil while it is not agreed yet.
  public var date: CalendarDate?
  /// The place, empty while it is not agreed yet.
  public var place: String

  /// Plans an opvolgmoment; without a date it is still to be agreed.
  public init(date: CalendarDate? = nil, place: String = "") {
    self.date = date
    self.place = place
  }
}
