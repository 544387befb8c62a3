import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("What is kept of the months before the day")
struct PreparationStoreTests {
  private let fixture: TrajectoryFixture

  init() throws {
    fixture = try TrajectoryFixture()
  }

  private var today: CalendarDate { CalendarDate.sampleWorkday }

  @Test("The intake is stored, and an older version of it is refused")
  func intake() throws {
    var preparation = Preparation(intake: [.support: IntakeAnswer(isAgreed: true, who: "Stad")])
    try fixture.store.write { [preparation] in try $0.set(preparation, by: .facilitator) }
    preparation.version = 2
    #expect(try fixture.store.read { try $0.preparation() } == preparation)
    preparation.version = 1
    #expect(throws: StoreError("preparation", .conflict)) {
      try fixture.store.write { [preparation] in try $0.set(preparation, by: .facilitator) }
    }
  }

  @Test("The journal knows that it changed, and none of its words")
  func journal() throws {
    let preparation = Preparation(intake: [.support: IntakeAnswer(isAgreed: true, who: "Sofie", note: "Geheim")])
    try fixture.store.write { try $0.set(preparation, by: .facilitator) }
    let entry = try fixture.store.read { try $0.journal(after: 0) }.last
    #expect(entry?.kind == .preparationChanged && entry?.facts == ["agreed": "1"])
  }

  @Test("The numbers of a new traject")
  func newTraject() throws {
    let facts = try fixture.store.read { try $0.stageFacts(on: today) }
    #expect(facts.gatherings == 1 && facts.datedGatherings == 1 && facts.workdays == 1)
    #expect(facts.readyRunSheets == 1 && facts.begunWorkdays == 0 && !facts.isClosed)
    #expect(facts.groups == 6 && facts.members == 0 && facts.agreedConditions == 0)
    #expect(facts.hasFollowUpDate && !facts.isFollowUpPast)
  }

  @Test("A day that began and one that closed are told apart")
  func running() throws {
    try fixture.store.write { try $0.start("welkom") }
    #expect(try fixture.store.read { try $0.stageFacts(on: today) }.begunWorkdays == 1)
    try fixture.closeDay()
    #expect(try fixture.store.read { try $0.stageFacts(on: today) }.isClosed)
  }

  @Test("A look at a closed file tells the same as the open one, writes nothing and leaves nothing")
  func glance() throws {
    let open = try fixture.store.read { try TrajectoryGlance($0, on: today) }
    try fixture.store.close()
    let before = try FileManager.default.contentsOfDirectory(atPath: fixture.directory).sorted()
    let changed = try FileManager.default.attributesOfItem(atPath: fixture.path)[.modificationDate] as? Date
    let closed = try TrajectoryGlance(path: fixture.path, on: today)
    #expect(closed.trajectory == open.trajectory && closed.joinKeys == open.joinKeys)
    #expect(closed.stageFacts == open.stageFacts)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.directory).sorted() == before)
    let after = try FileManager.default.attributesOfItem(atPath: fixture.path)[.modificationDate] as? Date
    #expect(after == changed)
  }

  @Test("A look at a file that is being written sees what was committed")
  func glanceWhileOpen() throws {
    try fixture.store.write { try $0.start("welkom") }
    #expect(try TrajectoryGlance(path: fixture.path, on: today).stageFacts?.begunWorkdays == 1)
  }

  @Test("What is no traject cannot be looked at")
  func noTraject() throws {
    let path = fixture.directory + "/kapot.werkdag"
    try Data("geen databank".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) { try TrajectoryGlance(path: path, on: today) }
    #expect(throws: StoreError.self) { try TrajectoryGlance(path: path + "x", on: today) }
    #expect(throws: StoreError.self) { try TrajectoryLook.read(path) { try $0.trajectory() } }
    #expect(throws: StoreError.self) { try TrajectoryLook.read(path + "x") { try $0.trajectory() } }
  }

  @Test("A gathering goes with its run sheet, unless it began or somebody checked in")
  func removal() throws {
    let sheet = try RunSheetTemplate.short.runSheet(id: "apart", date: nil, words: .shipped())
    try fixture.store.write { try $0.make(sheet, by: .facilitator) }
    try fixture.store.write { try $0.remove(GatheringID("apart"), by: .facilitator) }
    #expect(try fixture.store.read { try $0.runSheet(of: "apart") } == nil)
    try fixture.store.write { try $0.start("welkom") }
    #expect(throws: StoreError("dag-1", .notEditable)) {
      try fixture.store.write { try $0.remove(GatheringID("dag-1"), by: .facilitator) }
    }
  }

  @Test("A room that was to follow a gathering that goes still lets people check in and tell")
  func removalOfTheChosen() throws {
    let sheet = try RunSheetTemplate.short.runSheet(id: "apart", date: nil, words: .shipped())
    try fixture.store.write { change in
      try change.make(sheet, by: .facilitator)
      try change.setRoom(.itemOpened, by: .facilitator) { room in
        (room.gathering, room.item, room.step) = ("apart", sheet.items.first?.id, "verhaal")
      }
      try change.remove(GatheringID("apart"), by: .facilitator)
    }
    let room = try fixture.store.read { try $0.room() }
    #expect(room.gathering == nil && room.item == nil && room.step == nil)
    try fixture.submit(SubmissionSample(.story))
    let session = try fixture.store.write { try $0.join(hash: Session.hash(of: "telefoon")) }
    _ = try fixture.store.write { try $0.checkIn(session, as: CheckIn(isDone: true)) }
  }

  @Test("Tables that were made for a number of people use the groups of those people")
  func usedInSeating() throws {
    var plan = SeatingPlan(seed: 1)
    plan.expected = ["buren": 12]
    try fixture.store.write { [plan] in _ = try $0.save(plan, of: "dag-1", replacing: 0, by: .facilitator) }
    #expect(try fixture.store.read { try $0.used(of: ["buren", "bure", "nergens"]) } == ["buren"])
  }

  private func checkIn(_ device: UInt8, groups: [String]) throws -> Session {
    try fixture.store.write { change in
      let session = try change.join(hash: Array(repeating: device, count: 32))
      return try change.checkIn(session, as: CheckIn(groups: groups, isDone: true))
    }
  }

  @Test("Check-in is asked again for another gathering, and recruitment counts those of the workdays alone")
  func checkInPerGathering() throws {
    let early = try checkIn(1, groups: ["ouder"])
    try fixture.store.write { _ = try $0.setRoom(.itemOpened, by: .facilitator) { $0.gathering = "dag-1" } }
    let parent = try checkIn(2, groups: ["ouder"])
    #expect(try fixture.store.read { try $0.isCheckedIn(early) && $0.isCheckedIn(parent) })
    let sheet = try RunSheetTemplate.short.runSheet(id: "apart", date: nil, words: .shipped())
    try fixture.store.write { change in
      try change.make(sheet, by: .facilitator)
      try change.setRoom(.itemOpened, by: .facilitator) { $0.gathering = "apart" }
    }
    let child = try checkIn(3, groups: ["kind"])
    #expect(try fixture.store.read { try !$0.isCheckedIn(early) && !$0.isCheckedIn(parent) && $0.isCheckedIn(child) })
    #expect(try fixture.store.read { try $0.sessions() }.map(\.gathering) == [nil, "dag-1", "apart"])
    #expect(try fixture.store.read { try $0.workdayParticipation() }.byGroup == ["ouder": 2])
    #expect(try fixture.store.read { try $0.participation() }.byGroup == ["ouder": 2, "kind": 1])
    let again = try fixture.store.write { try $0.checkIn(parent, as: parent.checkIn) }
    #expect(try fixture.store.read { try $0.isCheckedIn(again) })
    #expect(try fixture.store.read { try $0.checkIns(for: "apart") }.withoutBadge == 2)
  }

  @Test("A term is used once anything that was told holds it", arguments: [("visie", true), ("vis", false)])
  func usedTerms(_ term: String, _ isUsed: Bool) throws {
    try fixture.submit(SubmissionSample(.story).with("buildingBlocks", .list(["visie"])))
    #expect(try fixture.store.read { try $0.isUsed(term) } == isUsed)
  }
}
