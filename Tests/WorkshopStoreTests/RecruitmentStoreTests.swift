import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Recruitment in the file")
struct RecruitmentStoreTests {
  private let fixture: TrajectoryFixture

  init() throws {
    fixture = try TrajectoryFixture()
  }

  private func effort(_ number: Int, what: String = "Koffie aan de poort") -> RecruitmentEffort {
    RecruitmentEffort(
      id: .numbered(number), group: "ouder", channel: .referrer, referrer: "brugfiguur", what: what,
      date: .sampleWorkday, isExtra: true, note: "om half negen")
  }

  private func help(_ number: Int, gathering: GatheringID? = "dag-1") -> PracticalHelp {
    PracticalHelp(
      id: .numbered(number), kind: .interpreter, what: "twee tafels", language: "Arabisch", gathering: gathering,
      start: 540, end: 720, arrangedBy: "OCMW", isArranged: true)
  }

  private func efforts() throws -> [RecruitmentEffort] { try fixture.store.read { try $0.recruitment().efforts } }

  private func journal(_ kind: JournalEntry.Kind) throws -> [JournalEntry] {
    try fixture.store.read { try $0.journal(after: 0).filter { $0.kind == kind } }
  }

  @Test("A new traject has recruited nobody")
  func nothing() throws {
    #expect(try fixture.store.read { try $0.recruitment() } == RecruitmentStrategy())
    #expect(try fixture.store.read { try $0.practicalHelp() }.isEmpty)
  }

  @Test("Counts come back as they were kept, list by list; those of other terms stay")
  func counts() throws {
    let parents = RecruitmentCount("ouder", target: 12, invited: 60, confirmed: 9, present: 8)
    let children = RecruitmentCount("kind", target: 4)
    let housing = RecruitmentCount("wonen", confirmed: 1)
    try fixture.store.write { change in
      try change.keep([parents, children], of: .stakeholderGroups, replacing: 0, by: .facilitator)
      try change.keep([housing], of: .lifeDomains, replacing: 0, by: .facilitator)
      let version = try change.reader.countsVersion(of: .stakeholderGroups)
      try change.keep([RecruitmentCount("kind")], of: .stakeholderGroups, replacing: version, by: .facilitator)
    }
    let kept = try fixture.store.read { try $0.recruitment() }
    #expect(kept.counts == [.stakeholderGroups: [parents], .lifeDomains: [housing]])
    #expect(
      try journal(.recruitmentChanged).map(\.subject) == ["stakeholderGroups", "lifeDomains", "stakeholderGroups"])
  }

  @Test("Counts that were drawn before somebody else kept theirs are refused")
  func countsConflict() throws {
    let counts = [RecruitmentCount("kind", target: 1)]
    try fixture.store.write { try $0.keep(counts, of: .stakeholderGroups, replacing: 0, by: .facilitator) }
    #expect(throws: StoreError("stakeholderGroups", .conflict)) {
      try fixture.store.write { try $0.keep(counts, of: .stakeholderGroups, replacing: 0, by: .facilitator) }
    }
  }

  @Test(
    "The schema refuses counts that cannot be",
    arguments: [
      RecruitmentCount("ouder", target: -1), RecruitmentCount("ouder", invited: -1),
      RecruitmentCount("ouder", confirmed: -1), RecruitmentCount("ouder", present: -1),
      RecruitmentCount("ouder", confirmed: 3, present: 4), RecruitmentCount("ouder", target: 10_001),
      RecruitmentCount("ouder", invited: 100_001), RecruitmentCount("ouder", confirmed: 10_001),
      RecruitmentCount("", target: 1),
    ])
  func impossible(count: RecruitmentCount) throws {
    let good = RecruitmentCount("kind", target: 1)
    #expect(throws: StoreError.self) {
      try fixture.store.write { try $0.keep([good, count], of: .stakeholderGroups, replacing: 0, by: .facilitator) }
    }
    #expect(try fixture.store.read { try $0.recruitment() }.counts.isEmpty)
  }

  @Test(
    "The schema refuses rows that are no recruitment",
    arguments: [
      "INSERT INTO recruitment_target VALUES ('ages', 'baby', 1, 0, 0, 0)",
      "INSERT INTO recruitment_target VALUES ('lifeDomains', 'wonen', 'veel', 0, 0, 0)",
      "INSERT INTO recruitment_effort (id, position, body) VALUES ('x', 0, '{}')",
      "INSERT INTO recruitment_effort (id, position, body) VALUES ('00000000-0000-4000-8000-000000000001', 0, 'x')",
      "INSERT INTO practical_help (id, position, body) VALUES ('x', 0, '{}')",
      "INSERT INTO practical_help (id, position, body) VALUES ('00000000-0000-4000-8000-000000000001', 0, '[]')",
    ])
  func refusedRow(sql: String) {
    #expect(throws: StoreError.self) { try fixture.store.write { try $0.db.execute(sql: sql) } }
  }

  @Test("Efforts keep their order, are changed in place and removed")
  func effortsKept() throws {
    let (first, second, third) = (effort(1), effort(2), effort(3))
    try fixture.store.write { change in
      for effort in [first, second, third] { try change.add(effort, by: .facilitator) }
      var changed = first
      changed.what = "Soep aan de poort"
      try change.change(changed, by: .facilitator)
      try change.removeEffort(second.id, by: .facilitator)
      try change.removeEffort(second.id, by: .facilitator)
    }
    let kept = try efforts()
    #expect(kept.map(\.id) == [first.id, third.id])
    #expect(kept.map(\.what) == ["Soep aan de poort", third.what])
    #expect(kept.map(\.version) == [2, 1])
    let facts = try journal(.recruitmentChanged).map { $0.facts["change"] }
    #expect(facts == ["added", "added", "added", "changed", "removed"])
  }

  @Test("The same effort sent twice is one effort")
  func twice() throws {
    let effort = effort(1)
    try fixture.store.write { try $0.add(effort, by: .facilitator) }
    try fixture.store.write { try $0.add(effort, by: .facilitator) }
    #expect(try efforts() == [effort])
    #expect(try journal(.recruitmentChanged).count == 1)
  }

  @Test("Of two editors the second is told, and the first's words stay")
  func conflict() throws {
    let effort = effort(1)
    try fixture.store.write { try $0.add(effort, by: .facilitator) }
    var (mine, theirs) = (effort, effort)
    (mine.what, theirs.what) = ("van mij", "van hen")
    try fixture.store.write { [theirs] in try $0.change(theirs, by: .facilitator) }
    #expect(throws: StoreError(effort.id.rawValue, .conflict)) {
      try fixture.store.write { [mine] in try $0.change(mine, by: .facilitator) }
    }
    #expect(try efforts().map(\.what) == ["van hen"])
    try fixture.store.write { try $0.removeEffort(effort.id, by: .facilitator) }
    #expect(throws: StoreError(effort.id.rawValue, .unknown)) {
      try fixture.store.write { [mine] in try $0.change(mine, by: .facilitator) }
    }
  }

  @Test("Practical help comes back as it was kept, for a gathering that is there")
  func helpKept() throws {
    let (first, second) = (help(1), help(2, gathering: nil))
    try fixture.store.write { change in
      try change.add(first, by: .facilitator)
      try change.add(second, by: .facilitator)
      var changed = first
      changed.isArranged = false
      try change.change(changed, by: .facilitator)
    }
    let kept = try fixture.store.read { try $0.practicalHelp() }
    #expect(kept.map(\.isArranged) == [false, true])
    #expect(kept.last == second)
    let nowhere = help(3, gathering: "nergens")
    #expect(throws: StoreError(nowhere.id.rawValue, .badReference("gathering"))) {
      try fixture.store.write { try $0.add(nowhere, by: .facilitator) }
    }
    try fixture.store.write { try $0.removeHelp(first.id, by: .facilitator) }
    #expect(try fixture.store.read { try $0.practicalHelp() } == [second])
    #expect(try journal(.practicalHelpChanged).count == 4)
  }

  @Test("The journal holds ids and facts, never what was written")
  func journalHoldsNoText() throws {
    let (effort, help) = (effort(1), help(2))
    try fixture.store.write { change in
      try change.add(effort, by: .facilitator)
      try change.add(help, by: .facilitator)
    }
    let facts = try journal(.recruitmentChanged) + journal(.practicalHelpChanged)
    #expect(!"\(facts)".contains("brugfiguur"))
    #expect(!"\(facts)".contains("Arabisch"))
  }
}
