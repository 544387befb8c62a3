import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What happens with what a phone sends")
struct SubmissionTests {
  let workday: Workday
  let room: LiveRoom

  init() throws {
    workday = try Workday()
    room = try workday.create()
    try room.open("verhaal")
  }

  private func phone() async throws -> TestClient { try await workday.phone(in: room) }

  @Test("The same again gives the same answer; the same id with another body is 409")
  func exactlyOnce() async throws {
    let phone = try await phone()
    var story = try SubmissionSample(.story).sent()
    let first = try await phone.post("/api/contributions", story)
    let again = try await phone.post("/api/contributions", story)
    #expect(first.status == 201)
    #expect(again.body == first.body)
    story["language"] = "fr"
    let other = try await phone.post("/api/contributions", story)
    #expect(other.status == 409)
    #expect(other.problem == "conflict")
    #expect(try room.store.read { try $0.acknowledgedIDs().count } == 1)
  }

  @Test("A closed step is no reason to refuse: the entry is kept and marked late")
  func closedStep() async throws {
    let phone = try await phone()
    try room.open(nil)
    let reply = try await phone.post("/api/contributions", try SubmissionSample(.story).sent())
    #expect(reply.status == 201)
    #expect(reply.object["late"] as? Bool == true)
  }

  @Test("What was sent can be changed while its step is open, and not after")
  func editing() async throws {
    let phone = try await phone()
    let sample = SubmissionSample(.story)
    #expect(try await phone.post("/api/contributions", try sample.sent()).status == 201)
    var edit = try sample.with("title", .text("Beter gezegd")).sent()
    edit["version"] = 1
    let path = "/api/contributions/\(sample.id)"
    let changed = try await phone.put(path, edit)
    #expect(changed.status == 200)
    #expect(changed.object["version"] as? Int == 2)
    #expect(try await phone.put(path, edit).body == changed.body)
    edit["version"] = 7
    #expect(try await phone.put(path, edit).status == 409)
    edit["version"] = nil
    #expect(try await phone.put(path, edit).status == 400)
    try room.open("droom")
    edit["version"] = 2
    let late = try await phone.put(path, edit)
    #expect(late.status == 409)
    #expect(late.problem == "closed")
  }

  @Test("Broken JSON is 400", arguments: ["", "{", "[]", "null", "{\"id\":1}", "\u{FEFF}{}"])
  func brokenJSON(_ text: String) async throws {
    let reply = try await phone().write(.post, "/api/contributions", body: Array(text.utf8))
    #expect(reply.status == 400)
    #expect(reply.problem == "unreadable")
  }

  @Test("Bytes that are not UTF-8 are 400, not a story with holes")
  func brokenUTF8() async throws {
    var body = try SubmissionSample(.story).json()
    guard let place = body.firstIndex(of: UInt8(ascii: "K")) else { return }
    body[place] = 0xFF
    #expect(try await phone().write(.post, "/api/contributions", body: body).status == 400)
  }

  @Test(
    "Each field that is wrong is named",
    arguments: [
      ("title", nil), ("title", .text("")), ("title", .text("   ")),
      ("title", .text(String(repeating: "é", count: 121))),
      ("whatHelped", nil), ("whatHappened", .text(String(repeating: "a", count: 10_001))),
      ("recognisable", .text("misschien")), ("recognisable", nil), ("buildingBlocks", .list(["geldkist"])),
      ("title", .list(["twee", "titels"])), ("buildingBlocks", .text("personeel")), ("bestaatNiet", .text("?")),
      ("ages", .list(["0-3", "nooit"])),
    ] as [(FieldID, Workshop.FieldValue?)])
  func wrongField(_ field: FieldID, _ value: Workshop.FieldValue?) async throws {
    let reply = try await phone().post("/api/contributions", try SubmissionSample(.story).with(field, value).sent())
    #expect(reply.status == 422)
    #expect(reply.faults == [field.rawValue])
  }

  @Test(
    "Values of another type are refused, not guessed at",
    arguments: [("title", 7), ("title", true), ("title", ["a": "b"]), ("buildingBlocks", 3)] as [(String, any Sendable)]
  )
  func wrongType(_ field: String, _ value: any Sendable) async throws {
    var story = try SubmissionSample(.story).sent()
    var body = story["body"] as? [String: Any] ?? [:]
    body[field] = value
    story["body"] = body
    let reply = try await phone().post("/api/contributions", story)
    #expect(reply.status == 422)
    #expect(try room.store.read { try $0.acknowledgedIDs() } == [])
  }

  @Test(
    "Everything around the answers is checked too",
    arguments: [
      ("step", "ontbijt", 422), ("step", "droom", 422), ("kind", "dream", 422), ("kind", "gerucht", 422),
      ("id", "1", 422), ("id", "00000000-0000-4000-8000-00000000000G", 422), ("language", "klingon", 400),
      ("route", "facilitator", 422), ("route", "postduif", 400),
    ])
  func wrongEnvelope(_ key: String, _ value: String, _ status: Int) async throws {
    var story = try SubmissionSample(.story).sent()
    story[key] = value
    let reply = try await phone().post("/api/contributions", story)
    #expect(reply.status == status)
    #expect(try room.store.read { try $0.acknowledgedIDs() } == [])
  }

  @Test("Ten thousand characters go through unharmed, whatever they are")
  func longText() async throws {
    let family = "👩‍👩‍👧‍👦"
    let text = "<script>alert(1)</script> مرحبا " + String(repeating: "é", count: 9_960) + family
    let sample = SubmissionSample(.story).with("whatHappened", .text(text))
    #expect(try await phone().post("/api/contributions", try sample.sent()).status == 201)
    #expect(try room.store.read { try $0.contribution(sample.id) }?.text("whatHappened") == text)
  }

  @Test("JSON of more than 64 KB is 413, with and without a form around it")
  func tooLarge() async throws {
    let large = SubmissionSample(.story).with("whoWorkedTogether", .text(String(repeating: "a", count: 66_000)))
    let plain = try await phone().post("/api/contributions", try large.sent())
    #expect(plain.status == 413)
    #expect(plain.problem == "bodyTooLarge")
    let form = try await phone().form(path: "/api/contributions", contribution: try large.json())
    #expect(form.status == 413)
    #expect(try await phone().post("/api/join", ["code": String(repeating: "A", count: 70_000)]).status == 413)
  }

  @Test(
    "Anything but JSON or a form is 415",
    arguments: ["text/plain", "application/x-www-form-urlencoded", "image/jpeg", ""])
  func wrongMediaType(_ type: String) async throws {
    let reply = try await phone().write(.post, "/api/contributions", body: Array("{}".utf8), type: type)
    #expect(reply.status == 415)
  }

  @Test("A form that is cut off or has no story in it is 400")
  func brokenForm() async throws {
    let phone = try await phone()
    let cut = Array("--grens\r\nContent-Disposition: form-data; name=\"contribution\"\r\n\r\n{".utf8)
    let type = "multipart/form-data; boundary=grens"
    #expect(try await phone.write(.post, "/api/contributions", body: cut, type: type).status == 400)
    #expect(try await phone.form(.post, "/api/contributions", [("photo", .samplePhoto())]).status == 400)
  }

  @Test("Dots that come late are kept; they and stances are refused where they make no sense")
  func voting() async throws {
    let phone = try await phone()
    #expect(try await phone.put("/api/dots", ["themes": [String]()]).status == 200)
    #expect(try await phone.put("/api/dots", ["themes": ["geen"]]).faults == ["themes"])
    #expect(try await phone.put("/api/dots", ["themes": [String](), "person": -1]).faults == ["person"])
    #expect(try await phone.put("/api/dots", ["themes": "alle"]).status == 400)
    let stance = "/api/stances/\(ContributionID.numbered(5))"
    #expect(try await phone.put(stance, ["position": "misschien"]).faults == ["position"])
    #expect(try await phone.put(stance, ["position": "ja", "groups": ["piraten"]]).faults == ["groups"])
    try room.open("galerij")
    #expect(try await phone.put(stance, ["position": "ja"]).status >= 400)
    #expect(try await phone.put("/api/stances/geen", ["position": "ja"]).status == 404)
  }

  @Test("Check-in takes no more than it can keep")
  func checkIn() async throws {
    let phone = try await phone()
    let long = String(repeating: "a", count: 121)
    let reply = try await phone.put(
      "/api/me", ["language": "xx", "groups": ["piraten"], "organisation": long, "table": long])
    #expect(reply.status == 422)
    #expect(reply.faults == ["groups", "language", "organisation", "table"])
  }

  @Test("A withdrawal code takes it back for good, and twice is no harm")
  func withdrawing() async throws {
    let sample = SubmissionSample(.story)
    let sent = try await phone().post("/api/contributions", try sample.sent())
    let code = try #require(sent.object["code"] as? String)
    for typed in [code, code.lowercased().replacing("-", with: " ")] {
      let reply = try await workday.stranger.post("/api/withdrawals", ["code": typed])
      #expect(reply.status == 200)
      #expect(reply.object["state"] as? String == "withdrawn")
    }
    #expect(try room.store.read { try $0.contribution(sample.id) }?.body.isEmpty == true)
    #expect(try await phone().post("/api/contributions", try sample.sent()).status == 409)
  }
}

extension TestClient {
  /// A contribution with a photo, as a phone sends them.
  func form(path: String, contribution: [UInt8], photo: [UInt8]? = nil) async throws -> Reply {
    let parts = [(name: "contribution", bytes: contribution)] + (photo.map { [(name: "photo", bytes: $0)] } ?? [])
    return try await form(.post, path, parts)
  }
}
