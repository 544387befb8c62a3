import Foundation
import Workshop

/// What of a day may leave as data: the quotable contributions and the totals, without tellers, ids or seconds.
struct RecordExport: Encodable {
  let version = 1
  let house: String
  let dates: [CalendarDate]
  let topic: String
  let rehearsal: Bool
  let devices: Int
  let groups: [String: Int]
  let organisations: Int
  let told: [String: Int]
  let contributions: [Item]
  let themes: [ThemeItem]
  let spreads: [Spread]
  let runSheet: [Slot]

  struct Item: Encodable {
    let number: Int64
    let kind: ContributionKind
    let step: StepID
    let route: EntryRoute
    let language: Language
    let late: Bool
    /// Whose voice it is, where it was told apart from the workday.
    let voice: Voice?
    let moment: String
    let fields: Body
    let links: [String: [Int64]]
    let themes: [String]
  }

  struct ThemeItem: Encodable {
    let name: String
    let buildingBlock: String?
    let positiveCore: Bool
    let dots: Int
  }

  struct Spread: Encodable {
    let proposal: Int64
    let counts: [StancePosition: Int]
    let byGroup: [String: [StancePosition: Int]]
  }

  struct Slot: Encodable {
    /// Only where there are two workdays.
    let date: CalendarDate?
    let title: String
    let planned: String
    /// The length the day gave it, where that is another than the planned one.
    let adjustedMinutes: Int?
    let skipped: Bool?
    let actualStart: String?
    let actualEnd: String?
  }
}

extension RecordExport {
  init(record: WorkdayRecord, words: DocumentWords) {
    let day = QuotableDay(record)
    house = record.trajectory.house
    dates = record.trajectory.dates
    topic = record.trajectory.affirmativeTopic
    rehearsal = record.trajectory.isRehearsal
    devices = record.participation.devices
    groups = GroupCounts(record.participation.byGroup, total: record.participation.devices).shown
    organisations = record.participation.organisations
    told = Dictionary(uniqueKeysWithValues: ContributionKind.allCases.map { ($0.rawValue, day.told($0)) })
    contributions = day.quotable.map { Item($0, day: day, words: words) }
    themes = day.themes.map {
      ThemeItem(name: $0.name, buildingBlock: $0.buildingBlock, positiveCore: $0.isPositiveCore, dots: day.dots(of: $0))
    }
    spreads = day.quotable(.proposal).compactMap { proposal in
      let spread = day.spread(of: proposal)
      return spread.total == 0 ? nil : Spread(proposal: proposal.number, counts: spread.counts, byGroup: spread.byGroup)
    }
    runSheet = day.workdays.flatMap { sheet in
      sheet.items.map { Slot($0, on: day.workdays.count > 1 ? sheet.gathering.date : nil, words: words) }
    }
  }

  /// The export as JSON with sorted keys, so that the same day is always the same text.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}

extension RecordExport.Item {
  init(_ contribution: Contribution, day: QuotableDay, words: DocumentWords) {
    let local = words.clock.local(contribution.createdAt)
    number = contribution.number
    kind = contribution.kind
    step = contribution.step
    route = contribution.origin.route
    language = contribution.origin.language
    late = contribution.origin.isLate
    voice = day.voice(of: contribution)
    moment = "\(local.day) \(ClockTime.text(local.minutes))"
    fields = contribution.body.filter { $0.key != EntryWriter.privacyCheck && !$0.value.isEmpty }
    links = LinkRelation.allCases.reduce(into: [:]) { links, relation in
      let numbers = day.targets(of: contribution.id, relation).map(\.number).sorted()
      if !numbers.isEmpty { links[relation.rawValue] = numbers }
    }
    themes = LinkRelation.allCases.flatMap { day.themes(of: contribution.id, $0) }.map(\.name)
  }
}

extension RecordExport.Slot {
  init(_ item: RunSheetItem, on date: CalendarDate?, words: DocumentWords) {
    (self.date, title, planned) = (date, item.title, ClockTime.text(item.start))
    (adjustedMinutes, skipped) = (item.adjustedMinutes, item.isSkipped ? true : nil)
    (actualStart, actualEnd) = (item.actualStart.map { words.time($0) }, item.actualEnd.map { words.time($0) })
  }
}
