import Foundation
import Workshop

/// The gatherings of a traject as dates: each with its hours, and its items to read.
struct RunSheetCalendar: Sendable {
  let request: RunSheetRequest
  let words: DocumentWords

  /// The file; nil where no gathering has a day yet, since a calendar without anything in it is none (RFC 5545, 3.6).
  func file() -> CalendarFile? {
    let events = request.runSheets.compactMap(event)
    guard !events.isEmpty else { return nil }
    return CalendarFile(
      name: mark + "\(words["runSheet.title"]) · \(request.trajectory.house)", trajectory: request.trajectory.id,
      madeAt: request.madeAt, events: events)
  }

  private var mark: String { request.trajectory.isRehearsal ? "\(words["rehearsal.mark"]) " : "" }

  private func event(_ sheet: RunSheet) -> CalendarEvent? {
    let gathering = sheet.gathering
    guard let date = gathering.date else { return nil }
    let items = sheet.items.filter { !$0.isSkipped }.map { "\(ClockTime.text($0.start)) \($0.title)" }
    return CalendarEvent(
      id: gathering.id.rawValue,
      time: .moment(
        words.clock.moment(of: date, minutes: gathering.start),
        until: sheet.end > gathering.start ? words.clock.moment(of: date, minutes: sheet.end) : nil),
      sequence: request.revisions[gathering.id] ?? 0,
      summary: mark + "\(gathering.name(words.catalogue)) · \(request.trajectory.house)",
      description: items.joined(separator: "\n"),
      place: gathering.place.isEmpty ? request.trajectory.place : gathering.place)
  }
}
