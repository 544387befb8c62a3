import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("A file from before there were gatherings")
struct EarlierFileTests {
  /// A file with the first schema and a draaiboek of two items, one of which began.
  private func earlierFile(in folder: String) throws -> String {
    let path = folder + "/vroeger.werkdag"
    let file = try DatabaseQueue(path: path, configuration: TrajectoryStore.configuration(readOnly: false))
    try Migrations.all.migrate(file, upTo: "1 workday")
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO trajectory (only, body, framework, room, join_code, join_token, secret)
          VALUES (1, ?, ?, ?, 'ABCDEF', ?, zeroblob(32))
          """,
        arguments: [
          try StoredJSON.text(Trajectory.sample()), try StoredJSON.text(FrameworkContent.shipped),
          try StoredJSON.text(RoomState()), String(repeating: "a", count: 32),
        ])
      for (position, id) in ["welkom", "kader"].enumerated() {
        let body = """
          {"goal":"Landen","grouping":"plenair","hasSwap":false,"id":"\(id)","isProtected":false,"minutes":20,\
          "phase":"kader","scene":"join","start":\(540 + 20 * position),"title":"Welkom"}
          """
        try db.execute(
          sql: "INSERT INTO run_sheet_item (id, position, body, actual_start) VALUES (?, ?, ?, ?)",
          arguments: [id, position, body, position == 0 ? 1_000 : nil])
      }
    }
    try file.close()
    return path
  }

  @Test("Its day becomes a gathering that holds the items as they were")
  func migrates() throws {
    let fixture = try TrajectoryFixture()
    let store = try TrajectoryStore(opening: try earlierFile(in: fixture.directory))
    defer { try? store.close() }
    let runSheet = try store.read { try #require(try $0.runSheet(of: "dag-1")) }
    #expect(runSheet.gathering.date == Trajectory.sample().dates.first)
    #expect(runSheet.gathering.kind == .workday)
    #expect(runSheet.items.map(\.id) == ["welkom", "kader"])
    #expect(runSheet.items.map(\.start) == [540, 560])
    #expect(runSheet.items[0].actualStart == Date(timeIntervalSince1970: 1))
    #expect(runSheet.items[1].goal == "Landen")
    #expect(try store.read { try $0.runSheet() } == runSheet.items)
  }

  @Test("The chain it holds is kept when the table of links is made anew")
  func links() throws {
    let fixture = try TrajectoryFixture()
    let path = fixture.directory + "/keten.werkdag"
    let file = try DatabaseQueue(path: path, configuration: TrajectoryStore.configuration(readOnly: false))
    try Migrations.all.migrate(file, upTo: "4 dropped edits")
    try file.write { db in
      for (number, kind) in ["story", "proposal"].enumerated() {
        try db.execute(
          sql: """
            INSERT INTO contribution (id, kind, step, state, route, language, is_late, groups, consents, consent_version,
              has_guardian_consent, body, has_photo, version, request_hash, withdrawal_hash, sequence, created_at, updated_at)
            VALUES (?, ?, 'x', 'waiting', 'phone', 'nl', 0, '[]', '[]', '1', 0, '{}', 0, 1, randomblob(32), randomblob(32),
              1, 1, 1)
            """, arguments: [ContributionID.numbered(number).rawValue, kind])
      }
      try db.execute(
        sql: """
          INSERT INTO link (from_id, from_kind, relation, to_contribution, to_kind)
          VALUES (?, 'proposal', 'restsOn', ?, 'story')
          """, arguments: [ContributionID.numbered(1).rawValue, ContributionID.numbered(0).rawValue])
    }
    try Migrations.all.migrate(file)
    let links = try file.read { try Reader(db: $0).links() }
    #expect(links == [Link(from: .numbered(1), relation: .restsOn, to: ContributionID.numbered(0).rawValue)])
  }

  @Test("It can be read without being changed")
  func archive() throws {
    let fixture = try TrajectoryFixture()
    let path = try earlierFile(in: fixture.directory)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try TrajectoryArchive(path: path).read { try $0.runSheets() }.count == 1)
    #expect(try TrajectoryLook.read(path) { try $0.runSheets() }.count == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
