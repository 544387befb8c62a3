import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Tables in the file")
struct SeatingStoreTests {
  let fixture: TrajectoryFixture
  let gathering = Gathering.workdayID(1)

  init() throws {
    fixture = try TrajectoryFixture()
  }

  private func checkIn(_ badge: String, groups: [String] = ["ouder"], organisation: String = "", device: UInt8) throws {
    try fixture.store.write { change in
      let session = try change.join(hash: Array(repeating: device, count: 32))
      try change.checkIn(
        session,
        as: CheckIn(language: .ukrainian, groups: groups, organisation: organisation, badge: badge, isDone: true))
    }
  }

  private func badges(of gathering: GatheringID) throws -> [Int] {
    try fixture.store.read { try $0.checkIns(for: gathering).attendees.map(\.badge.number) }
  }

  private func plan(_ numbers: ClosedRange<Int>) throws -> SeatingPlan {
    var plan = SeatingPlan(seed: 4)
    plan.seating = try SeatingRoom(numbers.compactMap { Badge($0).map { Attendee($0, groups: ["ouder"]) } }).propose()
    return plan
  }

  @Test("Who checked in with a badge gets a seat; who gave something else is counted")
  func checkIns() throws {
    try checkIn("12", groups: ["ouder", "vrijwilliger"], organisation: "OCMW", device: 1)
    try checkIn("004", device: 2)
    try checkIn("tafel van oma", device: 3)
    try checkIn("", device: 4)
    _ = try fixture.store.write { try $0.join(hash: Array(repeating: 9, count: 32)) }
    let found = try fixture.store.read { [gathering] in try $0.checkIns(for: gathering) }
    #expect(found.withoutBadge == 2)
    #expect(found.attendees.map(\.badge.number) == [4, 12])
    #expect(found.attendees[1].groups == ["ouder", "vrijwilliger"])
    #expect(found.attendees[1].organisation == "OCMW")
    #expect(found.attendees[1].languages == [.ukrainian])
  }

  @Test("Check-ins of another gathering are not seated")
  func otherGathering() throws {
    try checkIn("1", device: 1)
    let other = Gathering(id: .numbered(7), kind: .separate, start: 600, template: .oneDay)
    try fixture.store.write { change in
      try change.make(RunSheet(gathering: other, items: []), by: .facilitator)
      try change.setRoom(.itemOpened, by: .facilitator) { $0.gathering = other.id }
    }
    try checkIn("2", device: 2)
    #expect(try badges(of: other.id) == [2])
    #expect(try badges(of: gathering) == [1])
  }

  @Test("Tables are kept with a version; who changes an older one is told, and nothing is lost")
  func versions() throws {
    let (gathering, first, second) = (gathering, try plan(1...12), try plan(1...20))
    #expect(try fixture.store.read { try $0.seatingPlan(of: gathering) } == nil)
    #expect(try fixture.store.write { try $0.save(first, of: gathering, replacing: 0, by: .facilitator) } == 1)
    #expect(throws: StoreError(gathering.rawValue, .conflict)) {
      try fixture.store.write { try $0.save(second, of: gathering, replacing: 0, by: .facilitator) }
    }
    let kept = try #require(try fixture.store.read { try $0.seatingPlan(of: gathering) })
    #expect(kept.plan == first && kept.version == 1)
    #expect(try fixture.store.write { try $0.save(second, of: gathering, replacing: 1, by: .facilitator) } == 2)
    #expect(try fixture.store.read { try $0.seatingVersion(of: gathering) } == 2)
    #expect(throws: StoreError("dag-9", .unknown)) {
      try fixture.store.write { try $0.save(second, of: "dag-9", replacing: 0, by: .facilitator) }
    }
  }

  @Test("The journal tells how many tables, never who sits where")
  func journal() throws {
    let (gathering, plan) = (gathering, try plan(1...12))
    _ = try fixture.store.write { try $0.save(plan, of: gathering, replacing: 0, by: .facilitator) }
    let entry = try #require(try fixture.store.read { try $0.journal(after: 0).last })
    #expect(entry.kind == .seatingChanged && entry.subject == "dag-1")
    #expect(entry.facts == ["tables": "2", "published": "false"])
  }

  @Test("Nothing that is kept of the tables names a group or an organisation of somebody who checked in")
  func anonymous() throws {
    for number in 1...12 {
      try checkIn(String(number), groups: ["ouder"], organisation: "OCMW Duffel", device: UInt8(number))
    }
    let gathering = gathering
    var plan = SeatingPlan()
    let present = try fixture.store.read { try $0.checkIns(for: gathering).attendees }
    plan.seating = try plan.room(present).propose()
    _ = try fixture.store.write { [plan] in try $0.save(plan, of: gathering, replacing: 0, by: .facilitator) }
    let body = try fixture.store.read { try String.fetchOne($0.db, sql: "SELECT body FROM seating") } ?? ""
    #expect(body.contains("\"duos\"") && !body.contains("ouder") && !body.contains("OCMW"))
  }
}
