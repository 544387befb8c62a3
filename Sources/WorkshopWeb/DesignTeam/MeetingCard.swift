import Workshop

/// A meeting as a card on the page of the ontwerpteam: when, where, and how far it is.
struct MeetingCard {
  let meeting: TeamMeeting
  let team: DesignTeam
  let words: Catalogue
  let today: CalendarDate

  /// How far a meeting is.
  private enum State: String {
    /// No day was agreed.
    case open
    /// Its day is still to come, or today.
    case planned
    /// Its day is past, and nothing was written down.
    case withoutMinutes
    /// There are minutes.
    case minutes
  }

  private var state: State {
    if meeting.content.hasMinutes { return .minutes }
    guard let day = meeting.moment.day else { return .open }
    return day < today ? .withoutMinutes : .planned
  }

  func context() -> [String: Any] {
    let tasks = team.tasks(of: meeting.id)
    let open = tasks.count { $0.isOpen }
    return [
      "id": meeting.id.rawValue, "title": meeting.content.title,
      "number": words("team.number", ["number": String(team.number(of: meeting.id) ?? 0)]),
      "when": Self.when(meeting.moment, words) ?? false,
      "place": meeting.content.place.isEmpty ? false : meeting.content.place,
      "state": state.rawValue, "stateLabel": words["team.states.\(state.rawValue)"],
      "tasks": tasks.isEmpty ? false : words("team.taskCount", count: tasks.count, ["open": String(open)]),
    ]
  }

  /// "dinsdag 20 oktober 2026, 13:30–15:30"; nil while no day is agreed.
  static func when(_ moment: MeetingMoment, _ words: Catalogue) -> String? {
    guard let day = moment.day else { return nil }
    let times = [moment.start, moment.end].compactMap { $0 }.compactMap { TimeOfDay(minutes: $0)?.description }
    return times.isEmpty ? words.long(day) : "\(words.long(day)), \(times.joined(separator: "–"))"
  }
}
