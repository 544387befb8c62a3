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
