import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What pages and answers look like, whole")
struct SnapshotTests {
  let workday: Workday
  let room: LiveRoom

  init() throws {
    workday = try Workday()
    room = try workday.create()
  }

  @Test("The phone page is one document of at most 14 KB compressed")
  func phonePage() async throws {
    let plain = try await workday.stranger.get("/")
    #expect(plain.body.count < 64 * 1024)
    let packed = try await workday.stranger.get("/", [("Accept-Encoding", "gzip")])
    #expect(packed.headers["Content-Encoding"] == "gzip")
    #expect(packed.body.count <= 14 * 1024)
    #expect(packed.headers["ETag"] != nil)
    #expect(packed.headers["Vary"]?.contains("Accept-Encoding") == true)
  }

  @Test("Joining answers with everything a phone needs")
  func joining() async throws {
    let keys = try room.store.read { try $0.joinKeys() }
    try expectSnapshot(try await workday.stranger.post("/api/join", ["code": keys.code]), "join")
  }

  @Test("A phone gets back what it said and sent")
  func me() async throws {
    let phone = try await workday.phone(in: room)
    try room.open("verhaal")
    _ = try await phone.put("/api/me", ["language": "ar", "groups": ["ouder"], "organisation": "Ouders", "table": "4"])
    try expectSnapshot(try await phone.post("/api/contributions", try SubmissionSample(.story).sent()), "receipt")
    try expectSnapshot(try await phone.get("/api/me"), "me")
    try expectSnapshot(try await workday.stranger.get("/api/me"), "me-without-session")
  }

  @Test("Each step is drawn from its definition", arguments: StepDefinition.shipped.map(\.id))
  func step(_ id: StepID) async throws {
    let phone = try await workday.phone(in: room)
    try fill()
    try room.open(id)
    try expectSnapshot(try await phone.get("/api/step"), "step-\(id)")
  }

  @Test("No step is 204 without a body")
  func noStep() async throws {
    try expectSnapshot(try await workday.phone(in: room).get("/api/step"), "step-none")
  }

  @Test("The projector's page and its picture of the day")
  func screen() async throws {
    try fill()
    try expectSnapshot(try await workday.console.get("/scherm/\(room.trajectory.id)"), "screen-page")
    try expectSnapshot(try await workday.console.get("/api/screen/\(room.trajectory.id)"), "screen")
  }

  @Test("The console's page and its picture of the day")
  func console() async throws {
    try fill()
    try expectSnapshot(try await workday.console.get("/begeleider/\(room.trajectory.id)"), "console-page")
    try expectSnapshot(try await workday.console.get("/api/console/\(room.trajectory.id)"), "console")
  }

  @Test("The home page, with the form for a new traject")
  func home() async throws {
    try expectSnapshot(try await workday.console.get("/begeleider"), "home")
  }

  @Test("The form again, with what was typed and what has to be corrected")
  func homeWithErrors() async throws {
    let reply = try await workday.console.form(
      path: "/begeleider",
      [
        "csrf": workday.application.pages.formToken.value, "house": "", "topic": "<b>Vraag</b>", "date": "20/11/2026",
        "rehearsal": "true",
      ])
    #expect(reply.status == 422)
    try expectSnapshot(reply, "home-with-errors")
  }

  @Test("Who has no access gets a page that can exchange a key")
  func locked() async throws {
    try expectSnapshot(try await workday.stranger.get("/begeleider"), "home-locked")
    let page = try await workday.stranger.get("/begeleider/\(room.trajectory.id)", [("Accept", "text/html")])
    try expectSnapshot(page, "problem-page-noAccess")
  }

  @Test("The page to take something back")
  func withdrawing() async throws {
    try expectSnapshot(try await workday.stranger.get("/terugnemen"), "withdraw-page")
  }

  @Test("The check before the day names what is in order and what is not")
  func preflight() async throws {
    let reply = try await workday.console.get("/api/console/\(room.trajectory.id)/preflight")
    let checks = reply.object["checks"] as? [[String: Any]] ?? []
    #expect(
      checks.compactMap { $0["id"] as? String } == [
        "address", "phones", "projector", "confidant", "disk", "converters", "rehearsal",
      ])
    for check in checks {
      #expect(Set(check.keys) == ["id", "ok", "title", "detail"])
      #expect((check["detail"] as? String)?.isEmpty == false)
    }
  }

  @Test(
    "Each problem has words of its own",
    arguments: [
      Problem.notFound, .noSession, .noAccess, .foreignOrigin, .wrongHost, .unreadable, .wrongCode, .wrongMediaType,
      .conflict, .closed, .diskFull, .notSaved, .damaged, .tooMany(retryAfter: 7), .fields(["title": .missing]),
    ])
  func problem(_ problem: Problem) throws {
    try expectSnapshot(Reply(problem.response(workday.application.environment.words)), "problem-\(problem.name)")
  }

  /// A day with something of most kinds on it, some of it not to be shown.
  private func fill() throws {
    let story = SubmissionSample(.story, 1)
    try room.keep(story, released: true)
    try room.keep(SubmissionSample(.story, 2).with("title", .text("Wacht nog")))
    try room.keep(SubmissionSample(.proposal, 3), released: true)
    try room.keep(SubmissionSample(.action, 4), released: true)
    try room.store.write { change in
      let theme = Theme(id: .numbered(9), name: "Tijd maken", buildingBlock: "personeel")
      try change.make(theme, by: .moderator)
      try change.put(story.id, into: theme.id, by: .moderator)
    }
  }
}

extension TestClient {
  /// A plain form as a browser sends it, without a script.
  func form(path: String, _ values: [String: String]) async throws -> Reply {
    let parts = values.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: Array($0.value.utf8)) }
    return try await form(.post, path, parts, isOwnPage: false)
  }
}
