import Foundation
import Workshop

/// Tells day and time of a moment where the workday takes place.
struct LocalClock: Sendable {
  let timeZone: TimeZone

  /// The day, and the minutes after its midnight.
  func local(_ moment: Date) -> (day: CalendarDate, minutes: Int) {
    (CalendarDate(moment, in: timeZone), moment.minuteOfDay(in: timeZone))
  }

  /// The moment at which clocks show a time of a day.
  ///
  /// A time that summer time leaves out is taken as an hour later, one that comes twice as the first.
  func moment(of day: CalendarDate, minutes: Int) -> Date {
    let shown = Date(timeIntervalSince1970: Double(day.daysSinceEpoch * 86_400 + minutes * 60))
    func moment(in offset: Int) -> Date { shown.addingTimeInterval(-Double(offset)) }
    // Just before a change and just after it the two guesses differ; the earlier offset is the one that was in force.
    let before = timeZone.secondsFromGMT(for: shown.addingTimeInterval(-86_400))
    let guess = moment(in: before)
    if timeZone.secondsFromGMT(for: guess) == before { return guess }
    let after = moment(in: timeZone.secondsFromGMT(for: guess))
    return local(after).minutes == minutes % 1_440 ? after : guess
  }
}
