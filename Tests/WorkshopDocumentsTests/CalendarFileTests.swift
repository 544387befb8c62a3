import Foundation
import Testing
import Workshop

@testable import WorkshopDocuments

@Suite("The calendar file")
struct CalendarFileTests {
  private func lines(_ record: WorkdayRecord) throws -> [String] {
    try Paper.text(.followUp, .ics, record).replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
  }

  @Test("Ends every line with CRLF and folds before the 76th octet")
  func lineEnds() throws {
    var record = try SampleDay.record()
    let action = try #require(record.contributions.firstIndex { $0.kind == .action })
    record.contributions[action].body["firstStep"] = .text(String(repeating: "één 🎈, twee; drie\\vier ", count: 40))
    let text = try Paper.text(.followUp, .ics, record)
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let physical = text.components(separatedBy: "\r\n")
    #expect(!physical.contains { $0.contains("\n") || $0.contains("\r") })
    #expect(physical.allSatisfy { $0.utf8.count <= 75 })
    #expect(text.contains("\r\n "))
  }

  @Test("Gives each event what RFC 5545 asks of it")
  func properties() throws {
    let lines = try lines(SampleDay.record())
    #expect(lines[0...2] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elk Gezin Telt//Werkdag//NL"])
    let events = lines.split(separator: "BEGIN:VEVENT").dropFirst()
    #expect(events.count == 5)
    for event in events {
      for name in ["UID:", "DTSTAMP:20261122T160000Z", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY:"] {
        #expect(event.count { $0.hasPrefix(name) } == 1, "\(name)")
      }
    }
    let uids = lines.filter { $0.hasPrefix("UID:") }
    #expect(Set(uids).count == uids.count)
    #expect(uids.contains("UID:00000000-0000-4000-8000-000000000020-firstStep@duffel-2026.werkdag"))
  }

  @Test("Holds first steps, end dates, the team's meeting and the opvolgmoment, in order")
  func dates() throws {
    let starts = try lines(SampleDay.record()).filter { $0.hasPrefix("DTSTART") }.map { $0.suffix(8) }
    #expect(starts == ["20261203", "20261213", "20270522", "20271201", "20281122"])
    let ends = try lines(SampleDay.record()).filter { $0.hasPrefix("DTEND") }.map { $0.suffix(8) }
    #expect(ends.first == "20261204")
  }

  @Test("Escapes what has a meaning in the format")
  func escaping() {
    #expect(CalendarFile.escaped("a,b;c\\d\ne\u{0}f\r") == "a\\,b\\;c\\\\d\\nef")
  }

  @Test("Marks a rehearsal in every summary")
  func rehearsal() throws {
    var record = try SampleDay.record()
    record.trajectory.isRehearsal = true
    let summaries = try lines(record).filter { $0.hasPrefix("SUMMARY:") }
    #expect(summaries.allSatisfy { $0.hasPrefix("SUMMARY:[Oefening] ") })
  }

  @Test("Is valid for a day without actions or a date for the opvolgmoment")
  func empty() throws {
    var record = try SampleDay.record(stoppedAfter: nil)
    record.trajectory.followUpMeeting = .init()
    #expect(try lines(record).filter { $0.hasPrefix("SUMMARY") }.count == 2)
  }
}
