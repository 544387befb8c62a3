import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopDocuments

/// An ontwerpteam in Duffel with four members, two meetings with a day and tasks in every state.
enum SampleTeam {
  static func team() throws -> DesignTeam {
    let words = try Catalogue.shipped()
    var first = TeamMeeting(.acquaintance, words: words)
    first.moment = MeetingMoment(day: CalendarDate("2026-09-08"), start: 13 * 60 + 30, end: 15 * 60 + 30)
    first.content.place = "Bibliotheek, eerste verdieping; ‘de zolder’"
    first.content.attendees = [.numbered(1), .numbered(2)]
    first.content.minutes =
      "An vertelt over de Speelbazaar.\nIedereen herkent het.\n\nWe kozen onze vraag: wanneer voelde een gezin zich "
      + "hier écht welkom?"
    first.content.decisions = ["Eén werkdag, op 20 november.", "We vragen de school mee."]
    first.version = 2
    var second = TeamMeeting(.recruitment, words: words)
    second.moment = MeetingMoment(day: CalendarDate("2026-11-03"), start: 9 * 60)
    return DesignTeam(members: members, meetings: [first, second], tasks: tasks).prepared(words: words)
  }

  static func record(isRehearsal: Bool = false) throws -> DesignTeamRecord {
    DesignTeamRecord(
      trajectory: .sample(isRehearsal: isRehearsal), framework: .shipped, team: try team(),
      madeAt: SampleDay.nine)
  }

  private static let members = [
    TeamMember(
      id: .numbered(1), role: "coördinator", organisation: "Lokaal bestuur Duffel", lifeDomain: "lokaal-bestuur",
      contact: Contact(
        id: .numbered(101), name: "An Peeters", email: "an@voorbeeld.be", phone: "015 12 34 56",
        consentedAt: FrozenClock.start)),
    TeamMember(id: .numbered(2), role: "ouder"),
    TeamMember(id: .numbered(3), role: "directeur", organisation: "Basisschool De Regenboog", lifeDomain: "onderwijs"),
    TeamMember(id: .numbered(4), role: "vrijwilliger", organisation: "Speelbazaar"),
  ]

  private static var tasks: [FollowUpTask] {
    func task(_ number: Int, _ what: String, _ due: String?, doneAt: Date? = nil) -> FollowUpTask {
      FollowUpTask(
        id: .numbered(200 + number), meeting: .prepared(.acquaintance), what: what, owner: "de bibliotheek",
        due: due.flatMap { CalendarDate($0) }, doneAt: doneAt, version: 1)
    }
    return [
      task(1, "De zaal vastleggen", "2026-09-30", doneAt: SampleDay.nine),
      task(2, "De uitnodiging maken, ook in het Frans", "2026-10-15"), task(3, "Een tolk zoeken", "2027-01-15"),
      task(4, "Bellen met de school", nil),
    ]
  }
}

@Suite("Agenda and minutes of a meeting")
struct MeetingDocumentTests {
  private let first: TeamMeetingID = .prepared(.acquaintance)
  private let second: TeamMeetingID = .prepared(.recruitment)

  private func document(_ id: TeamMeetingID) throws -> Document {
    let record = try SampleTeam.record()
    return MeetingBuilder(record: record, meeting: try #require(record.meeting(id)), words: try Paper.words())
      .document()
  }

  private func html(_ id: TeamMeetingID, _ record: DesignTeamRecord) throws -> String {
    String(
      decoding: try Paper.renderer().render(meeting: id, as: .html, record: record).bytes, as: UTF8.self)
  }

  @Test("Minutes hold agenda, text, decisions, tasks and the next meeting, in that order")
  func minutes() throws {
    let document = try document(first)
    #expect(document.title == "Verslag: Kennismaking en kernthema")
    #expect(
      document.chapters.map(\.title) == ["Agenda", "Verslag", "Wat we beslisten", "Wie doet wat", "Volgend overleg"])
    #expect(document.texts.contains("dinsdag 8 september 2026, 13:30–15:30"))
    #expect(document.chapters[1].blocks.count == 2)
    #expect(document.texts.contains("gedaan op 22 november 2026"))
    #expect(document.texts.contains("open, de datum is voorbij"))
  }

  @Test("An agenda holds what earlier meetings left open, and no empty chapter")
  func agenda() throws {
    let document = try document(second)
    #expect(document.title == "Agenda: Werving en mix")
    #expect(document.chapters.map(\.title) == ["Agenda", "Waar we op terugkomen", "Volgend overleg"])
    #expect(document.texts.contains("Bellen met de school"))
    #expect(document.texts.contains("De zaal vastleggen"))
  }

  @Test("A name stands in it only with consent, an address or a number never")
  func privacy() throws {
    let record = try SampleTeam.record()
    for id in record.meetings.map(\.meeting.id) {
      let page = try html(id, record)
      #expect(!page.contains("an@voorbeeld.be") && !page.contains("015 12"))
    }
    let page = try html(first, record)
    #expect(page.contains("An Peeters, coördinator, Lokaal bestuur Duffel"))
    #expect(page.contains("ouder"))
  }

  @Test("Has no page for its title and no contents, and says that it is a rehearsal")
  func brief() throws {
    let page = try html(first, SampleTeam.record(isRehearsal: true))
    #expect(page.contains("<body class=\"brief\">"))
    #expect(!page.contains("<nav class=\"contents\""))
    #expect(page.contains("OEFENING"))
  }

  @Test("Every text comes from the catalogue and every placeholder is filled")
  func words() throws {
    let record = try SampleTeam.record()
    for meeting in record.meetings {
      let document = try document(meeting.meeting.id)
      for text in document.texts + [document.title, document.date] {
        #expect(!text.contains("documents.") && !text.contains("meeting.") && !text.contains("team."), "\(text)")
        #expect(text.range(of: "\\{[a-z]+\\}", options: .regularExpression) == nil, "\(text)")
      }
    }
  }

  @Test("A meeting the team does not have, and a format there is not, are refused")
  func refused() throws {
    let record = try SampleTeam.record()
    let renderer = try Paper.renderer()
    #expect(throws: DocumentError.self) { try renderer.render(meeting: .numbered(99), as: .html, record: record) }
    #expect(throws: DocumentError.self) { try renderer.render(meeting: first, as: .json, record: record) }
    #expect(throws: DocumentError.self) { try renderer.render(.meeting, as: .html, record: SampleDay.record()) }
  }

  @Test("PDF and Word say the same, in one or two pages", .enabled(if: Paper.hasConverters))
  func converted() throws {
    let (record, renderer) = (try SampleTeam.record(), try Paper.renderer())
    let pdf = try renderer.render(meeting: first, as: .pdf, record: record)
    let word = try renderer.render(meeting: first, as: .docx, record: record)
    #expect(pdf.suggestedFileName == "duffel-2026-overleg-1.pdf")
    let facts = try Paper.output(of: "pdfinfo", ["FILE"], pdf.bytes)
    #expect(facts.contains(/Pages: +[12]\n/))
    #expect(facts.contains(/Tagged: +yes/))
    let texts = [
      try Paper.output(of: "pdftotext", ["-enc", "UTF-8", "FILE", "-"], pdf.bytes),
      try Paper.output(
        of: Paper.converters.pandoc.joined(), ["--from=docx", "--to=plain", "--standalone", "--wrap=none", "FILE"],
        word.bytes),
    ]
    for text in texts {
      for expected in ["Verslag: Kennismaking", "An Peeters", "We vragen de school mee", "Een tolk zoeken"] {
        #expect(text.contains(expected), "\(expected)")
      }
      #expect(!text.contains("an@voorbeeld.be"))
    }
  }
}

@Suite("The calendar of the ontwerpteam")
struct TeamCalendarTests {
  private func text(_ record: DesignTeamRecord) throws -> String {
    let file = try Paper.renderer().render(meeting: .prepared(.acquaintance), as: .ics, record: record)
    #expect(file.suggestedFileName == "duffel-2026-ontwerpteam.ics")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private func lines(_ record: DesignTeamRecord) throws -> [String] {
    try text(record).replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
  }

  @Test("Holds each meeting with a day, and each open task with one, in the time of the place")
  func events() throws {
    let lines = try lines(SampleTeam.record())
    // Summer time on 8 September, winter time on 3 November.
    #expect(
      lines.filter { $0.hasPrefix("DTSTART") } == [
        "DTSTART:20260908T113000Z", "DTSTART:20261103T080000Z", "DTSTART;VALUE=DATE:20261015",
        "DTSTART;VALUE=DATE:20270115",
      ])
    #expect(
      lines.filter { $0.hasPrefix("DTEND") } == [
        "DTEND:20260908T133000Z", "DTEND;VALUE=DATE:20261016", "DTEND;VALUE=DATE:20270116",
      ])
    #expect(lines.contains("LOCATION:Bibliotheek\\, eerste verdieping\\; ‘de zolder’"))
    #expect(lines.contains("UID:overleg-0e1b0000-0000-4000-8000-000000000001@duffel-2026.werkdag"))
    #expect(lines.contains("SEQUENCE:2"))
    #expect(!lines.contains { $0.contains("De zaal vastleggen") || $0.contains("an@voorbeeld.be") })
  }

  @Test("Is refused while nothing has a day, since a calendar may not be empty")
  func nothing() throws {
    let record = DesignTeamRecord(
      trajectory: .sample(), framework: .shipped, team: DesignTeam().prepared(words: try .shipped()),
      madeAt: SampleDay.nine)
    #expect(throws: DocumentError(kind: .meeting, format: .ics, cause: .noDate)) { try text(record) }
  }

  @Test("Folds before the 76th octet, never inside a character")
  func folding() throws {
    let physical = try text(SampleTeam.record()).components(separatedBy: "\r\n")
    #expect(physical.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
    #expect(physical.contains { $0.hasPrefix(" ") })
  }

  @Test("A strict reader takes it", .enabled(if: CalendarReader.isThere))
  func strictReader() throws {
    let bytes = Array(try text(SampleTeam.record()).utf8)
    let read = try Paper.output(of: "python3", ["-c", CalendarReader.script, "FILE"], bytes)
    #expect(
      read == """
        2026-09-08 11:30:00+00:00 2026-09-08 13:30:00+00:00 Ontwerpteam: Kennismaking en kernthema
        2026-11-03 08:00:00+00:00 - Ontwerpteam: Werving en mix
        2026-10-15 2026-10-16 Af tegen vandaag: De uitnodiging maken, ook in het Frans
        2027-01-15 2027-01-16 Af tegen vandaag: Een tolk zoeken

        """)
  }
}

/// Reads calendars with the icalendar package, which refuses what RFC 5545 does not allow.
private enum CalendarReader {
  static let isThere = (try? Paper.output(of: "python3", ["-c", "import icalendar"], [])) != nil

  static let script = """
    from icalendar import Calendar; from sys import argv
    data = open(argv[1], "rb").read()
    calendar = Calendar.from_ical(data)
    assert calendar['VERSION'] == '2.0' and calendar['PRODID'] and not calendar.errors
    events = calendar.walk('VEVENT')
    assert len({event['UID'] for event in events}) == len(events)
    for event in events:
        assert not event.errors and event['DTSTAMP'] and event['SUMMARY'], event
        end = event.get('DTEND')
        print(event['DTSTART'].dt, end.dt if end else '-', event['SUMMARY'])
    """
}

@Suite("The moment at which clocks show a time")
struct LocalClockTests {
  private let clock = LocalClock(timeZone: TimeZone(identifier: "Europe/Brussels") ?? .gmt)

  @Test(
    "Is found in summer and winter, on the days of the change, and where a time is left out or comes twice",
    arguments: [
      ("2026-07-01", 600, "2026-07-01T08:00:00Z"), ("2026-12-01", 600, "2026-12-01T09:00:00Z"),
      ("2026-03-29", 600, "2026-03-29T08:00:00Z"), ("2026-03-29", 60, "2026-03-29T00:00:00Z"),
      ("2026-03-29", 150, "2026-03-29T01:30:00Z"), ("2026-10-25", 150, "2026-10-25T00:30:00Z"),
      ("2026-10-25", 600, "2026-10-25T09:00:00Z"), ("2026-10-24", 1_440, "2026-10-24T22:00:00Z"),
    ])
  func moments(day: String, minutes: Int, utc: String) throws {
    let moment = clock.moment(of: try #require(CalendarDate(day)), minutes: minutes)
    #expect(moment.ISO8601Format() == utc)
  }
}
