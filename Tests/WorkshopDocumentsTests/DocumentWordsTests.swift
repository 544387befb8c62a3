import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("Dates and numbers in Dutch")
struct DocumentWordsTests {
  @Test("A date is written out")
  func dates() throws {
    let date = try #require(CalendarDate("2026-11-22"))
    #expect(try Paper.words().long(date) == "zondag 22 november 2026")
    #expect(try Paper.words().short(date) == "22 november 2026")
  }

  @Test("A moment is told on the clock of the place, in summer and in winter")
  func moments() throws {
    #expect(try Paper.words().moment(Date(timeIntervalSince1970: 1_795_340_520)) == "22 november 2026, 10:42")
    #expect(try Paper.words().moment(Date(timeIntervalSince1970: 1_782_165_600)) == "23 juni 2026, 0:00")
  }

  @Test(
    "Every day is counted back to itself",
    arguments: ["1970-01-01", "2000-02-29", "2026-12-31", "2027-03-01", "1900-01-01"])
  func calendar(text: String) throws {
    let date = try #require(CalendarDate(text))
    let moment = Date(timeIntervalSince1970: Double(date.daysSinceEpoch) * 86_400)
    #expect(LocalClock(timeZone: .gmt).local(moment).day == date)
  }

  @Test("Numbers have points, fractions a comma")
  func numbers() throws {
    let words = try Paper.words()
    #expect([7, 504, 1_204, 12_345_678].map(words.number) == ["7", "504", "1.204", "12.345.678"])
    #expect(words.percentage(5, of: 8) == "62,5 %")
    #expect(words.percentage(3, of: 5) == "60 %")
    #expect(words.percentage(0, of: 0) == "0 %")
  }

  @Test("Lists end with “en”")
  func enumerations() throws {
    let words = try Paper.words()
    #expect(words.enumeration([String]()) == "")
    #expect(words.enumeration(["a"]) == "a")
    #expect(words.enumeration(["a", "b", "c"]) == "a, b en c")
  }

  @Test("A long text is cut at a space, and a short one not at all")
  func excerpts() {
    #expect(Excerpt.of("één twee drie", limit: 13) == "één twee drie")
    #expect(Excerpt.of("één twee drie", limit: 10) == "één twee…")
  }
}
