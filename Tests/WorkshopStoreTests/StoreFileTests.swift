import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("The traject's file")
struct StoreFileTests {
  @Test("The writer syncs every commit, keeps foreign keys and trusts no schema")
  func pragmas() throws {
    let fixture = try TrajectoryFixture()
    let found = try fixture.store.write { change in
      try ["synchronous", "foreign_keys", "trusted_schema", "secure_delete"].map {
        try Int.fetchOne(change.db, sql: "PRAGMA \($0)")
      }
    }
    #expect(found == [2, 1, 0, 1])
    #expect(try fixture.store.write { try String.fetchOne($0.db, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test(
    "SQL that would corrupt the file is refused",
    arguments: [
      "DELETE FROM sqlite_schema", "UPDATE sqlite_schema SET sql = ''", "DELETE FROM search_data",
      "DELETE FROM search_idx",
      "UPDATE search_content SET c0 = ''",
    ])
  func defensive(sql: String) throws {
    let fixture = try TrajectoryFixture()
    #expect(throws: (any Error).self) {
      try fixture.store.write { change in
        try change.db.execute(sql: "PRAGMA writable_schema = ON")
        try change.db.execute(sql: sql)
      }
    }
    #expect(try fixture.store.write { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0 } > 10)
  }

  @Test("A new file holds the traject, its terms, its draaiboek and its keys")
  func create() throws {
    let fixture = try TrajectoryFixture()
    try fixture.store.read { (reader: Reader) throws -> Void in
      #expect(try reader.trajectory() == .sample())
      #expect(try reader.framework() == .shipped)
      #expect(try reader.runSheet() == RunSheetTemplate.oneDay.items(.shipped()))
      #expect(try reader.joinKeys().code.count == 6)
      #expect(try reader.joinKeys().token.count == 32)
      #expect(try reader.room() == RoomState())
      #expect(try reader.journal(after: 0).map(\.kind) == [.trajectoryMade])
    }
    #expect(fixture.store.id == "duffel-2026")
  }

  @Test("An existing name is refused and its file untouched")
  func existing() throws {
    let fixture = try TrajectoryFixture()
    try fixture.store.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    #expect(throws: StoreError(fixture.path, .exists)) {
      try TrajectoryStore.create(at: fixture.path, trajectory: .sample(), runSheets: [])
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
  }

  @Test("A creation that fails leaves no file behind")
  func halfMade() throws {
    let fixture = try TrajectoryFixture()
    try fixture.store.close()
    let item = RunSheetItem(id: "x", title: "x", start: 0, minutes: 1, phase: .frame)
    #expect(throws: StoreError.self) {
      try TrajectoryStore.create(
        at: fixture.directory + "/gent.werkdag", trajectory: .sample(),
        runSheets: [
          RunSheet(gathering: Gathering(id: "x", kind: .workday, start: 0, template: .oneDay), items: [item, item])
        ])
    }
    #expect(throws: StoreError.self) {
      try TrajectoryStore.create(at: fixture.directory + "/geen/map/gent.werkdag", trajectory: .sample(), runSheets: [])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.directory) == ["duffel-2026.werkdag"])
  }

  @Test("What an interrupted creation left is no obstacle")
  func leftover() throws {
    let fixture = try TrajectoryFixture()
    let path = fixture.directory + "/gent.werkdag"
    try Data("half".utf8).write(to: URL(fileURLWithPath: path + ".nieuw"))
    try TrajectoryStore.create(at: path, trajectory: .sample(id: "gent"), runSheets: [])
    #expect(try TrajectoryArchive(path: path).read { try $0.trajectory().id } == "gent")
  }

  @Test("Opened again, the file goes on where it was")
  func reopen() throws {
    let fixture = try TrajectoryFixture()
    try fixture.open("verhaal")
    let first = try fixture.submit(SubmissionSample(.story, 1))
    try fixture.store.close()
    let again = try TrajectoryStore(opening: fixture.path, clock: fixture.clock.wallClock)
    defer { try? again.close() }
    #expect(try again.read { try $0.room().step } == "verhaal")
    let prepared = try again.prepare(SubmissionSample(.story, 2).submission(), owner: nil)
    let second = try again.write { try $0.submit(prepared) }
    #expect(second.sequence == first.sequence + 1)
    #expect(second.number == first.number + 1)
    #expect(try again.write { try $0.submit(prepared) } == second)
  }

  @Test("A closed store takes nothing and says so; closing twice is fine")
  func closed() throws {
    let fixture = try TrajectoryFixture()
    try fixture.store.close()
    #expect(throws: StoreError(fixture.path, .closing)) { try fixture.store.write { _ in } }
    try fixture.store.close()
  }

  @Test("A room changed within a change is read as changed")
  func roomWithinChange() throws {
    let fixture = try TrajectoryFixture()
    let seen = try fixture.store.write { change in
      try change.setRoom(.stepOpened, "verhaal", by: .facilitator) { $0.step = "verhaal" }
      return try [change.room().step, change.reader.room().step]
    }
    #expect(seen == ["verhaal", "verhaal"])
  }

  @Test("The archive reads a consistent moment while the store is open and writing")
  func archive() throws {
    let fixture = try TrajectoryFixture()
    let archive = try TrajectoryArchive(path: fixture.path)
    for number in 1...20 {
      try fixture.submit(SubmissionSample(.story, number))
      let counts = try archive.read {
        try ($0.acknowledgedIDs().count, $0.contributionCountsByState()[.story]?.values.reduce(0, +) ?? 0)
      }
      #expect(counts == (number, number))
    }
    #expect(throws: (any Error).self) { try archive.read { try $0.db.execute(sql: "DELETE FROM journal") } }
  }

  @Test("The archive reads what a killed server left in its log")
  func archiveAfterKill() throws {
    let fixture = try TrajectoryFixture()
    try fixture.submit(SubmissionSample(.story, 1))
    let copy = fixture.directory + "/kopie.werkdag"
    // As the files stand while the server runs, without its shared memory, which a restart would not have either.
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: fixture.path + ending, toPath: copy + ending)
    }
    #expect(try TrajectoryArchive(path: copy).read { try $0.acknowledgedIDs().count } == 1)
    let store = try TrajectoryStore(opening: copy)
    #expect(try store.read { try $0.acknowledgedIDs().count } == 1)
    try store.close()
  }
}
