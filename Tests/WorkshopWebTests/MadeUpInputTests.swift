import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Numbers and grounds that a client makes up")
struct MadeUpInputTests {
  private let workday: Workday
  private let room: LiveRoom

  init() throws {
    workday = try Workday()
    room = try workday.create()
  }

  @Test("A version at the edge of what fits is a conflict and no crash", arguments: [Int.max, Int.min, 0, -1])
  func versions(_ version: Int) async throws {
    try room.open("verhaal")
    let phone = try await workday.phone(in: room)
    let sample = SubmissionSample(.story, 1)
    var edit = try sample.sent()
    #expect(try await phone.post("/api/contributions", edit).status == 201)
    edit["version"] = version
    #expect(try await phone.put("/api/contributions/\(sample.id)", edit).status == 409)
  }

  @Test("A timer of impossible length is refused", arguments: [Int.max, Int.min])
  func timer(_ seconds: Int) async throws {
    let body: [String: Any] = ["action": "add", "seconds": seconds]
    let reply = try await workday.console.post("/api/console/\(room.trajectory.id)/timer", body)
    #expect(reply.status == 422)
  }

  @Test("An item or a theme that is not there is 404")
  func unknownThings() async throws {
    let console = "/api/console/\(room.trajectory.id)"
    #expect(try await workday.console.post("\(console)/items/geen/open", [:]).status == 404)
    #expect(try await workday.console.post("\(console)/items/lunch/close", [:]).status == 404)
    let theme = "\(console)/themes/\(ThemeID.numbered(9))"
    #expect(try await workday.console.write(.patch, theme, ["name": "x"]).status == 404)
  }

  @Test("What is set apart for the confidant is in no document and no count, and its note in none at all")
  func confidant() throws {
    for (number, ground) in [(1, HoldGround.confidant), (2, .hurtful)] {
      let sample = SubmissionSample(.story, number)
      try room.keep(sample)
      try room.store.write { try $0.hold(sample.id, ground: ground, reason: "over Sofie", by: .moderator) }
    }
    let record = try room.store.read { try $0.workdayRecord(madeAt: workday.clock.now) }
    #expect(record.contributions.map(\.holdGround) == [.hurtful])
  }
}
