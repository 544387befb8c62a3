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
    #expect(draft(["10000", "100000", "10000", "10000"]).faults().isEmpty)
    let faults = draft(["10001", "100001", "99999999999999999999999", ""]).faults()
    #expect(
      faults == [
        Cell("g0", .target): .tooHigh(most: 10_000), Cell("g0", .invited): .tooHigh(most: 100_000),
        Cell("g0", .confirmed): .tooHigh(most: 10_000),
      ])
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
    let draft = RecruitmentEffortDraft(
      Typed([
        .group: "onbekend", .date: "31/12/2026", .note: String(repeating: "x", count: 1_001),
      ]))
    #expect(
      draft.faults(in: .shipped) == [
        .what: .missing, .channel: .missing, .group: .unknownChoice, .date: .notADate,
        .note: .tooLong(limit: 1_000, actual: 1_001),
      ])
    #expect(draft.effort(id: .numbered(1)) == nil)
  }

  @Test("An effort comes back as it was kept")
  func effortRoundTrip() {
    let effort = RecruitmentEffort(
      id: .numbered(1), group: "ouder", channel: .referrer, referrer: "brugfiguur", what: "Koffie aan de poort",
      date: CalendarDate("2026-09-01"), isExtra: true, note: "om half negen")
    #expect(RecruitmentEffortDraft(effort).effort(id: effort.id) == effort)
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

  @Test(
    "Help needs a kind, an interpreter a language, something else what it is, and what is arranged someone who did",
    arguments: [
      ([:], [PracticalHelpDraft.Field.kind: FieldFault.missing]),
      ([.kind: "tovenaar"], [.kind: .unknownChoice]),
      ([.kind: "interpreter"], [.language: .missing]),
      ([.kind: "other"], [.what: .missing]),
      ([.kind: "food", .isArranged: "true"], [.arrangedBy: .missing]),
      ([.kind: "food", .start: "9:00", .end: "9:00"], [.end: .endBeforeStart]),
      ([.kind: "food", .start: "25:00", .end: "straks"], [.start: .notATime, .end: .notATime]),
      ([.kind: "food", .gathering: "nergens"], [.gathering: .unknownReference]),
      ([.kind: "food", .gathering: "dag-1", .start: "12:00"], [:]),
    ] as [([PracticalHelpDraft.Field: String], [PracticalHelpDraft.Field: FieldFault])])
  func helpFaults(typed: [PracticalHelpDraft.Field: String], faults: [PracticalHelpDraft.Field: FieldFault]) {
    let day = Gathering(id: "dag-1", kind: .workday, start: 540, template: .oneDay)
    #expect(PracticalHelpDraft(Typed(typed)).faults(for: [day]) == faults)
  }

  @Test("Help comes back as it was kept")
  func helpRoundTrip() {
    let help = PracticalHelp(
      id: .numbered(1), kind: .interpreter, what: "twee tafels", language: "Arabisch", gathering: "dag-1", start: 540,
      end: 720, arrangedBy: "OCMW", isArranged: true, version: 3)
    #expect(PracticalHelpDraft(help).help(id: help.id, version: 3) == help)
    #expect(PracticalHelpDraft(Typed([.kind: "interpreter"])).help(id: .numbered(1)) == nil)
  }
}
