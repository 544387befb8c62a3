import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What is refused before a handler sees it, and why")
struct RefusalTests {
  let workday: Workday
  let room: LiveRoom

  init() throws {
    workday = try Workday()
    room = try workday.create()
  }

  @Test(
    "A Host that is not this server is 421",
    arguments: [
      "evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8081", "localhost.evil.example:8080", "", "[::2]:8080",
    ])
  func wrongHost(_ host: String) async throws {
    var client = workday.stranger
    client.host = host
    let reply = try await client.get("/")
    #expect(reply.status == 421)
    #expect(reply.problem == "wrongHost")
  }

  @Test(
    "This machine's own names are this server",
    arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"])
  func ownHost(_ host: String) async throws {
    var client = workday.stranger
    client.host = host
    #expect(try await client.get("/").status == 200)
  }

  @Test(
    "A write from another site's page is 403",
    arguments: ["http://evil.example", "null", "https://127.0.0.1:8081", "http://127.0.0.1:8080.evil.example"])
  func foreignOrigin(_ origin: String) async throws {
    let headers: [HTTPHeaders.Field] = [("Origin", origin), ("X-Werkdag", "1"), ("Content-Type", "application/json")]
    let reply = try await workday.stranger.send(.post, "/api/join", headers: headers, body: Array("{}".utf8))
    #expect(reply.status == 403)
    #expect(reply.problem == "foreignOrigin")
  }

  @Test("A write that the browser says comes from another site is 403")
  func crossSite() async throws {
    let headers: [HTTPHeaders.Field] = [
      ("Sec-Fetch-Site", "cross-site"), ("X-Werkdag", "1"), ("Content-Type", "application/json"),
    ]
    #expect(try await workday.stranger.send(.post, "/api/join", headers: headers, body: Array("{}".utf8)).status == 403)
  }

  @Test(
    "A write without the pages' own header is 403, as JSON and as a form",
    arguments: ["application/json", "multipart/form-data; boundary=x", "text/plain"])
  func missingHeader(_ type: String) async throws {
    let phone = try await workday.phone(in: room)
    let reply = try await phone.send(
      .post, "/api/contributions", headers: [("Content-Type", type)], body: Array("{}".utf8))
    #expect(reply.status == 403)
  }

  @Test("The form for a traject needs its token, from this machine too", arguments: [nil, "", "0000", "token"])
  func formToken(_ token: String?) async throws {
    var values = ["house": "Huis", "date": "2026-12-01", "organisation": "Stad", "contact": "014"]
    values["csrf"] = token
    let reply = try await workday.console.form(path: "/begeleider", values)
    #expect(reply.status == 403)
    #expect(workday.application.library.ids().count == 1)
  }

  @Test("The form with its token makes a traject and leads to its preparation")
  func formWithToken() async throws {
    let values = [
      "csrf": workday.application.pages.formToken.value, "house": "Huis van het Kind Mol", "date": "2026-12-01",
      "organisation": "Stad", "contact": "014",
    ]
    let reply = try await workday.console.form(path: "/begeleider", values)
    #expect(reply.status == 303)
    #expect(reply.headers["Location"] == "/begeleider/mol-2026-12-01/voorbereiding?melding=added")
    // Under no-referrer a browser would send the form with the Origin "null".
    #expect(try await workday.console.get("/begeleider").headers["Referrer-Policy"] == "same-origin")
  }

  @Test("An unknown path is 404 and a wrong method 405 with what is allowed")
  func unknown() async throws {
    #expect(try await workday.stranger.get("/api/nergens").status == 404)
    let reply = try await workday.console.send(.delete, "/api/me")
    #expect(reply.status == 405)
    #expect(reply.headers["Allow"] == "GET, HEAD, PUT")
  }

  @Test(
    "A file outside the data directory is no traject",
    arguments: ["..", "../toegang", "toegang", "DUFFEL-2026-11-20", "", "-"])
  func strangeName(_ name: String) async throws {
    var head = RequestHead(path: "/api/console/x", headers: ["Host": Workday.host], peer: workday.console.peer)
    head.pathSegments = ["api", "console", name]
    guard case .deferred = workday.application.respond(to: HTTPRequest(head: head)) else { return }
    let known = try? workday.application.library.room(TrajectoryID(name))
    #expect(known == nil)
  }

  @Test("A wrong code is 404, and 429 once too many were tried; the QR goes on")
  func codeBudget() async throws {
    let keys = try room.store.read { try $0.joinKeys() }
    let wrong = keys.code == "AAAAAA" ? "BBBBBB" : "AAAAAA"
    #expect(try await workday.stranger.post("/api/join", ["code": wrong]).status == 404)
    for _ in 0..<80 { _ = try await workday.stranger.post("/api/join", ["code": wrong]) }
    let refused = try await workday.stranger.post("/api/join", ["code": keys.code])
    #expect(refused.status == 429)
    #expect(refused.headers["Retry-After"] != nil)
    #expect(refused.object["retryAfter"] as? Int != nil)
    // Who plays with one kind of code does not keep others from the other.
    #expect(try await workday.stranger.post("/api/withdrawals", ["code": "AAAA-AAAA-AA"]).status == 404)
    for _ in 0..<80 { _ = try await workday.stranger.post("/api/withdrawals", ["code": "AAAA-AAAA-AA"]) }
    #expect(try await workday.stranger.post("/api/withdrawals", ["code": "AAAA-AAAA-AA"]).status == 429)
    #expect(try await workday.stranger.post("/api/join", ["token": keys.token]).status == 200)
  }

  @Test("A code may be typed in small letters, with spaces and dashes")
  func typedCode() async throws {
    let code = try room.store.read { try $0.joinKeys().code }
    let typed = " \(code.prefix(3).lowercased()) - \(code.dropFirst(3).lowercased()) "
    #expect(try await workday.stranger.post("/api/join", ["code": typed]).status == 200)
  }

  @Test("A new code shuts the old one out, while who is in stays in")
  func rotatedCode() async throws {
    let old = try room.store.read { try $0.joinKeys() }
    let phone = try await workday.phone(in: room)
    _ = try await workday.console.post("/api/console/\(room.trajectory.id)/join-code/rotate", [:])
    #expect(try await workday.stranger.post("/api/join", ["code": old.code]).status == 404)
    #expect(try await workday.stranger.post("/api/join", ["token": old.token]).status == 404)
    #expect(try await phone.get("/api/me").status == 200)
  }

  @Test("Somebody else's id looks like an id that does not exist")
  func forbiddenLooksUnknown() async throws {
    let (anna, bilal) = (try await workday.phone(in: room), try await workday.phone(in: room))
    try room.open("verhaal")
    let story = try SubmissionSample(.story).sent()
    #expect(try await anna.post("/api/contributions", story).status == 201)
    let id = story["id"] as? String ?? ""
    let unknown = ContributionID.numbered(404).rawValue
    for path in ["/api/contributions/ID/code.svg", "/api/photos/ID"] {
      let forbidden = try await bilal.get(path.replacing("ID", with: id))
      let missing = try await bilal.get(path.replacing("ID", with: unknown))
      #expect(forbidden.status == 404)
      #expect(forbidden.body == missing.body)
    }
    let edit = story.merging(["version": 1]) { $1 }
    #expect(try await bilal.put("/api/contributions/\(id)", edit).status == 404)
    #expect(try await bilal.put("/api/contributions/\(unknown)", edit).status == 404)
  }

  @Test("A key of a console link works once typed right and fails like a wrong code")
  func consoleKey() async throws {
    let key = try workday.access.makeKey(AccessGrant(role: .facilitator), now: workday.clock.now)
    #expect(try await workday.stranger.post("/api/console-session", ["token": "AAAA"]).status == 404)
    let reply = try await workday.stranger.post("/api/console-session", ["token": key])
    #expect(reply.status == 204)
    var console = workday.stranger
    console.cookie = reply.cookie
    #expect(try await console.get("/api/console/\(room.trajectory.id)").status == 200)
  }

  @Test("One device that sends too much waits, while another goes on")
  func sessionBudget() async throws {
    let (busy, calm) = (try await workday.phone(in: room), try await workday.phone(in: room))
    try room.open("verhaal")
    var statuses: Set<Int> = []
    // Sixty at once, and more on a machine so slow that the budget fills up meanwhile.
    for number in 1...800 where !statuses.contains(429) {
      statuses.insert(try await busy.post("/api/contributions", try SubmissionSample(.story, number).sent()).status)
    }
    #expect(statuses == [201, 429])
    let last = try await busy.put("/api/dots", ["themes": [String]()])
    #expect(last.status == 429)
    #expect(last.headers["Retry-After"] != nil)
    #expect(try await calm.post("/api/contributions", try SubmissionSample(.story, 900).sent()).status == 201)
  }
}
