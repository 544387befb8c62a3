import Testing
import Workshop

@Suite("A calendar date")
struct CalendarDateTests {
  @Test("29 February exists only in leap years", arguments: [(2024, true), (2026, false), (2000, true), (2100, false)])
  func leapYears(year: Int, isLeap: Bool) {
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(
    "What is not a date of the calendar is refused",
    arguments: [
      "", "2026", "2026-13-01", "2026-00-10", "2026-04-31", "2026-11-00", "2026-1-01", "26-01-01", "2026-11-22-",
      "1899-12-31",
      "2026-+1-22", "+026-11-22", "2026-11- 2", "2026/11/22", "２０２６-11-22", "3000-01-01",
    ])
  func refused(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("A date is written as it is read", arguments: ["2026-11-22", "1900-01-01", "2999-12-31", "2024-02-29"])
  func roundTrip(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(
    "Days of the week are those of the calendar on the wall",
    arguments: [
      ("2026-11-22", 7), ("2026-11-20", 5), ("2024-02-29", 4), ("1970-01-01", 4), ("1900-01-01", 1), ("2000-12-31", 7),
    ])
  func weekdays(text: String, weekday: Int) {
    #expect(CalendarDate(text)?.weekday == weekday)
  }

  @Test(
    "Adding days passes month ends, leap days and new year",
    arguments: [
      ("2026-11-22", 14, "2026-12-06"), ("2026-12-31", 1, "2027-01-01"), ("2024-02-28", 1, "2024-02-29"),
      ("2025-02-28", 1, "2025-03-01"), ("2026-03-01", -1, "2026-02-28"), ("2026-01-01", -1, "2025-12-31"),
      ("2026-11-22", 730, "2028-11-21"), ("2026-11-22", 0, "2026-11-22"),
    ])
  func adding(text: String, days: Int, expected: String) {
    #expect(CalendarDate(text)?.adding(days: days).description == expected)
  }

  @Test("Adding a day always moves one day on, over four hundred years of leap days")
  func consecutive() throws {
    var day = try #require(CalendarDate("1999-12-25"))
    for _ in 0..<146_100 {
      let next = day.adding(days: 1)
      guard next.daysSinceEpoch == day.daysSinceEpoch + 1, next > day, next.weekday == day.weekday % 7 + 1 else {
        Issue.record("\(day) is followed by \(next)")
        return
      }
      day = next
    }
  }
}
