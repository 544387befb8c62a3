import Foundation
import Workshop

/// The meetings of the ontwerpteam and the days by which something was promised, for calendars.
struct TeamCalendar: Sendable {
  let record: DesignTeamRecord
  let words: DocumentWords

  /// All of them as a calendar file: meetings with a day, and tasks that are open and have one.
  ///
  /// Nil where nothing has a day yet, since a calendar may not be empty (RFC 5545, 3.6).
  func file() -> CalendarFile? {
    let events = record.meetings.compactMap { event($0) } + record.meetings.flatMap(\.tasks).compactMap { event($0) }
    guard !events.isEmpty else { return nil }
    return CalendarFile(
      name: "\(mark)\(words["meeting.calendar.title"]) · \(record.trajectory.house)",
      trajectory: record.trajectory.id, madeAt: record.madeAt, events: events)
  }

  private var mark: String { record.trajectory.isRehearsal ? "\(words["rehearsal.mark"]) " : "" }

  private func event(_ record: MeetingRecord) -> CalendarEvent? {
    let (moment, content) = (record.meeting.moment, record.meeting.content)
    guard let day = moment.day else { return nil }
    return CalendarEvent(
      id: "overleg-\(record.meeting.id)", time: time(of: moment, on: day), sequence: record.meeting.version,
      summary: "\(mark)\(words("meeting.calendar.meeting", ["title": Excerpt.of(content.title, limit: 120)]))",
      description: content.agenda.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"),
      place: content.place)
  }

  private func time(of moment: MeetingMoment, on day: CalendarDate) -> CalendarEvent.Time {
    guard let start = moment.start else { return .day(day) }
    return .moment(
      words.clock.moment(of: day, minutes: start), until: moment.end.map { words.clock.moment(of: day, minutes: $0) })
  }

  private func event(_ task: FollowUpTask) -> CalendarEvent? {
    guard task.isOpen, let due = task.due else { return nil }
    return CalendarEvent(
      id: "taak-\(task.id)", time: .day(due), sequence: task.version,
      summary: "\(mark)\(words("meeting.calendar.task", ["what": Excerpt.of(task.what, limit: 120)]))",
      description: words("meeting.calendar.owner", ["owner": task.owner, "what": task.what]))
  }
}
