import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Nothing is shown to the room that was not released and consented to")
struct ScreenPrivacyTests {
  let workday: Workday
  let room: LiveRoom
  /// A text for each way in which a story can be kept from the room.
  private static let secrets = ["wacht-nog", "geen-toestemming", "apart-gehouden", "teruggenomen", "aangepast"]

  init() throws {
    workday = try Workday()
    room = try workday.create()
    try room.open("verhaal")
  }

  private var path: String { "/api/screen/\(room.trajectory.id)" }

  private func story(_ number: Int, _ text: String, consents: Set<Consent> = [.screen]) -> SubmissionSample {
    var sample = SubmissionSample(.story, number).with("title", .text(text)).with("quote", .text("citaat \(text)"))
    sample.teller.consents = consents
    return sample
  }

  /// A day on which each kind of secret was on its way to the projector.
  private func fill() throws {
    try room.keep(story(1, "mag-gezien-worden"), released: true)
    try room.keep(story(2, "wacht-nog"))
    try room.keep(story(3, "geen-toestemming", consents: [.report]), released: true)
    try room.keep(story(4, "apart-gehouden"), released: true)
    try room.keep(story(5, "teruggenomen"), released: true)
    try room.keep(story(6, "eerst-zo"), released: true)
    try room.store.write { change in
      try change.hold(.numbered(4), reason: "kijk na", by: .moderator)
      _ = try change.withdraw(room.store.withdrawalCode(for: .numbered(5)), in: room.store)
      let edit = try room.store.prepare(try story(6, "aangepast").submission(), owner: Session.owner(of: "toestel-1"))
      _ = try change.edit(edit, version: 1, owner: Session.owner(of: "toestel-1"))
    }
  }

  private func text(of reply: Reply) -> String {
    reply.text + (reply.events ?? []).map { String(decoding: $0.data, as: UTF8.self) }.joined(separator: "\n")
  }

  @Test("The snapshot and the replay of its stream show only what may be seen")
  func nothingUnreleased() async throws {
    try fill()
    let projector = try workday.staff(.projector, of: room)
    for reply in [try await projector.get(path), try await projector.get("\(path)/events?after=1")] {
      let shown = text(of: reply)
      #expect(shown.contains("mag-gezien-worden"))
      for secret in Self.secrets + ["eerst-zo", "kijk na", "\"groups\":[\"ouder\"]"] {
        #expect(!shown.contains(secret), "\(secret)")
      }
    }
  }

  @Test("Which groups spoke of what is told of nobody while few people are in")
  func coverage() async throws {
    try fill()
    for path in ["/api/console/\(room.trajectory.id)", path] {
      let coverage = try #require(try await workday.console.get(path).object["coverage"] as? [String: Any])
      #expect((coverage["groups"] as? [Any])?.isEmpty == true)
    }
  }

  @Test("What others choose from on their phones is released and consented to")
  func nothingUnreleasedOnPhones() async throws {
    try fill()
    let phone = try await workday.phone(in: room)
    for step in StepDefinition.shipped {
      try room.open(step.id)
      let shown = try await phone.get("/api/step").text
      for secret in Self.secrets { #expect(!shown.contains(secret), "\(step.id): \(secret)") }
    }
  }

  @Test("What is held or withdrawn is taken off the projector")
  func gone() async throws {
    try fill()
    let projector = try workday.staff(.projector, of: room)
    let events = try await projector.get("\(path)/events?after=1").events ?? []
    let gone = events.filter { $0.name == "gone" }.map { String(decoding: $0.data, as: UTF8.self) }
    for number in [4, 5, 6] { #expect(gone.contains("{\"id\":\"\(ContributionID.numbered(number))\"}")) }
    #expect(!gone.contains { $0.contains(ContributionID.numbered(2).rawValue) })
  }

  @Test("The console sees everything, for it has to be read")
  func console() async throws {
    try fill()
    let day = try await workday.console.get("/api/console/\(room.trajectory.id)/contributions?state=all").text
    for text in ["wacht-nog", "geen-toestemming", "apart-gehouden", "aangepast"] { #expect(day.contains(text)) }
    #expect(!day.contains("teruggenomen"))
  }

  @Test("After a restart Last-Event-ID gives exactly what was missed, filtered for who asks")
  func replayAfterRestart() async throws {
    try room.keep(story(1, "voor-het-net-wegviel"), released: true)
    let last = try room.store.read { try $0.lastSequence() }
    try room.keep(story(2, "intussen-vrijgegeven"), released: true)
    try room.keep(story(3, "wacht-nog"))
    workday.application.library.close()
    let again = try Restarted(workday)
    let headers: [HTTPHeaders.Field] = [("Last-Event-ID", String(last))]
    let screen = text(of: try await again.client.get("\(path)/events", headers))
    #expect(screen.contains("intussen-vrijgegeven"))
    #expect(!screen.contains("wacht-nog"))
    let console = try await again.client.get("/api/console/\(room.trajectory.id)/events", headers)
    let entries = (console.events ?? []).filter { $0.name == "entry" }.compactMap(\.id).filter { $0 > last }
    #expect(entries.count == 2)
    #expect(entries == entries.sorted())
    #expect(text(of: console).contains("wacht-nog"))
    let ids = (console.events ?? []).compactMap(\.id)
    #expect(ids == ids.sorted())
  }

  @Test("Dots stay hidden until they are revealed, and the console sees them")
  func dots() async throws {
    let theme = Theme(id: .numbered(50), name: "Tijd maken")
    try room.store.write { try $0.make(theme, by: .moderator) }
    try room.open("stippen")
    let phone = try await workday.phone(in: room)
    #expect(try await phone.put("/api/dots", ["themes": [theme.id.rawValue]]).status == 200)
    func dots(_ path: String) async throws -> Any? {
      let themes = try await workday.console.get(path).object["themes"] as? [[String: Any]]
      return themes?.first?["dots"]
    }
    #expect(try await dots(path) is NSNull)
    #expect(try await dots("/api/console/\(room.trajectory.id)") as? Int == 1)
    _ = try await workday.console.put("/api/console/\(room.trajectory.id)/reveal", ["dots": true])
    #expect(try await dots(path) as? Int == 1)
  }

  @Test("The spread stays hidden until it is revealed, and small groups stay hidden after")
  func spreads() async throws {
    let proposal = SubmissionSample(.proposal, 60)
    try room.keep(proposal, released: true)
    try room.open("galerij")
    for number in 0..<12 {
      let phone = try await workday.phone(in: room)
      let group = number < 3 ? "beleid" : "ouder"
      let stance: [String: Any] = ["position": number < 4 ? "nee" : "ja", "groups": [group]]
      #expect(try await phone.put("/api/stances/\(proposal.id)", stance).status == 200)
    }
    let hidden = try await spread()
    #expect(hidden["counts"] is NSNull)
    #expect(hidden["total"] as? Int == 12)
    #expect((hidden["byGroup"] as? [Any])?.isEmpty == true)
    _ = try await workday.console.put("/api/console/\(room.trajectory.id)/reveal", ["stances": true])
    let shown = try await spread()
    #expect(shown["counts"] as? [String: Int] == ["ja": 8, "ja-maar": 0, "nee": 4])
    // Three of the board: their number and everybody else's would both give them away.
    #expect((shown["byGroup"] as? [Any])?.isEmpty == true)
  }

  private func spread() async throws -> [String: Any] {
    let spreads = try await workday.console.get(path).object["spreads"] as? [[String: Any]]
    return spreads?.first ?? [:]
  }

  /// The same files served by a server that started anew.
  private struct Restarted {
    let workday: Workday
    var client: TestClient { workday.console }

    init(_ before: Workday) throws {
      // The earlier server still has the folder's lock, as two on one machine must not.
      let copy = NSTemporaryDirectory() + "werkdag-web-" + UUID().uuidString
      try FileManager.default.copyItem(atPath: before.folder, toPath: copy)
      workday = try Workday(folder: copy)
    }
  }
}
