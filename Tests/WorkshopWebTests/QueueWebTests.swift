import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The console reads what was told in parts")
struct QueueWebTests {
  let workday: Workday
  let room: LiveRoom
  let root: String

  init() throws {
    workday = try Workday()
    room = try workday.create()
    root = "/api/console/\(room.trajectory.id)"
    try room.open("verhaal")
  }

  private func tell(_ numbers: ClosedRange<Int>, released: Bool = false) throws {
    for number in numbers {
      try room.keep(SubmissionSample(.story, number).with("title", .text("Soep \(number)")), released: released)
    }
  }

  private func page(_ query: String) async throws -> (numbers: [Int], more: Bool?) {
    let reply = try await workday.console.get("\(root)/contributions\(query)")
    #expect(reply.status == 200)
    let entries = reply.object["entries"] as? [[String: Any]] ?? []
    return (entries.compactMap { $0["number"] as? Int }, reply.object["more"] as? Bool)
  }

  private func events(after sequence: Int64) async throws -> [ServerSentEvent] {
    try await workday.console.get("\(root)/events?after=\(sequence + 1)").events ?? []
  }

  @Test("The snapshot holds the first of what waits, and how many there are of everything")
  func snapshot() async throws {
    try tell(1...70)
    try tell(71...75, released: true)
    let day = try await workday.console.get(root).object
    let entries = day["contributions"] as? [[String: Any]] ?? []
    #expect(entries.compactMap { $0["number"] as? Int } == Array(1...60))
    #expect((day["counts"] as? [String: [String: Int]])?["story"] == ["waiting": 70, "released": 5])
  }

  @Test("What waits comes oldest first, all else newest first, in pages that follow one another")
  func pages() async throws {
    try tell(1...70)
    try tell(71...75, released: true)
    #expect(try await page("").numbers == Array(1...60))
    #expect(try await page("?after=60") == (Array(61...70), false))
    #expect(try await page("?state=released&kind=story") == ([75, 74, 73, 72, 71], false))
    let all = try await page("?state=all")
    #expect((all.numbers, all.more) == (Array((16...75).reversed()), true))
    #expect(try await page("?state=all&kind=dream") == ([], false))
  }

  @Test("What is searched for is found in every state, with its number, and never what is kept for the confidant")
  func searching() async throws {
    try tell(1...12)
    try room.store.write { change in
      try change.release(.numbered(3), by: .moderator)
      try change.hold(.numbered(4), ground: .confidant, reason: "zorg", by: .moderator)
    }
    #expect(try await page("?state=all&q=soep").numbers == [12, 11, 10, 9, 8, 7, 6, 5, 3, 2, 1])
    #expect(try await page("?state=all&q=%2312").numbers == [12])
    #expect(try await page("?state=all&q=%234").numbers == [])
    #expect(try await page("?state=released&q=SOEP").numbers == [3])
    #expect(try await workday.console.get("\(root)/contributions/\(ContributionID.numbered(4))").status == 404)
    #expect(try await workday.console.get("\(root)/contributions/\(ContributionID.numbered(3))").status == 200)
  }

  @Test(
    "A question that means nothing is refused by field",
    arguments: [
      ("?state=weg", "state"), ("?state=withdrawn", "state"), ("?kind=gedicht", "kind"), ("?after=straks", "after"),
      ("?q=" + String(repeating: "a", count: 201), "q"),
    ])
  func refusals(_ query: String, _ field: String) async throws {
    let reply = try await workday.console.get("\(root)/contributions\(query)")
    #expect((reply.status, reply.faults) == (422, [field]))
  }

  @Test("Signs that the index of words takes for commands are plain text")
  func oddSearches() async throws {
    try tell(1...2)
    for odd in ["%22", "%22%20OR%20", "*", "NEAR(a%20b)", "title:soep", "%00", "%F0%9F%91%A9", "-", "%27%3B--"] {
      #expect(try await workday.console.get("\(root)/contributions?state=all&q=\(odd)").status < 500, "\(odd)")
    }
  }

  @Test("What is kept for the confidant leaves the console by the stream, and its text is not in it")
  func confidantOnTheStream() async throws {
    try tell(1...1)
    let before = try room.store.read { try $0.lastSequence() }
    try room.store.write { try $0.hold(.numbered(1), ground: .confidant, reason: "zorg om Jef", by: .moderator) }
    let events = try await events(after: before)
    #expect(events.contains { $0.name == "gone" })
    let text = events.map { String(decoding: $0.data, as: UTF8.self) }.joined()
    #expect(!text.contains("Soep 1") && !text.contains("Jef"))
  }

  @Test("Counts follow each change, so that a filter is right without what it leaves out")
  func counts() async throws {
    try tell(1...3)
    let before = try room.store.read { try $0.lastSequence() }
    try room.store.write { try $0.release(.numbered(2), by: .moderator) }
    let counts = try await events(after: before).last { $0.name == "counts" }
    let object = try #require(counts.map { try JSONSerialization.jsonObject(with: Data($0.data)) }) as? [String: Any]
    #expect(object?["story"] as? [String: Int] == ["waiting": 2, "released": 1])
  }

  @Test("More changes than are worth telling one by one make a screen begin anew, and nothing is sent twice")
  func anew() async throws {
    try tell(1...450)
    let before = try room.store.read { try $0.lastSequence() }
    let reply = try await workday.console.post("\(root)/release-all", ["kind": "story"])
    #expect(reply.object["released"] as? Int == 450)
    #expect(reply.object["from"] as? Int64 == before + 1)
    let names = try await events(after: before).map(\.name)
    #expect(Set(names) == ["anew", "room"])
    let screen = try await workday.console.get("/api/screen/\(room.trajectory.id)/events?after=\(before + 1)").events
    #expect(Set((screen ?? []).map(\.name)) == ["anew", "room"])
  }

  @Test("Releasing all is taken back in one go")
  func takenBack() async throws {
    try tell(1...5)
    let done = try await workday.console.post("\(root)/release-all", ["kind": "story"]).object
    let body = ["kind": "story", "from": done["from"] ?? 0, "through": done["through"] ?? 0]
    #expect(try await workday.console.post("\(root)/put-back", body).status == 200)
    #expect(try await page("").numbers == [1, 2, 3, 4, 5])
    #expect(
      try await workday.console.post("\(root)/put-back", ["kind": "x", "from": 1, "through": 2]).faults == ["kind"])
  }
}
