import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Entering what stands on a sheet of paper")
struct PaperEntryTests {
  let workday: Workday
  let room: LiveRoom
  let path: String

  init() throws {
    workday = try Workday()
    room = try workday.create()
    path = "/api/console/\(room.trajectory.id)/contributions"
    try room.open("verhaal")
  }

  private func sheet(_ number: Int) throws -> PaperSheet {
    try #require(try room.store.read { try $0.paperSheets(number) }.last)
  }

  private func enter(_ sheet: String, _ sample: SubmissionSample = SubmissionSample(.story)) async throws -> Reply {
    var sent = try sample.sent()
    sent["route"] = "facilitator"
    sent["sheet"] = sheet
    return try await workday.console.post(path, sent)
  }

  @Test("It gets the sheet's id and route, and the card that went home works")
  func entered() async throws {
    let sheet = try sheet(12)
    let reply = try await enter(sheet.code.lowercased())
    #expect(reply.status == 201)
    #expect(reply.object["id"] as? String == sheet.contribution.rawValue)
    #expect(reply.object["code"] as? String == sheet.withdrawalCode.description)
    let stored = try #require(try room.store.read { try $0.contribution(sheet.contribution) })
    #expect(stored.origin.route == .paper)
    let card = try await workday.stranger.post("/api/withdrawals", ["code": sheet.withdrawalCode.description])
    #expect(card.status == 200)
    #expect(card.object["id"] as? String == sheet.contribution.rawValue)
  }

  @Test("Entered twice it is one story, whoever typed it")
  func twice() async throws {
    let code = try sheet(3).code
    let first = try await enter(code, SubmissionSample(.story, 1))
    #expect(first.status == 201)
    // Each form of the console makes an id of its own, which the sheet's replaces.
    #expect(try await enter(code.lowercased(), SubmissionSample(.story, 2)).body == first.body)
    #expect(try room.store.read { try $0.acknowledgedIDs().count } == 1)
  }

  @Test("With other words the second time, the field says so and nothing is lost")
  func otherWords() async throws {
    let code = try sheet(3).code
    #expect(try await enter(code).status == 201)
    let other = try await enter(code, SubmissionSample(.story).with("title", .text("Iets anders")))
    #expect(other.status == 422)
    #expect((other.object["fields"] as? [String: String])?["sheet"]?.contains("al ingevoerd") == true)
    #expect(try room.store.read { try $0.acknowledgedIDs().count } == 1)
  }

  @Test("Once taken back it cannot come in again")
  func takenBack() async throws {
    let sheet = try sheet(5)
    #expect(try await enter(sheet.code).status == 201)
    _ = try await workday.stranger.post("/api/withdrawals", ["code": sheet.withdrawalCode.description])
    #expect(try await enter(sheet.code).status == 422)
  }

  @Test("A code with a mistake in it is told at its field", arguments: ["B7K-999", "12", "<script>", "AAA-001"])
  func wrongCode(code: String) async throws {
    let reply = try await enter(code)
    #expect(reply.status == 422)
    #expect((reply.object["fields"] as? [String: String])?["sheet"]?.contains("geen enkel blad") == true)
    #expect(try room.store.read { try $0.acknowledgedIDs().isEmpty })
  }

  @Test("Without a code it comes in as before", arguments: ["", "   "])
  func noCode(code: String) async throws {
    let sample = SubmissionSample(.story)
    let reply = try await enter(code, sample)
    #expect(reply.status == 201)
    #expect(reply.object["id"] as? String == sample.id.rawValue)
  }
}
