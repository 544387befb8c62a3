import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Editing a draaiboek in the file")
struct RunSheetEditingTests {
  private let fixture: TrajectoryFixture
  private var store: TrajectoryStore { fixture.store }

  init() throws {
    fixture = try TrajectoryFixture()
  }

  private func sheet(_ id: GatheringID = "dag-1") throws -> RunSheet {
    try #require(try store.read { try $0.runSheet(of: id) })
  }

  private func history(_ id: GatheringID = "dag-1") throws -> RunSheetHistory {
    try store.read { try $0.runSheetHistory(of: id) }
  }

  @discardableResult
  private func edit(_ edit: RunSheetEdit) throws -> RunSheet {
    try store.write { try $0.edit("dag-1", edit, by: .facilitator) }.get()
  }

  private func undo() throws -> RunSheet {
    let number = try history().edit
    return try store.write { try $0.undo("dag-1", edit: number, by: .facilitator) }.get()
  }

  private func redo() throws -> RunSheet {
    let number = try history().edit
    return try store.write { try $0.redo("dag-1", edit: number, by: .facilitator) }.get()
  }

  /// The plan alone: what an undo has to bring back, whatever the versions.
  private func plan(_ sheet: RunSheet) -> [RunSheetItem] { sheet.items.map(\.asPlanned) }

  @Test("An edit is stored, counts the item's version up and is in the journal")
  func edits() throws {
    let before = try sheet()
    let after = try edit(.change("dromen", version: 1, [.minutes(40), .text(.notes, "Kort houden")]))
    let item = try #require(after.items.first { $0.id == "dromen" })
    #expect(item.minutes == 40 && item.version == 2 && item[.notes] == "Kort houden")
    #expect(after.items.last?.start == (before.items.last?.start ?? 0) - 10)
    #expect(try sheet() == after)
    let entry = try #require(try store.read { try $0.journal(after: 0) }.last)
    #expect(entry.kind == .runSheetChanged && entry.subject == "dag-1")
    #expect(!entry.facts.values.contains { $0.contains("Kort") })
  }

  @Test("Moving leaves versions alone, and the order survives")
  func moves() throws {
    let after = try edit(.move("slotkring", before: "welkom"))
    #expect(after.items.first?.id == "slotkring")
    #expect(after.items.allSatisfy { $0.version == 1 })
    #expect(try edit(.move("slotkring", before: nil)).items.last?.id == "slotkring")
  }

  @Test("An edit that changes nothing is not kept")
  func nothing() throws {
    try edit(.change("dromen", version: 1, [.minutes(50)]))
    try edit(.move("welkom", before: "kader"))
    #expect(try history().edit == 0)
  }

  @Test("Of two editors the second is refused with what stands there")
  func stale() throws {
    try edit(.change("dromen", version: 1, [.minutes(40)]))
    let result = try store.write {
      try $0.edit("dag-1", .change("dromen", version: 1, [.minutes(45)]), by: .facilitator)
    }
    guard case .failure(.stale(let item)) = result else {
      Issue.record("not refused")
      return
    }
    #expect(item.minutes == 40 && item.version == 2)
    #expect(try sheet().items.first { $0.id == "dromen" }?.minutes == 40)
  }

  @Test("Undo, redo, and a new edit that drops what was undone")
  func linear() throws {
    let beginning = try sheet()
    try edit(.change("dromen", version: 1, [.minutes(40)]))
    let end = try edit(.remove("kader", version: 1))
    #expect(try history().undo?.title == "Kader, vraag en spelregels")
    #expect(try plan(undo()).count == beginning.items.count)
    #expect(try history().redo?.kind == "remove")
    #expect(try plan(undo()) == plan(beginning))
    #expect(try history().undo == nil)
    #expect(throws: RunSheetRefusal.overtaken) { try undo() }
    _ = try redo()
    #expect(try plan(redo()) == plan(end))
    #expect(throws: RunSheetRefusal.overtaken) { try redo() }
    _ = try undo()
    try edit(.start(570))
    #expect(try history().redo == nil)
    #expect(try sheet().gathering.start == 570)
  }

  @Test("Someone who saw an earlier state undoes nothing, also after undoing and redoing")
  func overtaken() throws {
    try edit(.start(570))
    let seen = try history().edit
    try edit(.end(1_000))
    let result = try store.write { try $0.undo("dag-1", edit: seen, by: .facilitator) }
    #expect(result == .failure(.overtaken))
    var numbers = [try history().edit]
    _ = try undo()
    numbers.append(try history().edit)
    _ = try redo()
    numbers.append(try history().edit)
    try edit(.end(1_010))
    numbers.append(try history().edit)
    #expect(numbers == numbers.sorted() && Set(numbers).count == 4)
  }

  @Test("An item that comes back has a version nobody holds")
  func versions() throws {
    try edit(.change("kader", version: 1, [.minutes(10)]))
    try edit(.remove("kader", version: 2))
    let back = try #require(try undo().items.first { $0.id == "kader" })
    #expect(back.version > 2)
    let result = try store.write { try $0.edit("dag-1", .change("kader", version: 2, [.minutes(5)]), by: .facilitator) }
    #expect(result == .failure(.stale(back)))
  }

  @Test("What has run stays, whoever takes it out or undoes its making")
  func hasRun() throws {
    try store.write { try $0.start("welkom") }
    let removed = try store.write { try $0.edit("dag-1", .remove("welkom", version: 1), by: .facilitator) }
    #expect(removed == .failure(.hasRun("Welkom")))
    try edit(.add("nieuw", before: nil, [.text(.title, "Extra")]))
    try store.write { try $0.start("nieuw") }
    #expect(throws: RunSheetRefusal.hasRun("Extra")) { try undo() }
    let renamed = try edit(.change("welkom", version: 1, [.text(.title, "Hallo")]))
    #expect(renamed.items.first?.actualStart == fixture.clock.now)
  }

  @Test("A copy is one edit, with new ids, and is undone at once")
  func copies() throws {
    let beginning = try sheet()
    let words = try Catalogue.shipped()
    let other = RunSheetTemplate.followUp.runSheet(id: "elders", date: nil, words: words)
    var number = 0
    let copied = other.copied {
      number += 1
      return .numbered(number)
    }
    let after = try edit(.copy(copied))
    #expect(after.items.map(\.title) == other.items.map(\.title))
    #expect(after.gathering.id == "dag-1" && after.gathering.start == other.gathering.start)
    #expect(try plan(undo()) == plan(beginning))
    #expect(try sheet().gathering.start == beginning.gathering.start)
  }

  @Test("The histories of two gatherings do not touch each other")
  func twoGatherings() throws {
    let words = try Catalogue.shipped()
    let second = RunSheetTemplate.followUp.runSheet(id: "later", date: nil, words: words)
    try store.write { try $0.make(second, by: .facilitator) }
    try edit(.start(570))
    _ = try store.write { try $0.edit("later", .start(800), by: .facilitator) }.get()
    #expect(try sheet("later").gathering.start == 800)
    #expect(try undo().gathering.start == 540)
    #expect(try sheet("later").gathering.start == 800)
    #expect(try store.read { try $0.runSheetLengths() }["later"] == second.items.count)
    #expect(throws: StoreError.self) { try store.write { try $0.edit("nergens", .start(570), by: .facilitator) } }
  }

  @Test("Random edits: undo all is the beginning, redo all is the end", arguments: UInt64(1)...6)
  func properties(seed: UInt64) throws {
    var numbers = SplitMix64(seed: seed)
    let beginning = try sheet()
    var count = 0
    for number in 0..<25 {
      let random = RunSheetEdit.random(of: try sheet(), number: number, using: &numbers)
      let seen = try history().edit
      _ = try store.write { try $0.edit("dag-1", random, by: .facilitator) }
      if try history().edit > seen { count += 1 }
    }
    let end = try sheet()
    #expect(count > 8)
    for _ in 0..<count { _ = try undo() }
    #expect(try plan(sheet()) == plan(beginning))
    #expect(try sheet().gathering.start == beginning.gathering.start)
    for _ in 0..<count { _ = try redo() }
    #expect(try plan(sheet()) == plan(end))
    #expect(try sheet().gathering.end == end.gathering.end)
  }

  @Test("Winning time back is no edit: no version, no history, and an undo leaves it")
  func adjusts() throws {
    try edit(.change("doen", version: 1, [.text(.notes, "x")]))
    _ = try store.write { try $0.adjust("dag-1", cutting: ["dromen": 10, "doen": 5], by: .facilitator) }.get()
    let adjusted = try sheet()
    #expect(adjusted.items.first { $0.id == "dromen" }?.adjustedMinutes == 40)
    #expect(adjusted.items.first { $0.id == "dromen" }?.version == 1)
    #expect(adjusted.items.last?.start == 965)
    #expect(try undo().items.first { $0.id == "doen" }?.adjustedMinutes == 40)
    _ = try store.write { try $0.adjust("dag-1", cutting: [:], restoring: ["dromen"], by: .facilitator) }.get()
    #expect(try sheet().items.first { $0.id == "dromen" }?.adjustedMinutes == nil)
    let refused = try store.write { try $0.adjust("dag-1", cutting: ["lunch": 10], by: .facilitator) }
    #expect(refused == .failure(.fields(["lunch": .runSheet(.notShortened)])))
    #expect(try store.read { try $0.journal(after: 0) }.last?.kind == .runSheetAdjusted)
  }

  @Test("Undoing a start leaves the end that was set elsewhere since, and a start that was set again")
  func timesApart() throws {
    try edit(.start(570))
    try set { $0.end = 1_000 }
    let undone = try undo().gathering
    #expect(undone.start == 540 && undone.end == 1_000)
    let redone = try redo().gathering
    #expect(redone.start == 570 && redone.end == 1_000)
    try set { $0.start = 580 }
    #expect(try undo().gathering.start == 580)
  }

  @Test("An undo after which the end would come first is refused")
  func endFirst() throws {
    try edit(.start(400))
    try set { $0.end = 500 }
    #expect(throws: RunSheetRefusal.fields(["start": .runSheet(.endBeforeStart)])) { try undo() }
    #expect(try sheet().gathering.start == 400)
  }

  /// Changes the gathering as its own form does, which is not in the history.
  private func set(_ change: (inout Gathering) -> Void) throws {
    var gathering = try sheet().gathering
    change(&gathering)
    try store.write { [gathering] in try $0.change(gathering, by: .facilitator) }
  }

  @Test("Undoing another length, or taking out, brings back what the day had made of the item")
  func keepsAdjusted() throws {
    func dromen(_ sheet: RunSheet) -> RunSheetItem? { sheet.items.first { $0.id == "dromen" } }
    _ = try store.write { try $0.adjust("dag-1", cutting: ["dromen": 10], by: .facilitator) }.get()
    #expect(dromen(try edit(.change("dromen", version: 1, [.minutes(45)])))?.adjustedMinutes == nil)
    let undone = dromen(try undo())
    #expect(undone?.minutes == 50 && undone?.adjustedMinutes == 40)
    let redone = dromen(try redo())
    #expect(redone?.minutes == 45 && redone?.adjustedMinutes == nil)
    let version = try #require(dromen(undo())?.version)
    try edit(.remove("dromen", version: version))
    #expect(dromen(try undo())?.adjustedMinutes == 40)
  }

  @Test("A gathering's revision grows with its items, its times and what the day makes of them")
  func revisions() throws {
    func revision() throws -> Int { try store.read { try $0.gatheringRevisions() }["dag-1"] ?? 0 }
    var seen = [try revision()]
    try edit(.change("dromen", version: 1, [.minutes(45)]))
    seen.append(try revision())
    _ = try undo()
    seen.append(try revision())
    try set { $0.end = 1_000 }
    seen.append(try revision())
    _ = try store.write { try $0.adjust("dag-1", cutting: ["dromen": 10], by: .facilitator) }.get()
    seen.append(try revision())
    #expect(seen == seen.sorted() && Set(seen).count == 5)
  }

  @Test("What was told at a gathering is kept with it; only who enters for another may name it")
  func gatherings() throws {
    let words = try Catalogue.shipped()
    try store.write { change in
      try change.make(RunSheetTemplate.short.runSheet(id: "kinderen", date: nil, words: words), by: .facilitator)
    }
    try fixture.open("verhaal")
    let named = SubmissionSample(.story, 1)
    let submission = try named.submission()
    let origin = Origin(route: .facilitator, table: nil, language: .dutch, gathering: "kinderen")
    let entered = Submission(
      id: submission.id, kind: submission.kind, step: submission.step, origin: origin, teller: submission.teller,
      body: submission.body)
    let prepared = try store.prepare(entered, owner: nil)
    _ = try store.write { try $0.submit(prepared, by: .facilitator) }
    #expect(try store.read { try $0.contribution(entered.id) }?.origin.gathering == "kinderen")
    let stray = Submission(
      id: .numbered(2), kind: submission.kind, step: submission.step, origin: origin, teller: submission.teller,
      body: submission.body)
    let asPhone = try store.prepare(stray, owner: Session.owner(of: "toestel-1"))
    _ = try store.write { try $0.submit(asPhone) }
    #expect(try store.read { try $0.contribution(.numbered(2)) }?.origin.gathering == nil)
    let nowhere = Submission(
      id: .numbered(3), kind: submission.kind, step: submission.step,
      origin: Origin(route: .facilitator, gathering: "nergens"), teller: submission.teller, body: submission.body)
    let unknown = try store.prepare(nowhere, owner: nil)
    #expect(throws: StoreError(ContributionID.numbered(3).rawValue, .badReference("gathering"))) {
      try store.write { try $0.submit(unknown, by: .facilitator) }
    }
  }
}
