import Testing
import Workshop
import WorkshopTestSupport

@Suite("Recruitment")
struct RecruitmentTests {
  private typealias Cell = RecruitmentCountsDraft.Cell

  private func draft(_ typed: [String]...) -> RecruitmentCountsDraft {
    let terms = (0..<typed.count).map { "g\($0)" }
    var draft = RecruitmentCountsDraft(terms.map { RecruitmentCount($0) })
    for (term, row) in zip(terms, typed) {
      for (column, text) in zip(RecruitmentCount.Column.allCases, row) { draft[Cell(term, column)] = text }
    }
    return draft
  }

  @Test("Counts that were typed become counts; an open field is 0")
  func counts() {
    let counts = draft([" 12 ", "40", "9", "8"], ["", "", "", ""]).counts()
    #expect(counts == [RecruitmentCount("g0", target: 12, invited: 40, confirmed: 9, present: 8), .init("g1")])
  }

  @Test(
    "What is not a count is refused at its field, with what to do",
    arguments: [
      ("-1", FieldFault.tooLow(least: 0)), ("−4", .tooLow(least: 0)), ("2,5", .notANumber), ("2.5", .notANumber),
      ("1e3", .notANumber),
      ("tien", .notANumber), ("+3", .notANumber), ("--3", .notANumber), ("-", .notANumber), ("٣", .notANumber),
      ("10000", .tooHigh(most: 9_999)), ("99999999999999999999999", .tooHigh(most: 9_999)),
    ])
  func refused(text: String, fault: FieldFault) {
    for (offset, column) in RecruitmentCount.Column.allCases.enumerated() {
      var row = ["", "", "", ""]
      row[offset] = text
      let draft = draft(row)
      #expect(draft.faults() == [Cell("g0", column): fault])
      #expect(draft.counts() == nil)
      #expect(draft[Cell("g0", column)] == text)
    }
  }

  @Test("The highest count is believed, one more is not")
  func limit() {
    #expect(draft(["9999", "", "", ""]).faults().isEmpty)
    #expect(draft(["0", "00", "007", "7"]).counts()?.first?.confirmed == 7)
  }

  @Test("More people present than confirmed is told at present")
  func presentAboveConfirmed() {
    let draft = draft(["", "", "5", "6"], ["", "", "5", "5"], ["", "", "", "1"])
    #expect(draft.faults() == [Cell("g0", .present): .aboveConfirmed(5), Cell("g2", .present): .aboveConfirmed(0)])
  }

  @Test("An unreadable number of confirmed people is the only fault of its row")
  func oneFaultAtATime() {
    #expect(draft(["", "", "veel", "6"]).faults() == [Cell("g0", .confirmed): .notANumber])
  }

  @Test("Counts come back as they were kept, and a 0 leaves its field open")
  func roundTrip() {
    let counts = [RecruitmentCount("a", target: 3, confirmed: 2, present: 1), RecruitmentCount("b")]
    #expect(RecruitmentCountsDraft(counts).counts() == counts)
    #expect(RecruitmentCountsDraft(counts)[Cell("b", .target)] == "")
  }

  @Test("Who checked in fills in who is present, and nothing else")
  func suggestion() {
    var draft = draft(["4", "x", "3", ""], ["", "", "", "2"])
    draft.suggest(present: ["g0": 3, "elders": 9])
    #expect(draft[Cell("g0", .present)] == "3")
    #expect(draft[Cell("g0", .invited)] == "x")
    #expect(draft[Cell("g1", .present)] == "")
  }

  @Test("A group that is switched off stays while somebody is counted in it")
  func rows() {
    var framework = FrameworkContent(lists: [.stakeholderGroups: [Term("a"), Term("b"), Term("c", isEnabled: false)]])
    let strategy = RecruitmentStrategy(counts: [
      .stakeholderGroups: [
        RecruitmentCount("weg", invited: 1), RecruitmentCount("c", target: 2), .init("b", target: 1),
      ]
    ])
    #expect(strategy.rows(of: .stakeholderGroups, in: framework).map(\.term) == ["a", "b", "c", "weg"])
    framework.lists[.stakeholderGroups] = [Term("a"), Term("d", isEnabled: false)]
    #expect(RecruitmentStrategy().rows(of: .stakeholderGroups, in: framework).map(\.term) == ["a"])
  }

  @Test("An effort needs what is done and how")
  func effort() {
    let draft = RecruitmentEffortDraft([
      .group: "onbekend", .date: "31/12/2026", .note: String(repeating: "x", count: 1_001),
    ])
    #expect(
      draft.faults(in: .shipped) == [
        .what: .missing, .channel: .missing, .group: .unknownChoice, .date: .notADate,
        .note: .tooLong(limit: 1_000, actual: 1_001),
      ])
    #expect(draft.effort(id: .numbered(1), in: .shipped) == nil)
  }

  @Test("An effort comes back as it was kept")
  func effortRoundTrip() {
    let effort = RecruitmentEffort(
      id: .numbered(1), group: "ouder", channel: .referrer, referrer: "brugfiguur", what: "Koffie aan de poort",
      date: CalendarDate("2026-09-01"), isExtra: true, note: "om half negen")
    #expect(RecruitmentEffortDraft(effort).effort(id: effort.id, in: .shipped) == effort)
  }

  @Test("Referrers are named once, by name, with the groups they were asked for")
  func referrers() {
    let efforts = [
      ("Wijkwerker", "ouder"), ("Buddy", nil), ("wijkwerker", "kind"), ("", "kind"), ("Wijkwerker", "kind"),
    ]
    .enumerated().map { offset, effort in
      RecruitmentEffort(
        id: .numbered(offset), group: effort.1, channel: .referrer, referrer: effort.0, what: "vragen")
    }
    let referrers = RecruitmentStrategy(efforts: efforts).referrers
    #expect(referrers.map(\.name) == ["Buddy", "Wijkwerker"])
    #expect(referrers.map(\.groups) == [[], ["ouder", "kind"]])
  }
}
