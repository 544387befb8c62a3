import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Tables and duos, from the preparation to the phones")
struct SeatingWebTests {
  let workday: Workday
  let room: LiveRoom
  let groups = ["ouder", "partner", "vrijwilliger", "beleid"]

  init() throws {
    workday = try Workday()
    room = try workday.create()
  }

  private var path: String { "/api/console/\(room.trajectory.id)/seating/dag-1" }
  private var console: TestClient { workday.console }

  /// So many people at their phones, each with a badge.
  private func arrive(_ badges: ClosedRange<Int>) throws {
    try room.store.write { change in
      for badge in badges {
        let session = try change.join(hash: Session.hash(of: "toestel-\(badge)"))
        try change.checkIn(
          session,
          as: CheckIn(
            groups: [groups[badge % groups.count]], organisation: "Dienst geheim \(badge % 3)", badge: String(badge),
            isDone: true))
      }
    }
  }

  private func tables(_ reply: Reply) -> [[Int]] {
    (reply.object["tables"] as? [[String: Any]] ?? []).map { table in
      (table["duos"] as? [[Int]] ?? []).flatMap { $0 }.sorted()
    }
  }

  @discardableResult
  private func proposed(_ badges: ClosedRange<Int> = 1...20) async throws -> Reply {
    try arrive(badges)
    return try await console.post("\(path)/propose", ["version": 0])
  }

  @Test("Whoever checked in with a badge gets a seat, and the mix is told in words")
  func propose() async throws {
    let reply = try await proposed()
    #expect(reply.status == 200)
    #expect(tables(reply).flatMap { $0 }.sorted() == Array(1...20))
    #expect(tables(reply).map(\.count) == [8, 6, 6])
    let mix = reply.object["mix"] as? [String: Any]
    #expect(mix?["level"] as? String == "good")
    #expect((mix?["text"] as? String)?.hasPrefix("Goed gemengd.") == true)
    #expect(reply.object["published"] as? Bool == false)
    let again = try await console.post("\(path)/propose", ["version": 1])
    #expect(tables(again) != tables(reply))
    #expect(tables(try await console.get(path)) == tables(again))
  }

  @Test("Nobody there is said, and nothing is kept")
  func nobody() async throws {
    let reply = try await console.post("\(path)/propose", ["version": 0])
    #expect(reply.status == 422 && reply.problem == "seating")
    #expect((reply.object["detail"] as? String)?.contains("niemand") == true)
    #expect(try await console.get(path).object["version"] as? Int == 0)
    #expect(try await console.put("\(path)/publish", ["version": 0, "published": true]).status == 422)
  }

  @Test("Tables made from counts give badges to hand out, scattered over the groups")
  func advance() async throws {
    let reply = try await console.post("\(path)/propose", ["version": 0, "expected": ["ouder": 10, "partner": 8]])
    #expect(reply.status == 200)
    #expect(tables(reply).flatMap { $0 }.sorted() == Array(1...18))
    let handouts = reply.object["handouts"] as? [[String: Any]] ?? []
    let stacks = Dictionary(
      uniqueKeysWithValues: handouts.map { ($0["group"] as? String ?? "", $0["badges"] as? [Int] ?? []) })
    #expect(stacks["ouder"]?.count == 10 && stacks["partner"]?.count == 8 && stacks["kind"] == [])
    #expect(stacks["ouder"] != Array(1...10))
    for (expected, field) in [(["geen": 3], "geen"), (["ouder": -1], "ouder"), (["ouder": 9_999], "ouder")] {
      let refused = try await console.post("\(path)/propose", ["version": 1, "expected": expected])
      #expect(refused.status == 422 && refused.faults == [field])
    }
  }

  @Test("The counts of a workday begin with who confirmed in recruitment; those of another gathering with nothing")
  func confirmed() async throws {
    let apart = try RunSheetTemplate.short.runSheet(id: "apart", date: nil, words: .shipped())
    try room.store.write { change in
      let counts = [("ouder", 14), ("partner", 9)].map {
        RecruitmentCount($0.0, target: 10, invited: 30, confirmed: $0.1, present: 0)
      }
      try change.keep(
        counts, of: .stakeholderGroups, replacing: try change.reader.countsVersion(of: .stakeholderGroups),
        by: .facilitator)
      var separate = apart
      separate.gathering.kind = .separate
      try change.make(separate, by: .facilitator)
    }
    func counts(_ gathering: String) async throws -> [String: Int] {
      let reply = try await console.get("/api/console/\(room.trajectory.id)/seating/\(gathering)")
      let handouts = reply.object["handouts"] as? [[String: Any]] ?? []
      return handouts.reduce(into: [:]) { counts, handout in
        if let group = handout["group"] as? String, let count = handout["confirmed"] as? Int, count > 0 {
          counts[group] = count
        }
      }
    }
    #expect(try await counts("dag-1") == ["ouder": 14, "partner": 9])
    #expect(try await counts("apart").isEmpty)
  }

  @Test("Who changes tables that somebody changed meanwhile is told, and gets them as they are")
  func twoEditors() async throws {
    let first = try await proposed()
    let (one, other) = (tables(first)[0][0], tables(first)[1][0])
    #expect(try await console.post("\(path)/swap", ["version": 1, "badges": [one, other]]).status == 200)
    let late = try await console.post("\(path)/move", ["version": 1, "badge": one, "table": 3])
    #expect(late.status == 409)
    let current = late.object["current"] as? [String: Any]
    #expect(current?["version"] as? Int == 2)
    #expect(tables(try await console.get(path))[1].contains(one))
  }

  @Test("People are moved, swapped and taken away by hand; what cannot be is refused and changes nothing")
  func byHand() async throws {
    let first = try await proposed()
    let badge = tables(first)[0][0]
    let moved = try await console.post("\(path)/move", ["version": 1, "badge": badge, "table": 2])
    #expect(tables(moved).map(\.count) == [7, 7, 6])
    let removed = try await console.post("\(path)/remove", ["version": 2, "badge": badge])
    #expect(tables(removed).map(\.count) == [7, 6, 6])
    #expect(removed.object["late"] as? [Int] == [badge])
    for body in [["badge": badge, "table": 99], ["badge": 999, "table": 1]] as [[String: Any]] {
      let reply = try await console.post("\(path)/move", body.merging(["version": 3]) { $1 })
      #expect(reply.status == 422 && reply.problem == "seating")
    }
    #expect(try await console.post("\(path)/move", ["version": 3, "badge": 0, "table": 1]).faults == ["badge"])
    #expect(try await console.post("\(path)/swap", ["version": 3, "badges": [1]]).faults == ["badges"])
    #expect(try await console.get(path).object["version"] as? Int == 3)
  }

  @Test("Who comes late gets a seat and nobody else moves")
  func late() async throws {
    let before = tables(try await proposed())
    try arrive(21...23)
    let waiting = try await console.get(path)
    #expect(waiting.object["late"] as? [Int] == [21, 22, 23])
    let after = tables(try await console.post("\(path)/place", ["version": 1]))
    #expect(after.flatMap { $0 }.sorted() == Array(1...23))
    for (was, now) in zip(before, after) { #expect(Set(now).isSuperset(of: was)) }
  }

  @Test("Wishes are kept, and named where they cannot be")
  func wishes() async throws {
    try arrive(1...20)
    let kept = try await console.put(
      "\(path)/wishes",
      ["version": 0, "wishes": [["kind": "together", "badges": [1, 5]], ["kind": "apart", "badges": [2, 6]]]])
    #expect(kept.status == 200)
    let reply = try await console.post("\(path)/propose", ["version": 1])
    let table = Dictionary(
      uniqueKeysWithValues: tables(reply).enumerated().flatMap { table in table.element.map { ($0, table.offset) } })
    #expect(table[1] == table[5] && table[2] != table[6])
    let opposite = [["kind": "apart", "badges": [1, 2]], ["kind": "together", "badges": [1, 2]]] as [[String: Any]]
    let refused = try await console.put("\(path)/wishes", ["version": 2, "wishes": opposite])
    #expect(refused.status == 422)
    #expect((refused.object["detail"] as? String)?.contains("“Badge 1 en 2 niet aan dezelfde tafel”") == true)
    let apart = [["kind": "apart", "badges": [1, 5]]] as [[String: Any]]
    #expect(try await console.put("\(path)/wishes", ["version": 2, "wishes": apart]).status == 200)
    let told = try await console.get(path).object["wishes"] as? [[String: Any]] ?? []
    #expect(told.map { $0["broken"] as? Bool } == [true])
    for wish in [
      ["kind": "near", "badges": [1, 2]], ["kind": "apart", "badges": [1]], ["kind": "apart", "badges": [0, 2]],
    ] {
      #expect(try await console.put("\(path)/wishes", ["version": 3, "wishes": [wish]]).status == 422)
    }
  }

  @Test("A phone learns its table once that is shown, and no longer after")
  func phones() async throws {
    let first = try await proposed()
    let phone = try await workday.phone(in: room)
    _ = try await phone.put("/api/me", ["badge": "07", "groups": ["ouder"]])
    let before = try await phone.get("/api/me").object
    #expect(before["seat"] is NSNull && (before["room"] as? [String: Any])?["seating"] is NSNull)
    #expect(try await console.put("\(path)/publish", ["version": 1, "published": true]).status == 200)
    let after = try await phone.get("/api/me").object
    let table = try #require(tables(first).firstIndex { $0.contains(7) }) + 1
    let seat = after["seat"] as? [String: Any]
    #expect(seat?["table"] as? Int == table)
    #expect((seat?["text"] as? String)?.hasPrefix("Jij zit aan tafel \(table), samen met badge ") == true)
    #expect((after["room"] as? [String: Any])?["seating"] as? String == "dag-1/2")
    let event = try #require(try await phone.get("/api/events").events?.last)
    #expect(String(decoding: event.data, as: UTF8.self).contains("\"seating\":\"dag-1/2\""))
    _ = try await console.put("\(path)/publish", ["version": 2, "published": false])
    #expect(try await phone.get("/api/me").object["seat"] is NSNull)
  }

  @Test("The projector gets badges and tables once they are shown: no group, no organisation, nothing of before")
  func projector() async throws {
    let projector = try workday.staff(.projector, of: room)
    let screen = "/api/screen/\(room.trajectory.id)"
    try await proposed()
    #expect(try await projector.get(screen).object["seating"] is NSNull)
    _ = try await console.put("\(path)/publish", ["version": 1, "published": true])
    let reply = try await projector.get(screen)
    let seating = reply.object["seating"] as? [String: Any]
    #expect((seating?["seats"] as? [[Int]])?.map { $0[0] } == Array(1...20))
    #expect(Set(seating?.keys.map { $0 } ?? []) == ["key", "seats"])
    let replay = try await projector.get("\(screen)/events?after=1").events ?? []
    for text in [reply.text] + replay.map({ String(decoding: $0.data, as: UTF8.self) }) {
      #expect(!text.contains("Dienst geheim"))
      #expect(!text.contains("\"duos\""))
    }
    #expect(!replay.contains { $0.name == "seating" })
    #expect(try await console.put("/api/console/\(room.trajectory.id)/scene", ["scene": "seating"]).status == 200)
  }

  @Test("What the facilitator gets names no organisation, and a group only as a mix or a stack of badges")
  func facilitatorSees() async throws {
    let reply = try await proposed()
    #expect(!reply.text.contains("Dienst geheim"))
    let tables = reply.object["tables"] as? [[String: Any]] ?? []
    #expect(Set(tables.flatMap(\.keys)) == ["number", "size", "duos", "mix", "missing", "level"])
    let handouts = reply.object["handouts"] as? [[String: Any]] ?? []
    #expect(handouts.allSatisfy { ($0["badges"] as? [Int])?.isEmpty == true })
  }

  @Test("Of a table with one or two people nothing is told that would be told of them, nor can it be counted out")
  func fewAtATable() async throws {
    let first = try await proposed(1...8)
    let whole = try #require((first.object["tables"] as? [[String: Any]])?.first)
    #expect(whole["mix"] as? String != "" && !(first.object["mix"] is NSNull))
    for (version, badge) in zip(1..., [8, 7, 6, 5, 4, 3]) {
      let reply = try await console.post("\(path)/remove", ["version": version, "badge": badge])
      let table = try #require((reply.object["tables"] as? [[String: Any]])?.first)
      let isTold = badge > 3
      #expect(((table["mix"] as? String)?.isEmpty == false) == isTold)
      #expect((table["level"] as? String == "") == !isTold)
      #expect(isTold || table["missing"] as? String == "")
      #expect((reply.object["mix"] is NSNull) == !isTold)
    }
  }

  @Test("A gathering that is not there is 404, page and data alike")
  func unknown() async throws {
    let base = "/begeleider/\(room.trajectory.id)/voorbereiding/tafels"
    #expect(try await console.get("\(base)/dag-9").status == 404)
    #expect(try await console.get("/api/console/\(room.trajectory.id)/seating/dag-9").status == 404)
    #expect(
      try await console.post("/api/console/\(room.trajectory.id)/seating/dag-9/propose", ["version": 0]).status == 404)
  }

  @Test("The page of the tables")
  func page() async throws {
    let path = "/begeleider/\(room.trajectory.id)/voorbereiding/tafels/dag-1"
    try expectSnapshot(try await console.get(path), "seating-page")
  }

  @Test("The tables as the page gets them")
  func view() async throws {
    try await proposed(1...8)
    try expectSnapshot(try await console.get(path), "seating")
  }
}
