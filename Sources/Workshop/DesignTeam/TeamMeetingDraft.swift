/// What is filled in of a meeting of the ontwerpteam, as typed: kept whole when something has to be corrected.
public struct TeamMeetingDraft: FormDraft, Hashable {
  /// The fields of the form, in its order.
  public enum Field: String, FormField {
    case title, day, start, end, place, agenda, attendees, minutes, decisions
  }

  /// What was typed.
  public var typed: Typed<Field>

  /// A draft of what was typed.
  public init(_ typed: Typed<Field>) {
    self.typed = typed
  }

  /// A meeting as it is, to be changed.
  public init(_ meeting: TeamMeeting) {
    let (content, moment) = (meeting.content, meeting.moment)
    self.init(
      Typed([
        .title: content.title, .day: moment.day?.description ?? "", .start: Self.text(moment.start),
        .end: Self.text(moment.end), .place: content.place, .agenda: content.agenda.joined(separator: "\n"),
        .minutes: content.minutes, .decisions: content.decisions.joined(separator: "\n"),
      ]))
    typed[all: .attendees] = content.attendees.map(\.rawValue)
  }

  private static func text(_ minutes: Int?) -> String {
    minutes.flatMap { TimeOfDay(minutes: $0) }?.description ?? ""
  }

  /// What has to be corrected, by field; empty when the draft can become a meeting.
  public func faults() -> [Field: FieldFault] {
    var checks = FieldChecks(typed)
    checks.require(.title)
    checks.limit(.title, .place, to: 160)
    checks.limit(.agenda, .decisions, to: 4_000)
    checks.limit(.minutes, to: 20_000)
    checks.date(.day)
    checks.time(.start, .end)
    if !self[.start].isEmpty || !self[.end].isEmpty { checks.require(.day) }
    if !self[.end].isEmpty { checks.require(.start) }
    checks.end(.end, after: .start)
    return checks.faults
  }

  /// The same, with what only the team's other meetings can tell: a time that one of them takes.
  public func faults(meeting id: TeamMeetingID, in team: DesignTeam) -> [Field: FieldFault] {
    guard let other = team.meeting(overlapping: moment, besides: id) else { return faults() }
    return faults().merging([.start: .overlaps(other.content.title)]) { own, _ in own }
  }

  /// The moment that was typed, as far as it can be read.
  private var moment: MeetingMoment {
    MeetingMoment(day: typed.date(.day), start: typed.time(.start)?.minutes, end: typed.time(.end)?.minutes)
  }

  /// The meeting this draft describes, or nil while there are faults; ticks for who is not in the team are dropped.
  public func meeting(id: TeamMeetingID, version: Int, in team: DesignTeam) -> TeamMeeting? {
    guard faults(meeting: id, in: team).isEmpty else { return nil }
    let ticked = Set(typed[all: .attendees])
    return TeamMeeting(
      id: id, moment: moment,
      content: TeamMeeting.Content(
        title: self[.title], place: self[.place], agenda: self[.agenda].trimmedLines(),
        attendees: team.members.map(\.id).filter { ticked.contains($0.rawValue) }, minutes: self[.minutes],
        decisions: self[.decisions].trimmedLines()),
      version: version)
  }
}
