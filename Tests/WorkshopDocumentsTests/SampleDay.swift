import Foundation
import Workshop

/// A whole sample workday in Duffel, as the store would give it, with a fixed clock and fixed ids.
struct SampleDay {
  /// 22 November 2026, 9:00 in Flanders.
  static let nine = Date(timeIntervalSince1970: 1_795_334_400)

  var contributions: [Contribution] = []
  var links: [Link] = []
  var photos: [ContributionID: [UInt8]] = [:]
  var stances: [Stance] = []

  /// The rich day; the parts tests change are changed on the record.
  static func record() throws -> WorkdayRecord {
    var day = SampleDay()
    day.discover()
    day.dream()
    day.design()
    day.act()
    return try day.record(themes: themes, dots: dots)
  }

  /// The day as it stands when it stopped after a step; nil stands for a day on which nothing happened.
  static func record(stoppedAfter step: StepID?) throws -> WorkdayRecord {
    var record = try record()
    let order = StepDefinition.shipped.map(\.id)
    let last = step.flatMap { order.firstIndex(of: $0) } ?? -1
    let reached = Set(order.prefix(last + 1))
    record.contributions.removeAll { !reached.contains($0.step) }
    let ids = Set(record.contributions.map(\.id))
    record.links.removeAll { !ids.contains($0.from) }
    record.photos = record.photos.filter { ids.contains($0.key) }
    if !reached.contains("stippen") { (record.themes, record.dots) = ([], [:]) }
    if !reached.contains("galerij") { record.stances = [] }
    for index in record.runSheet.indices {
      guard let own = record.runSheets[0].items[index].step, !reached.contains(own) else { continue }
      (record.runSheets[0].items[index].actualStart, record.runSheets[0].items[index].actualEnd) = (nil, nil)
    }
    if step == nil {
      record.participation = Participation()
      record.withdrawnCount = 0
    }
    return record
  }

  /// A day with as many stories as asked, each about 900 characters long.
  static func record(stories: Int) throws -> WorkdayRecord {
    var day = SampleDay()
    for index in 0..<stories { day.story(Self.stories[index % Self.stories.count], index: index) }
    day.dream()
    day.design()
    day.act()
    return try day.record(themes: themes, dots: dots)
  }

  /// An id with a number in it.
  static func id(_ number: Int) -> ContributionID {
    let digits = String(number)
    return ContributionID("00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
  }
}

// MARK: Making contributions

extension SampleDay {
  @discardableResult
  mutating func add(
    _ kind: ContributionKind, _ step: StepID, _ body: Body, state: ContributionState = .released,
    consents: Set<Consent> = [.screen, .report], groups: [String] = [], route: EntryRoute = .phone,
    language: Language = .dutch, isLate: Bool = false, holdReason: String? = nil, photo: [UInt8]? = nil
  ) -> ContributionID {
    let number = contributions.count + 1
    let moment = Self.nine.addingTimeInterval(Double(40 * 60 + number * 47))
    let id = Self.id(number)
    contributions.append(
      Contribution(
        id: id, number: Int64(number), kind: kind, step: step, state: state,
        origin: Origin(route: route, table: "4", language: language, isLate: isLate),
        teller: Teller(groups: groups, consents: consents), body: body, hasPhoto: photo != nil, holdReason: holdReason,
        createdAt: moment, updatedAt: moment))
    photos[id] = photo
    return id
  }

  mutating func link(_ from: ContributionID, _ relation: LinkRelation, _ to: String...) {
    links += to.map { Link(from: from, relation: relation, to: $0) }
  }

  private func record(themes: [Theme], dots: [ThemeID: Int]) throws -> WorkdayRecord {
    let words = try Catalogue.shipped()
    var items = RunSheetTemplate.oneDay.items(words)
    for index in items.indices {
      // Discover runs over, the rest catches up.
      let drift = [0, 0, 12, 10, 15, 8, 4, 0, 0, 0, 0, -5, 0][index]
      let start = Self.nine.addingTimeInterval(
        Double((items[index].start - 540 + (index > 2 && index < 7 ? 10 : 0)) * 60))
      items[index].actualStart = start
      items[index].actualEnd = start.addingTimeInterval(Double((items[index].minutes + drift) * 60))
    }
    return WorkdayRecord(
      trajectory: Self.trajectory, framework: .shipped,
      runSheets: [
        RunSheet(gathering: Gathering(id: "dag-1", kind: .workday, start: 540, template: .oneDay), items: items)
      ], room: RoomState(),
      contributions: contributions,
      withdrawnCount: 2, links: links, themes: themes, dots: dots, stances: stances,
      participation: Participation(
        devices: 64, byGroup: ["ouder": 21, "partner": 19, "vrijwilliger": 12, "beleid": 11, "jongere": 7, "kind": 4],
        organisations: 4, tables: 9),
      photos: photos, madeAt: Self.nine.addingTimeInterval(8 * 3_600))
  }

  private static let trajectory = Trajectory(
    id: "duffel-2026", house: "Huis van het Kind Duffel", municipalities: ["Duffel"],
    affirmativeTopic: "Wanneer voelde een gezin zich hier echt geholpen of welkom? Wat maakte dat het lukte?",
    dates: [day(2026, 11, 22)], place: "Zaal De Vonk, Duffel",
    controller: DataController(
      organisation: "Gemeente Duffel", contact: "dienst gezin, 015 30 00 00", legalBasis: "jouw toestemming"),
    retentionDate: day(2028, 11, 22),
    followUpMeeting: FollowUpMeetingPlan(date: CalendarDate("2027-05-22"), place: "Zaal De Vonk"),
    createdAt: nine)

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else { fatalError("the sample's dates exist") }
    return date
  }
}
