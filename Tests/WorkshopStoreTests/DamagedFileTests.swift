import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("A file that is not whole")
struct DamagedFileTests {
  enum Damage: CaseIterable {
    case empty, notSQLite, truncated, flipped, header, otherDatabase, noSecret
  }

  private func damage(_ path: String, _ damage: Damage) throws {
    let url = URL(fileURLWithPath: path)
    var bytes = try Data(contentsOf: url)
    switch damage {
    case .empty: bytes = Data()
    case .notSQLite: bytes = Data(repeating: 0x41, count: 20_000)
    case .truncated: bytes = bytes.prefix(bytes.count / 2)
    case .flipped:
      for page in 1..<(bytes.count / 4096) {
        bytes[page * 4096 + 1] ^= 0xFF
        bytes[page * 4096] ^= 0xFF
      }
    case .header: bytes.replaceSubrange(16..<100, with: Data(repeating: 0xEE, count: 84))
    case .otherDatabase, .noSecret:
      let database = try DatabaseQueue(path: path)
      try database.write { db in
        try db.execute(sql: damage == .noSecret ? "DELETE FROM trajectory" : "DROP TABLE trajectory")
      }
      try database.close()
      return
    }
    try bytes.write(to: url)
  }

  @Test("It is refused as damaged and kept as it is", arguments: Damage.allCases)
  func refused(kind: Damage) throws {
    let fixture = try TrajectoryFixture()
    for number in 1...30 { try fixture.submit(SubmissionSample(.story, number)) }
    try fixture.store.close()
    try damage(fixture.path, kind)
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    #expect(throws: StoreError(fixture.path, .damaged)) { try TrajectoryStore(opening: fixture.path).close() }
    if kind != .noSecret {
      #expect(throws: StoreError(fixture.path, .damaged)) { try TrajectoryArchive(path: fixture.path) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
  }

  @Test("A file of a newer version is refused and kept as it is")
  func tooNew() throws {
    let fixture = try TrajectoryFixture()
    try fixture.store.close()
    let database = try DatabaseQueue(path: fixture.path)
    try database.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 later')") }
    try database.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    #expect(throws: StoreError(fixture.path, .tooNew)) { try TrajectoryStore(opening: fixture.path).close() }
    #expect(throws: StoreError(fixture.path, .tooNew)) { try TrajectoryArchive(path: fixture.path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
  }

  @Test("A file that is not there is missing, and is not made")
  func missing() throws {
    let fixture = try TrajectoryFixture()
    let path = fixture.directory + "/gent.werkdag"
    #expect(throws: StoreError(path, .missing)) { try TrajectoryStore(opening: path).close() }
    #expect(throws: StoreError(path, .missing)) { try TrajectoryArchive(path: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
