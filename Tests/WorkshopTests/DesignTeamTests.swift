import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@Suite("The ontwerpteam")
struct DesignTeamTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func meeting(_ id: TeamMeetingID, _ day: String?, start: Int? = nil, end: Int? = nil) -> TeamMeeting {
    TeamMeeting(
      id: id, moment: MeetingMoment(day: day.flatMap { CalendarDate($0) }, start: start, end: end),
      content: .init(title: id.rawValue))
  }

  private func member(_ number: Int) -> TeamMember { TeamMember(id: .numbered(number), role: "partner") }

  @Test("Misses members up to four", arguments: [(0, 4), (3, 1), (4, 0), (7, 0)])
  func minimum(members: Int, missing: Int) {
    #expect(DesignTeam(members: (0..<members).map(member)).missingMembers == missing)
  }

  @Test("Has three meetings and one after the day ready, each with an agenda of its own")
  func prepared() throws {
    let team = DesignTeam().prepared(words: try .shipped())
    #expect(team.meetings.map(\.id) == MeetingTemplate.allCases.map(TeamMeetingID.prepared))
    #expect(team.meetings.allSatisfy { $0.version == 0 && !$0.isRemovable && $0.content.agenda.count >= 8 })
    #expect(Set(team.meetings.map(\.content.agenda)).count == 4)
    #expect(!team.meetings.contains { $0.content.title.contains("team.templates") })
  }

  @Test("A stored meeting takes the place of the one made ready")
  func storedFirst() throws {
    let team = DesignTeam(meetings: [meeting(.prepared(.recruitment), nil)]).prepared(words: try .shipped())
    #expect(team.meetings.count == 4)
    #expect(team.meeting(.prepared(.recruitment))?.version == 1)
  }

  @Test("Meetings stand in the order they take place, those without a day last")
  func order() throws {
    let extra: TeamMeetingID = .numbered(9)
    let team = DesignTeam(meetings: [
      meeting(extra, nil), meeting(.prepared(.evaluation), nil),
      meeting(.prepared(.runSheet), "2026-10-20", start: 600),
      meeting(.prepared(.recruitment), "2026-10-20", start: 540), meeting(.prepared(.acquaintance), "2026-09-01"),
    ])
    #expect(
      team.meetings.map(\.id) == [
        .prepared(.acquaintance), .prepared(.recruitment), .prepared(.runSheet), .prepared(.evaluation), extra,
      ])
    #expect(team.number(of: .prepared(.runSheet)) == 3)
    #expect(team.number(of: "niets") == nil)
  }

  @Test(
    "Moments overlap where they share time of one day",
    arguments: [
      (540, 600, 570, 630, true), (540, 600, 600, 660, false), (600, 660, 540, 600, false),
      (540, 660, 570, 580, true), (540, nil, 540, nil, true), (540, nil, 541, nil, false), (540, 600, 550, nil, true),
    ] as [(Int, Int?, Int, Int?, Bool)])
  func overlap(start: Int, end: Int?, otherStart: Int, otherEnd: Int?, overlaps: Bool) throws {
    let day = try date("2026-10-20")
    let one = MeetingMoment(day: day, start: start, end: end)
    let other = MeetingMoment(day: day, start: otherStart, end: otherEnd)
    #expect(one.overlaps(other) == overlaps)
    #expect(other.overlaps(one) == overlaps)
    #expect(!one.overlaps(MeetingMoment(day: day.adding(days: 1), start: otherStart, end: otherEnd)))
  }

  @Test("Moments without a day or a start overlap with nothing")
  func open() throws {
    let day = try date("2026-10-20")
    #expect(!MeetingMoment(start: 540, end: 600).overlaps(MeetingMoment(start: 540, end: 600)))
    #expect(!MeetingMoment(day: day).overlaps(MeetingMoment(day: day, start: 540)))
  }
}

@Suite("Follow-up tasks")
struct FollowUpTaskTests {
  private func moment(_ day: String) throws -> Date {
    Date(timeIntervalSince1970: Double(try #require(CalendarDate(day)).daysSinceEpoch * 86_400 + 43_200))
  }

  private func team(_ tasks: [FollowUpTask]) throws -> DesignTeam {
    let days: [(MeetingTemplate, String)] = [
      (.acquaintance, "2026-09-01"), (.recruitment, "2026-10-01"), (.runSheet, "2026-11-01"),
    ]
    return DesignTeam(
      meetings: days.map { template, day in
        TeamMeeting(
          id: .prepared(template), moment: .init(day: CalendarDate(day)), content: .init(title: template.rawValue))
      }, tasks: tasks
    ).prepared(words: try .shipped())
  }

  private func task(_ number: Int, due: String? = nil, doneAt: Date? = nil) -> FollowUpTask {
    FollowUpTask(
      id: .numbered(number), meeting: .prepared(.acquaintance), what: "De uitnodiging maken", owner: "de bibliotheek",
      due: due.flatMap { CalendarDate($0) }, doneAt: doneAt)
  }

  @Test("An open task goes along to every later meeting, and not to its own")
  func carried() throws {
    let team = try team([task(1)])
    #expect(team.carriedTasks(to: .prepared(.acquaintance)).isEmpty)
    for later in [.prepared(.recruitment), .prepared(.runSheet), .prepared(.evaluation)] as [TeamMeetingID] {
      #expect(team.carriedTasks(to: later).map(\.id) == [.numbered(1)])
    }
  }

  @Test("A task that is done stays in the meeting that saw it done, and is gone from the next")
  func done() throws {
    let team = try team([task(1, doneAt: try moment("2026-10-01"))])
    #expect(team.carriedTasks(to: .prepared(.recruitment)).count == 1)
    #expect(team.carriedTasks(to: .prepared(.runSheet)).count == 1)
    let later = try self.team([task(1, doneAt: try moment("2026-09-20"))])
    #expect(later.carriedTasks(to: .prepared(.recruitment)).count == 1)
    #expect(later.carriedTasks(to: .prepared(.runSheet)).isEmpty)
    #expect(later.openTasks.isEmpty)
  }

  @Test("A task that was done just after midnight was done on the day that had begun there")
  func midnight() throws {
    // Half past midnight in Brussels is half past ten in UTC, on the day before.
    let night = try moment("2026-09-30").addingTimeInterval(10.5 * 3_600)
    let team = try team([task(1, doneAt: night)])
    #expect(team.carriedTasks(to: .prepared(.runSheet)).count == 1)
    #expect(try self.team([task(1, doneAt: night - 3_600)]).carriedTasks(to: .prepared(.runSheet)).isEmpty)
  }

  @Test("The earliest day stands first, tasks without a day last")
  func order() throws {
    let team = try team([task(1), task(2, due: "2026-12-01"), task(3, due: "2026-10-05")])
    #expect(team.openTasks.map(\.id) == [.numbered(3), .numbered(2), .numbered(1)])
    #expect(team.carriedTasks(to: .prepared(.recruitment)).map(\.id) == [.numbered(3), .numbered(2), .numbered(1)])
  }

  @Test("Is overdue from the day after its day, while it is open")
  func overdue() throws {
    let today = try #require(CalendarDate("2026-11-20"))
    #expect(task(1, due: "2026-11-19").isOverdue(on: today))
    #expect(!task(1, due: "2026-11-20").isOverdue(on: today))
    #expect(!task(1).isOverdue(on: today))
    #expect(!task(1, due: "2026-11-19", doneAt: try moment("2026-11-19")).isOverdue(on: today))
  }
}
