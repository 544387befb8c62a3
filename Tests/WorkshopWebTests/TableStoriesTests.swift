import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What made it work, at the table")
struct TableStoriesTests {
  let workday: Workday
  let room: LiveRoom
  let phone: TestClient

  init() async throws {
    workday = try Workday()
    room = try workday.create()
    phone = try await workday.phone(in: room)
    try room.open("succesfactor")
    _ = try await phone.put("/api/me", ["language": "nl", "groups": [String](), "table": "4"])
  }

  private func story(_ number: Int, _ text: String, table: String? = "4", consents: Set<Consent> = [.screen])
    -> SubmissionSample
  {
    var sample = SubmissionSample(.story, number).with("title", .text(text)).with("whatHappened", .text("zo \(text)"))
      .with("quote", .text("citaat \(text)"))
    (sample.table, sample.teller.consents) = (table, consents)
    return sample
  }

  private func view() async throws -> [String: Any] { try await phone.get("/api/table-stories").object }

  private func stories() async throws -> [[String: Any]] {
    try #require(try await view()["stories"] as? [[String: Any]])
  }

  private func keepOwn(_ sample: SubmissionSample) async throws {
    #expect(try await phone.post("/api/contributions", try sample.sent()).status == 201)
  }

  @Test("The table's own come first; of others only what the room may see")
  func order() async throws {
    try room.keep(story(1, "andere tafel", table: "2"), released: true)
    try room.keep(story(2, "wacht elders", table: "2"))
    try room.keep(story(3, "onze tafel"), released: true)
    let found = try await stories()
    #expect(found.compactMap { $0["title"] as? String } == ["onze tafel", "andere tafel"])
    #expect(found.compactMap { $0["isHere"] as? Bool } == [true, false])
    #expect(found.first?["quote"] as? String == "citaat onze tafel")
  }

  @Test("Stories of others are found past as many newer ones as may not be read")
  func pastUnreadable() async throws {
    try room.keep(story(1, "van vroeger", table: "2"), released: true)
    for number in 2...203 { try room.keep(story(number, "niet", table: "2", consents: [.report]), released: true) }
    #expect(try await stories().compactMap { $0["title"] as? String } == ["van vroeger"])
  }

  @Test("A story of the table that may not be read is its number and nothing else, and can be tied all the same")
  func numberOnly() async throws {
    try room.keep(story(1, "wacht-nog"))
    try room.keep(story(2, "geen-toestemming", consents: [.report]), released: true)
    let reply = try await phone.get("/api/table-stories")
    #expect(!reply.text.contains("wacht-nog") && !reply.text.contains("geen-toestemming"))
    let found = try await stories()
    #expect(found.compactMap { $0["number"] as? Int } == [1, 2])
    #expect(found.allSatisfy { $0["title"] is NSNull && $0["text"] is NSNull && $0["quote"] is NSNull })
    let factor = SubmissionSample(.successFactor, 9).pointing("restsOn", to: [.numbered(1)])
    #expect(try await phone.post("/api/contributions", try factor.sent()).status == 201)
  }

  @Test("What this phone sent it may read before anybody released it, whatever its table")
  func own() async throws {
    try await keepOwn(story(1, "van deze telefoon", table: nil))
    #expect(try await stories().compactMap { $0["title"] as? String } == ["van deze telefoon"])
    let other = try await workday.phone(in: room)
    #expect(!(try await other.get("/api/table-stories").text.contains("van deze telefoon")))
  }

  @Test("What is set apart is in no list and no count, on its own phone too", arguments: HoldGround.allCases)
  func held(_ ground: HoldGround) async throws {
    try await keepOwn(story(1, "apart"))
    try await keepOwn(SubmissionSample(.successFactor, 2))
    try room.store.write { change in
      for number in [1, 2] { try change.hold(.numbered(number), ground: ground, reason: "", by: .moderator) }
    }
    #expect(try await stories().isEmpty)
    #expect(try await view()["factors"] as? Int == 0)
  }

  @Test("What was taken back is gone")
  func withdrawn() async throws {
    try await keepOwn(story(1, "weg"))
    try room.store.write { _ = try $0.withdraw(room.store.withdrawalCode(for: .numbered(1)), in: room.store) }
    #expect(try await stories().isEmpty)
  }

  @Test("It counts the table's factors, with three to five to go, and never refuses a sixth")
  func count() async throws {
    for number in 1...6 { try await keepOwn(SubmissionSample(.successFactor, number)) }
    var elsewhere = SubmissionSample(.successFactor, 7)
    elsewhere.table = "2"
    try room.keep(elsewhere, from: "toestel-2")
    let found = try await view()
    #expect(found["factors"] as? Int == 6)
    #expect(found["least"] as? Int == 3 && found["most"] as? Int == 5)
  }

  @Test("The same table number at another gathering is another table")
  func otherGathering() async throws {
    try room.keep(story(1, "gisteren"))
    let words = room.words
    try room.store.write { change in
      try change.make(RunSheetTemplate.followUp.runSheet(id: "later", date: nil, words: words), by: .facilitator)
    }
    try room.open(nil)
    let path = "/api/console/\(room.trajectory.id)/gathering"
    #expect(try await workday.console.put(path, ["gathering": "later"]).status == 200)
    _ = try await phone.put("/api/me", ["language": "nl", "groups": [String](), "table": "4"])
    #expect(try await stories().isEmpty)
  }
}

@Suite("The quote that tells a success factor")
struct ChosenQuoteTests {
  let workday: Workday
  let room: LiveRoom
  private static let quote = "Niemand vroeg naar een dossier."

  init() throws {
    workday = try Workday()
    room = try workday.create()
    try room.open("verhaal")
    try room.keep(SubmissionSample(.story, 1).with("quote", .text(Self.quote)), released: true)
    let factor = SubmissionSample(.successFactor, 2).pointing("restsOn", to: [.numbered(1)])
      .pointing("quotes", to: [.numbered(1)])
    try room.keep(factor, released: true)
  }

  private var path: String { "/api/screen/\(room.trajectory.id)" }

  private func factor(_ items: [[String: Any]]) -> [String: Any]? {
    items.first { $0["kind"] as? String == "successFactor" }
  }

  private func shown() async throws -> [String: Any] {
    let items = try await workday.console.get(path).object["items"] as? [[String: Any]]
    return try #require(factor(items ?? []))
  }

  @Test("It comes with the factor, read from the story, however many stories came since")
  func points() async throws {
    for number in 10...50 { try room.keep(SubmissionSample(.story, number), released: true) }
    let items = try await workday.console.get(path).object["items"] as? [[String: Any]] ?? []
    #expect(!items.contains { $0["id"] as? String == ContributionID.numbered(1).rawValue })
    let quoted = try #require(try await shown()["quoted"] as? [String: Any])
    #expect(quoted["story"] as? String == ContributionID.numbered(1).rawValue)
    #expect(quoted["text"] as? String == Self.quote)
    let stored = try #require(try room.store.read { try $0.contribution(.numbered(2)) })
    #expect(stored.body["quotes"] == nil)
  }

  @Test("While the story is held it points to nothing, and the screen hears so at once")
  func held() async throws {
    let last = try room.store.read { try $0.lastSequence() }
    try room.store.write { try $0.hold(.numbered(1), reason: "", by: .moderator) }
    #expect(try await shown()["quoted"] is NSNull)
    let events = try await workday.console.get("\(path)/events?after=\(last)").events ?? []
    let items = try events.filter { $0.name == "item" }
      .compactMap { try JSONSerialization.jsonObject(with: Data($0.data)) as? [String: Any] }
    #expect(factor(items)?["quoted"] is NSNull)
    try room.store.write { try $0.release(.numbered(1), by: .moderator) }
    #expect(try await shown()["quoted"] is [String: Any])
  }

  @Test("A console that has the factor hears when the story is set apart, and when it comes back")
  func onTheConsole() async throws {
    func factors(after sequence: Int64) throws -> [[String: Any]] {
      let entries = try room.store.read { try $0.journal(after: sequence) }
      let events = try room.store.read { try Live(room: room, reader: $0).events(for: entries, .console) }
      #expect(events.compactMap(\.id) == events.compactMap(\.id).sorted())
      let shown = try events.filter { $0.name == "entry" }
        .compactMap { try JSONSerialization.jsonObject(with: Data($0.data)) as? [String: Any] }
      return shown.filter { $0["kind"] as? String == "successFactor" }
    }
    let before = try room.store.read { try $0.lastSequence() }
    try room.store.write { try $0.hold(.numbered(1), ground: .confidant, reason: "", by: .moderator) }
    #expect(try factors(after: before).map { $0["quoted"] is NSNull } == [true])
    let held = try room.store.read { try $0.lastSequence() }
    try room.store.write { try $0.putBack(.numbered(1), by: .facilitator) }
    #expect(try factors(after: held).map { ($0["quoted"] as? [String: Any])?["text"] as? String } == [Self.quote])
  }

  @Test("Once the story is taken back, its words are nowhere")
  func withdrawn() async throws {
    try room.store.write { _ = try $0.withdraw(room.store.withdrawalCode(for: .numbered(1)), in: room.store) }
    #expect(try await shown()["quoted"] is NSNull)
    for address in [path, "\(path)/events?after=1", "/api/console/\(room.trajectory.id)"] {
      let reply = try await workday.console.get(address)
      let events = (reply.events ?? []).map { String(decoding: $0.data, as: UTF8.self) }
      #expect(!(reply.text + events.joined()).contains(Self.quote), "\(address)")
    }
  }

  @Test("Only a story can be quoted, and only one")
  func refused() async throws {
    let phone = try await workday.phone(in: room)
    let two = SubmissionSample(.successFactor, 5).pointing("quotes", to: [.numbered(1), .numbered(2)])
    #expect(try await phone.post("/api/contributions", try two.sent()).faults == ["quotes"])
    let other = SubmissionSample(.successFactor, 6).pointing("quotes", to: [.numbered(2)])
    #expect(try await phone.post("/api/contributions", try other.sent()).faults == ["quotes"])
  }
}
