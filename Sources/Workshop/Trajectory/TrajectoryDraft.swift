public import struct Foundation.Date

/// What a facilitator fills in to begin a traject or to change it, as typed: kept whole when something has to be corrected.
public struct TrajectoryDraft: FormDraft, Hashable {
  /// The fields of the form, in its order; the raw values are the names in the form and in JSON.
  public enum Field: String, FormField {
    case template, house, municipalities, topic, date, secondDate, place, organisation, contact, legalBasis, confidant,
      houseRules
    case retention, followUpDate, followUpPlace, rehearsal
    /// A tick: a second day that goes may take the run sheet and the tables that were arranged for it along.
    case dropSecondDay
  }

  /// The most characters any field may have.
  public static let limit = 300

  /// The most characters of a paragraph.
  public static let paragraphLimit = 1_000

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// A traject as it is, to be changed.
  public init(_ trajectory: Trajectory) {
    self.init(
      Typed([
        .template: trajectory.template.rawValue, .house: trajectory.house,
        .municipalities: trajectory.municipalities.joined(separator: ", "), .topic: trajectory.affirmativeTopic,
        .date: trajectory.dates.first?.description ?? "",
        .secondDate: trajectory.dates.dropFirst().first?.description ?? "", .place: trajectory.place,
        .organisation: trajectory.controller.organisation, .contact: trajectory.controller.contact,
        .legalBasis: trajectory.controller.legalBasis, .confidant: trajectory.confidant ?? "",
        .houseRules: trajectory.houseRules ?? "", .retention: trajectory.retentionDate.description,
        .followUpDate: trajectory.followUpMeeting.date?.description ?? "",
        .followUpPlace: trajectory.followUpMeeting.place, .rehearsal: trajectory.isRehearsal ? "true" : "",
      ]))
  }

  /// The plan to begin with: the one of one day where none was chosen.
  public var template: RunSheetTemplate { RunSheetTemplate(rawValue: self[.template]) ?? .oneDay }

  /// The days, one or two; nil where the first is no date.
  ///
  /// Without a second date, two days are the first and the day after it (seed 001: "maximum 2 aansluitende dagen").
  public var dates: [CalendarDate]? {
    guard let first = typed.date(.date) else { return nil }
    guard template == .twoDay else { return [first] }
    return [first, typed.date(.secondDate) ?? first.adding(days: 1)]
  }

  /// What has to be corrected, by field; empty when the draft can become a traject.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.house, .date, .organisation, .contact)
    for field in Field.allCases { checks.limit(field, to: field == .houseRules ? Self.paragraphLimit : Self.limit) }
    checks.choice(.template, of: RunSheetTemplate.allCases.map(\.rawValue))
    checks.date(.date, .secondDate, .retention, .followUpDate)
    checkSecondDay(&checks)
    for field in [Field.retention, .followUpDate] {
      if let later = typed.date(field), let last = dates?.last, later <= last { checks.tell(.tooEarly, field) }
    }
    return checks.faults
  }

  private func checkSecondDay(_ checks: inout FieldChecks<Field>) {
    guard !self[.secondDate].isEmpty else { return }
    if template != .twoDay { return checks.tell(.onlyTwoDays, .secondDate) }
    if let first = typed.date(.date), let second = typed.date(.secondDate), second != first.adding(days: 1) {
      checks.tell(.notConsecutive, .secondDate)
    }
  }

  /// The traject this draft describes, or nil while `faults()` is not empty.
  ///
  /// What was left open gets a sensible start: the topic of the method, and two years of keeping the data.
  public func trajectory(id: TrajectoryID, words: Catalogue, now: Date) -> Trajectory? {
    guard faults().isEmpty, let dates, let last = dates.last else { return nil }
    return Trajectory(
      id: id, template: template, house: self[.house],
      municipalities: self[.municipalities].split(separator: ",").map { $0.trimmingSpaces() }.filter { !$0.isEmpty },
      affirmativeTopic: self[.topic].isEmpty ? words["trajectory.defaultTopic"] : self[.topic],
      dates: dates, place: self[.place],
      controller: DataController(
        organisation: self[.organisation], contact: self[.contact],
        legalBasis: self[.legalBasis].isEmpty ? words["trajectory.defaultLegalBasis"] : self[.legalBasis]),
      confidant: self[.confidant].isEmpty ? nil : self[.confidant],
      houseRules: self[.houseRules].isEmpty ? nil : self[.houseRules],
      retentionDate: typed.date(.retention) ?? last.adding(days: 730),
      followUpMeeting: FollowUpMeetingPlan(date: typed.date(.followUpDate), place: self[.followUpPlace]),
      isRehearsal: typed.isTicked(.rehearsal), createdAt: now)
  }
}

extension String {
  /// The text without control characters, which no page, document or column can hold; tabs and line ends stay.
  public var printable: String {
    guard utf8.contains(where: Self.isControl) else { return self }
    return String(unicodeScalars.filter { $0.value > 0x7F || !Self.isControl(UInt8($0.value)) })
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }
}

extension StringProtocol {
  /// The text without white space and line ends around it.
  public func trimmingSpaces() -> String {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
