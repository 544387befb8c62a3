import Foundation
import Workshop

extension FollowUpCalendar {
  /// The dates as a calendar file.
  func file(madeAt: Date) -> CalendarFile {
    CalendarFile(
      name: "\(mark)\(words["followUp.title"]) · \(day.trajectory.house)", trajectory: day.trajectory.id,
      madeAt: madeAt,
      events: dates.map(event))
  }

  private var mark: String { day.trajectory.isRehearsal ? "\(words["rehearsal.mark"]) " : "" }

  private func event(_ entry: Entry) -> CalendarEvent {
    CalendarEvent(
      id: entry.id, time: .day(entry.day),
      summary: "\(mark)\(entry.kind) \(Excerpt.of(entry.subject, limit: 120))", description: description(of: entry),
      place: entry.place)
  }

  private func description(of entry: Entry) -> String {
    var lines = [entry.subject]
    if let action = entry.source { lines.append("\(words.reference(action).plain): \(action.headline)") }
    if !entry.who.isEmpty { lines.append("\(words["followUp.columns.who"]): \(entry.who)") }
    return lines.joined(separator: "\n")
  }
}
