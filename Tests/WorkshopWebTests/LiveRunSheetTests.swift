import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The draaiboek on the day")
struct LiveRunSheetTests {
  let workday: Workday
  let room: LiveRoom
  let base: String

  init() throws {
    workday = try Workday()
    room = try workday.create()
    base = "/api/console/\(room.trajectory.id)"
  }

  private func open(_ item: String) async throws {
    #expect(try await workday.console.post("\(base)/items/\(item)/open", [:]).status == 200)
  }

  private func items() async throws -> [[String: Any]] {
    try #require(try await workday.console.get(base).object["runSheet"] as? [[String: Any]])
  }

  private func item(_ id: String) async throws -> [String: Any] {
    try #require(try await items().first { $0["id"] as? String == id })
  }

  /// The clock stands at nine; this brings it to a minute of the day.
  private func goTo(_ minute: Int) {
    let now = workday.clock.now.minuteOfDay(in: .brussels)
    workday.clock.advance(by: Double(minute - now) * 60)
  }

  @Test("The console gets the gathering, what to expect, and what is skipped, shortened and protected")
  func console() async throws {
    goTo(550)
    try await open("welkom")
    let view = try await workday.console.get(base).object
    #expect((view["gathering"] as? [String: Any])?["id"] as? String == "dag-1")
    let gathering = try #require((view["gatherings"] as? [[String: Any]])?.first)
    #expect(Set(gathering.keys) == ["id", "name", "date", "isCurrent", "asksGuardian"])
    #expect(gathering["name"] as? String == "Werkdag" && gathering["isCurrent"] as? Bool == true)
    #expect(try await item("kader")["expectedStart"] as? Int == 570)
    #expect(try await item("welkom")["expectedStart"] is NSNull)
    #expect(try await item("lunch")["isProtected"] as? Bool == true)
    #expect(try await item("doen")["isSkipped"] as? Bool == false)
    #expect(try await item("doen")["adjustedMinutes"] is NSNull)
    #expect(view["drift"] as? Int == 10)
  }

  @Test("The console hears of a gathering that is made, and of one that goes")
  func heard() async throws {
    let later = RunSheetTemplate.followUp.runSheet(id: "later", date: nil, words: room.words)
    func names(after change: @escaping @Sendable (Change) throws -> Void) async throws -> [String] {
      let last = try room.store.read { try $0.lastSequence() }
      try room.store.write(change)
      let stream = try await workday.console.get("\(base)/events?after=\(last + 1)")
      return (stream.events ?? []).map(\.name)
    }
    #expect(try await names(after: { try $0.make(later, by: .facilitator) }).contains("runSheet"))
    #expect(try await names(after: { try $0.remove(GatheringID("later"), by: .facilitator) }).contains("runSheet"))
  }

  @Test("Late before lunch: proposals, applied with one call, and put back")
  func winBack() async throws {
    goTo(590)
    try await open("interview")
    let plan = try await workday.console.get("\(base)/win-back").object
    #expect(plan["late"] as? Int == 15 && plan["total"] as? Int == 15)
    let until = try #require(plan["until"] as? [String: Any])
    #expect(until["item"] as? String == "lunch" && until["start"] as? Int == 730)
    let proposals = try #require(plan["proposals"] as? [[String: Any]])
    #expect(proposals.allSatisfy { Set($0.keys) == ["item", "title", "gives", "text"] })
    let cuts = proposals.map { ["item": $0["item"] ?? "", "minutes": $0["gives"] ?? 0] }
    let applied = try await workday.console.post("\(base)/win-back", ["cuts": cuts])
    #expect(applied.status == 200 && applied.object["late"] as? Int == 0)
    let changed = try await items().filter { !($0["adjustedMinutes"] is NSNull) }.compactMap { $0["id"] as? String }
    #expect(changed == proposals.compactMap { $0["item"] as? String })
    #expect(try await item("lunch")["expectedStart"] as? Int == 730)
    let restored = try await workday.console.post("\(base)/win-back", ["cuts": [], "restore": changed])
    #expect(restored.object["late"] as? Int == 15)
  }

  @Test("What is never shortened is refused at the item; what is not there is 404")
  func refusedCuts() async throws {
    func cut(_ item: String, _ minutes: Int) async throws -> Reply {
      try await workday.console.post("\(base)/win-back", ["cuts": [["item": item, "minutes": minutes]]])
    }
    #expect(try await cut("lunch", 5).faults == ["lunch"])
    #expect(try await cut("galerij", 5).faults == ["galerij"])
    #expect(try await cut("doen", 40).faults == ["doen"])
    #expect(try await cut("doen", -5).faults == ["doen"])
    #expect(try await cut("doen", .min).faults == ["doen"])
    #expect(try await cut("doen", .max).faults == ["doen"])
    #expect(try await cut("nergens", 5).status == 404)
    #expect(try await workday.staff(.moderator, of: room).post("\(base)/win-back", ["cuts": []]).status == 401)
  }

  @Test("An item that is cut twice is refused, and nothing is shortened", arguments: [5, Int.max])
  func cutTwice(minutes: Int) async throws {
    let cuts: [[String: Any]] = [
      ["item": "doen", "minutes": 5], ["item": "dromen", "minutes": 5], ["item": "doen", "minutes": minutes],
    ]
    #expect(try await workday.console.post("\(base)/win-back", ["cuts": cuts]).faults == ["doen"])
    #expect(try await item("dromen")["adjustedMinutes"] is NSNull)
  }

  @Test("A shortened item opens with a shorter timer; the timer of an open item goes along")
  func timers() async throws {
    _ = try await workday.console.post("\(base)/win-back", ["cuts": [["item": "doen", "minutes": 10]]])
    try await open("doen")
    func seconds() throws -> Int { try room.store.read { try #require(try $0.room().timer).total } }
    #expect(try seconds() == 25 * 60)
    _ = try await workday.console.post("\(base)/win-back", ["cuts": [["item": "doen", "minutes": 5]]])
    #expect(try seconds() == 20 * 60)
    _ = try await workday.console.post("\(base)/win-back", ["cuts": [], "restore": ["doen"]])
    #expect(try seconds() == 35 * 60)
  }

  @Test("A skipped item that is opened by hand is skipped no more, and that can be undone in the plan's history")
  func unskips() async throws {
    let body: [String: Any] = ["kind": "change", "item": "kader", "version": 1, "fields": ["isSkipped": true]]
    #expect(try await workday.console.post("\(base)/run-sheets/dag-1/edits", body).status == 200)
    #expect(try await item("kader")["isSkipped"] as? Bool == true)
    try await open("kader")
    #expect(try await item("kader")["isSkipped"] as? Bool == false)
    #expect(try room.store.read { try $0.runSheetHistory(of: "dag-1") }.undo?.kind == "change")
  }

  @Test("A skipped item that no longer fits in the day is refused and stays closed")
  func unskipRefused() async throws {
    func change(_ item: String, _ fields: [String: Any]) async throws -> Int {
      let body: [String: Any] = ["kind": "change", "item": item, "version": 1, "fields": fields]
      return try await workday.console.post("\(base)/run-sheets/dag-1/edits", body).status
    }
    #expect(try await change("doen", ["isSkipped": true]) == 200)
    let start = try #require(try await item("slotkring")["start"] as? Int)
    #expect(try await change("slotkring", ["minutes": RunSheet.midnight - start]) == 200)
    #expect(try await workday.console.post("\(base)/items/doen/open", [:]).faults == ["isSkipped"])
    #expect(try await item("doen")["isSkipped"] as? Bool == true)
    #expect(try room.store.read { try $0.room() }.item == nil)
  }

  @Test("Another gathering is chosen while nothing runs; its items open a closed room again")
  func gatherings() async throws {
    let later = RunSheetTemplate.followUp.runSheet(id: "later", date: nil, words: room.words)
    try room.store.write { try $0.make(later, by: .facilitator) }
    func choose(_ id: String) async throws -> Reply {
      try await workday.console.put("\(base)/gathering", ["gathering": id])
    }
    try await open("welkom")
    #expect(try await choose("later").problem == "itemRuns")
    _ = try await workday.console.post("\(base)/day/close", [:])
    #expect(try await choose("nergens").faults == ["gathering"])
    try await open("later.terugblik")
    #expect(
      try await workday.console.get(base).object["gathering"] as? [String: String] == [
        "id": "later", "name": "Opvolgmoment",
      ])
    #expect(try room.store.read { try $0.room() }.closedAt == nil)
    _ = try await workday.console.post("\(base)/items/later.terugblik/close", [:])
    #expect(try await choose("dag-1").status == 200)
    #expect(try await items().count == 13)
    #expect(try await choose("dag-1").status == 200)
  }
}
