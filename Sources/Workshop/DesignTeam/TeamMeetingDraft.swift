/// What is filled in of a meeting of the ontwerpteam, as typed: kept whole when something has to be corrected.
public struct TeamMeetingDraft: Hashable, Sendable {
  /// The fields of the form, in its order; the raw values are the names in the form.
  public enum Field: String, CaseIterable, Sendable {
    case title, day, start, end, place, agenda, minutes, decisions

    /// The most characters it may have.
    public var limit: Int {
      switch self {
      case .title, .place: 160
      case .day, .start, .end: 20
      case .agenda, .decisions: 4_000
      case .minutes: 20_000
      }
    }
  }

  /// Who was ticked as there.
  public var attendees: [TeamMemberID]
  private var values: [Field: String]

  /// An empty draft, or one with the values of a form.
  public init(_ values: [Field: String] = [:], attendees: [TeamMemberID] = []) {
    self.values = values
    self.attendees = attendees
  }

  /// A meeting as it is, to be changed.
  public init(_ meeting: TeamMeeting) {
    let content = meeting.content
    values = [
      .title: content.title, .day: meeting.moment.day?.description ?? "",
      .start: meeting.moment.start.map(ClockTime.text) ?? "", .end: meeting.moment.end.map(ClockTime.text) ?? "",
      .place: content.place, .agenda: content.agenda.joined(separator: "\n"), .minutes: content.minutes,
      .decisions: content.decisions.joined(separator: "\n"),
    ]
    attendees = content.attendees
  }

  /// What was typed, without spaces around it and with plain line ends; empty where nothing was.
  public subscript(field: Field) -> String {
    get { (values[field] ?? "").printable.replacing("\r\n", with: "\n").trimmingSpaces() }
    set { values[field] = newValue }
  }

  /// What has to be corrected, by field; empty when the draft can become a meeting of the team.
  public func faults(meeting id: TeamMeetingID, in team: DesignTeam) -> [Field: FieldFault] {
    var faults: [Field: FieldFault] = [:]
    if self[.title].isEmpty { faults[.title] = .missing }
    faults.merge(momentFaults()) { $1 }
    if faults.isEmpty, let other = team.meeting(overlapping: moment, besides: id) {
      faults[.start] = .overlaps(with: other.content.title)
    }
    for field in Field.allCases {
      if let fault = FieldDefinition.lengthFault(of: self[field], limit: field.limit) { faults[field] = fault }
    }
    return faults
  }

  private func momentFaults() -> [Field: FieldFault] {
    var faults: [Field: FieldFault] = [:]
    if !self[.day].isEmpty, CalendarDate(self[.day]) == nil { faults[.day] = .notADate }
    for field in [Field.start, .end] where !self[field].isEmpty {
      if ClockTime.minutes(self[field]) == nil { faults[field] = .notATime }
    }
    if self[.day].isEmpty, !self[.start].isEmpty || !self[.end].isEmpty { faults[.day] = .missing }
    if self[.start].isEmpty, !self[.end].isEmpty { faults[.start] = .missing }
    if let start = moment.start, let end = moment.end, end <= start { faults[.end] = .endsBeforeStart }
    return faults
  }

  /// The moment that was typed, as far as it can be read.
  private var moment: MeetingMoment {
    MeetingMoment(
      day: CalendarDate(self[.day]), start: ClockTime.minutes(self[.start]), end: ClockTime.minutes(self[.end]))
  }

  /// The meeting this draft describes, or nil while there are faults; ticks for who is not in the team are dropped.
  public func meeting(id: TeamMeetingID, version: Int, in team: DesignTeam) -> TeamMeeting? {
    guard faults(meeting: id, in: team).isEmpty else { return nil }
    return TeamMeeting(
      id: id, moment: moment,
      content: TeamMeeting.Content(
        title: self[.title], place: self[.place], agenda: self[.agenda].trimmedLines(),
        attendees: attendees.filter { team.member($0) != nil }, minutes: self[.minutes],
        decisions: self[.decisions].trimmedLines()),
      version: version)
  }
}
