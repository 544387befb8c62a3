import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Following what became of a contribution, and joining what comes of it")
struct ChainWebTests {
  let workday: Workday
  let room: LiveRoom

  init() throws {
    workday = try Workday()
    room = try workday.create()
    try room.open("actie")
    try room.keep(SubmissionSample(.story, 1), released: true)
    try room.keep(SubmissionSample(.proposal, 2).pointing("restsOn", to: [.numbered(1)]), released: true)
    try room.keep(
      SubmissionSample(.proposal, 3).with("sentence", .text("geheim")).pointing("restsOn", to: [.numbered(1)]))
    try room.keep(SubmissionSample(.action, 4).pointing("followsFrom", to: [.numbered(2)]), released: true)
  }

  private func outcomes(_ code: String) async throws -> Reply {
    try await workday.stranger.post("/api/outcomes", ["code": code])
  }

  private func code(_ number: Int) -> String { room.store.withdrawalCode(for: .numbered(number)).description }

  @Test("With a code one reads what rests on it: named where the room sees it, counted where not")
  func byCode() async throws {
    let reply = try await outcomes(code(1))
    #expect(reply.status == 200 && !reply.text.contains("geheim"))
    let steps = try #require(reply.object["steps"] as? [[String: Any]])
    #expect(steps.map { $0["kind"] as? String } == ["proposal", "action"])
    #expect(
      steps.first?["names"] as? [String] == ["Elke wijk heeft een plek waar ouders elkaar vinden, ook ’s avonds."])
    #expect(steps.first?["others"] as? String == "en nog 1 dat niet getoond wordt")
    #expect(try await outcomes(code(4)).object["steps"] as? [String] == [])
  }

  @Test("What is held back is not even counted, and what was taken back has nothing left")
  func heldAndGone() async throws {
    try room.store.write { try $0.hold(.numbered(3), ground: .confidant, reason: "", by: .moderator) }
    try room.store.write { try $0.hold(.numbered(4), reason: "", by: .moderator) }
    let steps = try await outcomes(code(1)).object["steps"] as? [[String: Any]]
    #expect(steps?.count == 1 && steps?.first?["others"] is NSNull)
    let withdrawn = try await workday.stranger.post("/api/withdrawals", ["code": code(1)])
    #expect(withdrawn.status == 200)
    let gone = try await outcomes(code(1))
    #expect(gone.object["state"] as? String == "withdrawn" && gone.object["headline"] as? String == "")
  }

  @Test("Wrong codes to follow with and to take back with share one budget")
  func budget() async throws {
    #expect(try await outcomes("AAAA-AAAA-AA").status == 404)
    // Spent here and not by asking, since it fills up again while a slow machine asks.
    while workday.application.wrongWithdrawalCodes.spend() == nil {}
    #expect(try await outcomes(code(1)).status == 429)
    while workday.application.wrongWithdrawalCodes.spend() == nil {}
    #expect(try await workday.stranger.post("/api/withdrawals", ["code": code(1)]).status == 429)
  }

  @Test("The console walks from the action back to the story and forth again")
  func console() async throws {
    let path = "/api/console/\(room.trajectory.id)/chain"
    let action = try await workday.console.get("\(path)/\(ContributionID.numbered(4))").object
    let back = try #require(action["back"] as? [[String: Any]])
    #expect(back.map { $0["kind"] as? String } == ["story", "proposal"])
    #expect(back.map { $0["near"] as? Bool } == [false, true])
    let story = try await workday.console.get("\(path)/\(ContributionID.numbered(1))").object
    #expect((story["forth"] as? [[String: Any]])?.count == 3)
    #expect(try await workday.console.get("\(path)/geen").status == 404)
  }

  @Test(
    "A phone joins an action, sees how many do, leaves a contact and erases it; the facilitator sees and erases it too")
  func joining() async throws {
    let (one, other) = (try await workday.phone(in: room), try await workday.phone(in: room))
    let path = "/api/backing/\(ContributionID.numbered(4))"
    #expect(try await one.put(path, ["person": 0, "backs": true]).object["joined"] as? Int == 1)
    #expect(try await other.put(path, ["person": 0, "backs": true]).object["joined"] as? Int == 2)
    #expect(try await other.put(path, ["person": 0, "backs": false]).object["joined"] as? Int == 1)
    #expect(try await one.put(path, ["person": 99, "backs": true]).faults == ["person"])
    let step = try await one.get("/api/step").object
    #expect((step["backing"] as? [[String: Any]])?.count == 1)
    #expect((step["actions"] as? [[String: Any]])?.first?["joined"] as? Int == 1)
    #expect(step["lastFirstStep"] as? String == "2026-12-04")

    let contact = "/api/contacts/\(ContactID.numbered(500))"
    let given: [String: Any] = [
      "action": ContributionID.numbered(4).rawValue, "name": "Mieke", "reach": "0470 00 00 00",
    ]
    #expect(try await one.put(contact, given.merging(["consents": false]) { $1 }).faults == ["consents"])
    #expect(try await one.put(contact, given.merging(["consents": true]) { $1 }).status == 200)
    let team = "/api/console/\(room.trajectory.id)/actions/\(ContributionID.numbered(4))/team"
    #expect(try await workday.console.get(team).text.contains("Mieke"))
    let hidden: [String: Any] = ["name": "Mie\u{202E}ke\u{0}", "reach": "\u{7}", "consents": true]
    #expect(try await one.put(contact, given.merging(hidden) { $1 }).faults == ["reach"])
    #expect(try await workday.staff(.moderator, of: room).get(team).status == 401)
    #expect(try await one.write(.delete, contact, [:]).status == 200)
    #expect(try await !workday.console.get(team).text.contains("Mieke"))
    #expect(try await one.write(.delete, contact, [:]).status == 404)
  }

  @Test("Doen that goes to the ontwerpteam is a task of its next meeting, for as long as it does")
  func handOver() async throws {
    let path = "/api/console/\(room.trajectory.id)/hand-over"
    func tasks() throws -> [String] { try room.store.read { try $0.designTeam() }.tasks.map(\.owner) }
    #expect(try await workday.console.post(path, [:]).status == 200)
    #expect(try await workday.console.post(path, [:]).status == 200)
    #expect(try tasks() == ["het ontwerpteam"])
    let phone = try await workday.phone(in: room)
    #expect((try await phone.get("/api/me").object["room"] as? [String: Any])?["handedOver"] as? Bool == true)
    #expect(try await workday.console.write(.delete, path, [:]).status == 200)
    #expect(try tasks() == [])
  }

  @Test("What the room sees of coverage is what the console sees, and changes with no single story")
  func coverage() async throws {
    func seen(_ client: TestClient, _ path: String) async throws -> [String: Any] {
      try await client.get("/api/\(path)/\(room.trajectory.id)").object["coverage"] as? [String: Any] ?? [:]
    }
    let before = try await seen(workday.console, "console")
    try room.keep(SubmissionSample(.story, 20).with("buildingBlocks", .list(["financien-en-tijd"])))
    let after = try await seen(workday.console, "console")
    #expect(NSDictionary(dictionary: after) == NSDictionary(dictionary: before))
    for number in 21...30 { try room.keep(SubmissionSample(.story, number), from: "toestel-\(number)") }
    let (console, screen) = (try await seen(workday.console, "console"), try await seen(workday.console, "screen"))
    #expect(NSDictionary(dictionary: console) == NSDictionary(dictionary: screen))
  }
}
