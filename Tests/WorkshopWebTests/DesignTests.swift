import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Ontwerpen on phones, console and projector")
struct DesignTests {
  let workday: Workday
  let room: LiveRoom

  init() throws {
    workday = try Workday()
    room = try workday.create()
  }

  private var console: String { "/api/console/\(room.trajectory.id)" }
  private var screen: String { "/api/screen/\(room.trajectory.id)" }

  private func object(_ any: Any?) -> [String: Any] { any as? [String: Any] ?? [:] }

  // MARK: The choice of a building block

  @Test("A full building block is refused in plain words that name what has room, and everyone sees the totals")
  func full() async throws {
    try room.open("voorstel")
    #expect(try await workday.console.put("\(console)/design-limit", ["limit": 1]).status == 200)
    let (first, second) = (try await workday.phone(in: room), try await workday.phone(in: room))
    #expect(try await first.put("/api/design-choice", ["buildingBlock": "visie"]).status == 200)
    let refused = try await second.put("/api/design-choice", ["buildingBlock": "visie", "person": 2])
    #expect(refused.status == 409 && refused.problem == "blockFull")
    let detail = refused.object["detail"] as? String ?? ""
    #expect(detail.hasPrefix("Bij ‘Visie’ is geen plaats meer. Hier wel: ‘Dienstverlening’"))
    #expect(!detail.contains("{"))
    let me = try await first.get("/api/me").object
    let design = object(object(me["room"])["design"])
    #expect(design["people"] as? [String: Int] == ["visie": 1] && design["full"] as? [String] == ["visie"])
    #expect((me["choices"] as? [[String: Any]])?.first?["buildingBlock"] as? String == "visie")
    #expect((try await second.get("/api/me").object["choices"] as? [Any])?.isEmpty == true)
    #expect(try await workday.console.put("\(console)/design-blocks/visie", ["open": true]).status == 200)
    #expect(try await second.put("/api/design-choice", ["buildingBlock": "visie"]).status == 200)
    let shown = object(object(try await workday.staff(.projector, of: room).get(screen).object["room"])["design"])
    #expect(shown["people"] as? [String: Int] == ["visie": 2])
  }

  @Test("Where nothing has room, the phone is sent to the facilitator")
  func nowhere() async throws {
    for block in FrameworkContent.shipped.offered(.buildingBlocks).map(\.id).enumerated() {
      let voter = try #require(Voter(owner: Session.owner(of: "toestel"), person: block.offset))
      try room.store.write { try $0.choose(block.element, by: voter) }
    }
    try room.store.write { try $0.limitDesignGroups(to: 1, by: .facilitator) }
    let refused = try await workday.phone(in: room).put("/api/design-choice", ["buildingBlock": "visie"])
    #expect(refused.object["detail"] as? String == "Nergens is nog plaats. Vraag het aan de begeleider.")
  }

  @Test("A building block that is not offered, a person too many and a limit that is no group are refused")
  func badInput() async throws {
    let phone = try await workday.phone(in: room)
    #expect(try await phone.put("/api/design-choice", ["buildingBlock": "netwerk"]).faults == ["buildingBlock"])
    let person = try await phone.put("/api/design-choice", ["buildingBlock": "visie", "person": 12])
    #expect(person.faults == ["person"])
    #expect(try await workday.console.put("\(console)/design-limit", ["limit": 0]).faults == ["limit"])
    #expect(try await workday.console.put("\(console)/design-limit", ["limit": 201]).faults == ["limit"])
    #expect(try await workday.console.put("\(console)/design-limit", [:]).status == 200)
    #expect(try await workday.console.put("\(console)/design-blocks/netwerk", ["open": true]).status == 404)
  }

  // MARK: The form

  @Test("The proposal's form comes in parts, with everything it may rest on by kind, and more behind a word")
  func form() async throws {
    try room.open("verhaal")
    for number in 1...203 {
      try room.keep(
        SubmissionSample(.story, number).with("title", .text(number == 1 ? "Kantklossen" : "Verhaal \(number)")),
        released: true)
    }
    try room.keep(SubmissionSample(.story, 300).with("title", .text("Kantklossen geheim")))
    try room.store.write { try $0.make(Theme(id: .numbered(900), name: "Tijd"), by: .facilitator) }
    try room.open("voorstel")
    let phone = try await workday.phone(in: room)
    let step = try await phone.get("/api/step").object
    #expect(step["activity"] as? String == "choosing")
    let form = object((step["forms"] as? [Any])?.first)
    #expect((form["sections"] as? [Any])?.count == FieldDefinition.Section.allCases.count)
    let fields = (form["fields"] as? [[String: Any]]) ?? []
    let rests = try #require(fields.first { $0["id"] as? String == "restsOn" })
    #expect((rests["candidates"] as? [Any])?.count == 201 && rests["hasMore"] as? Bool == true)
    #expect(fields.first { $0["id"] as? String == "inclusion" }?["type"] as? String == "answers")
    let found = try await phone.get("/api/candidates?kind=proposal&relation=restsOn&q=kantkl")
    let labels = (found.object["candidates"] as? [[String: Any]])?.compactMap { $0["label"] as? String }
    #expect(labels == ["Kantklossen"])
    #expect(try await phone.get("/api/candidates?kind=proposal&relation=x&q=kantkl").status == 422)
  }

  @Test("A phone finds by the label alone, whatever stands in the rest of it and however much still waits")
  func findingByLabel() async throws {
    try room.open("verhaal")
    let hidden = SubmissionSample(.story, 1).with("title", .text("Een verhaal")).with("worry", .text("Kantklossen"))
    try room.keep(hidden, released: true)
    try room.keep(SubmissionSample(.story, 2).with("title", .text("Samen kàntklossen")), released: true)
    for number in 3...130 { try room.keep(SubmissionSample(.story, number).with("title", .text("Kantklossen"))) }
    let phone = try await workday.phone(in: room)
    let found = try await phone.get("/api/candidates?kind=proposal&relation=restsOn&q=kantkl+sam")
    #expect(
      (found.object["candidates"] as? [[String: Any]])?.compactMap { $0["label"] as? String } == ["Samen kàntklossen"])
    let one = try await phone.get("/api/candidates?kind=proposal&relation=restsOn&q=kantkl")
    #expect((one.object["candidates"] as? [[String: Any]])?.count == 1)
  }

  @Test("Earlier versions are for who wrote it and for the console, and go with a withdrawal")
  func versions() async throws {
    try room.open("voorstel")
    let phone = try await workday.phone(in: room)
    var sent = try SubmissionSample(.proposal, 1).sent()
    #expect(try await phone.post("/api/contributions", sent).status == 201)
    var body = object(sent["body"])
    body["sentence"] = "Nu anders."
    (sent["body"], sent["version"]) = (body, 1)
    let id = ContributionID.numbered(1)
    #expect(try await phone.put("/api/contributions/\(id)", sent).status == 200)
    let path = "/api/contributions/\(id)/versions"
    let versions = try await phone.get(path).object["versions"] as? [[String: Any]] ?? []
    #expect(versions.map { $0["version"] as? Int } == [1])
    #expect(try await phone.get(path).text.contains("Elke wijk heeft een plek"))
    #expect(try await workday.phone(in: room).get(path).status == 404)
    #expect(try await workday.console.get("\(console)/contributions/\(id)/versions").text.contains("Elke wijk"))
    try room.store.write { _ = try $0.withdraw(room.store.withdrawalCode(for: id), in: room.store) }
    #expect(try await phone.get(path).status == 404)
    #expect(try await workday.console.get("\(console)/contributions/\(id)/versions").status == 404)
  }

  // MARK: The gallery

  private func gallery(_ stances: [(StancePosition, [String], Int)]) throws {
    try room.open("voorstel")
    try room.keep(SubmissionSample(.proposal, 1), released: true)
    try room.open("galerij")
    var device = 0
    for (position, groups, count) in stances {
      for _ in 0..<count {
        device += 1
        let voter = try #require(Voter(owner: Session.owner(of: "stem-\(device)"), person: 0))
        let stance = Stance(proposal: .numbered(1), position: position, groups: groups)
        try room.store.write { try $0.take(stance, by: voter) }
      }
    }
  }

  private func spread(_ reply: Reply) -> [String: Any] { object((reply.object["spreads"] as? [Any])?.first) }

  @Test("Projector and console name a tension in the same words, the projector once it is revealed, nobody's group")
  func tension() async throws {
    try gallery([(.yes, ["ouder"], 60), (.yes, ["partner"], 56), (.no, ["kind"], 4)])
    let projector = try workday.staff(.projector, of: room)
    #expect(spread(try await projector.get(screen))["agreement"] is NSNull)
    #expect(spread(try await workday.console.get(console))["agreement"] as? String == "minority")
    _ = try await workday.console.put("\(console)/reveal", ["stances": true])
    let shown = spread(try await projector.get(screen))
    #expect(shown["agreementName"] as? String == "De meesten gaan mee, maar niet iedereen")
    #expect((shown["byGroup"] as? [Any])?.isEmpty == true)
    #expect(try await !projector.get("\(screen)/events?after=1").text.contains("kind"))
  }

  @Test("Reasons that wait are counted for the console and not for the room")
  func waitingReasons() async throws {
    try gallery([])
    try room.keep(SubmissionSample(.stanceReason, 2).with("reasonFor", .list([ContributionID.numbered(1).rawValue])))
    #expect(spread(try await workday.console.get(console))["reasonsWaiting"] as? Int == 1)
    #expect(spread(try await workday.staff(.projector, of: room).get(screen))["reasonsWaiting"] as? Int == 0)
  }

  @Test("A stance, and a reason, on a proposal that was taken back are told so in plain words")
  func gone() async throws {
    try gallery([])
    try room.store.write { _ = try $0.withdraw(room.store.withdrawalCode(for: .numbered(1)), in: room.store) }
    let phone = try await workday.phone(in: room)
    let refused = try await phone.put("/api/stances/\(ContributionID.numbered(1))", ["position": "ja"])
    #expect(refused.status == 409 && refused.problem == "proposalGone")
    #expect((refused.object["detail"] as? String ?? "").hasPrefix("Dit voorstel is teruggenomen"))
    let reason = SubmissionSample(.stanceReason, 2).with("reasonFor", .list([ContributionID.numbered(1).rawValue]))
    let sent = try await phone.post("/api/contributions", try reason.sent())
    #expect(sent.status == 409 && sent.problem == "proposalGone")
    #expect(try await phone.put("/api/stances/\(ContributionID.numbered(7))", ["position": "ja"]).status == 404)
  }

  // MARK: The scan

  @Test("Scan counts come from five answers up: live for the console, for the room as they were when shown")
  func scan() async throws {
    try room.open("rollenscan")
    let phone = try await workday.phone(in: room)
    let projector = try workday.staff(.projector, of: room)
    func times(_ reply: Reply) -> Any? { object((object(reply.object["scan"])["questions"] as? [Any])?[1])["counts"] }
    for person in 0..<4 {
      let sent = try await phone.put("/api/scan", ["person": person, "answers": ["tijd": "gedeeld"]])
      #expect(sent.status == 200)
    }
    #expect(times(try await workday.console.get(console)) is NSNull)
    _ = try await phone.put("/api/scan", ["person": 4, "answers": ["tijd": "opgedragen"]])
    #expect(times(try await workday.console.get(console)) as? [Int] == [4, 1])
    #expect(times(try await projector.get(screen)) is NSNull)
    _ = try await workday.console.put("\(console)/reveal", ["scan": true])
    _ = try await phone.put("/api/scan", ["person": 5, "answers": ["tijd": "opgedragen"]])
    #expect(times(try await projector.get(screen)) as? [Int] == [4, 1])
    _ = try await workday.console.put("\(console)/reveal", ["scan": false])
    #expect(times(try await projector.get(screen)) is NSNull)
    #expect(try await phone.put("/api/scan", ["answers": ["tijd": "soms"]]).faults == ["answers"])
    let own = try await phone.get("/api/step").object["scanAnswers"] as? [[String: Any]]
    #expect(own?.count == 6)
    #expect((try await workday.phone(in: room).get("/api/step").object["scanAnswers"] as? [Any])?.isEmpty == true)
  }
}
