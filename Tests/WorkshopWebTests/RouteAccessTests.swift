import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Who may do what, over the whole route table")
struct RouteAccessTests {
  private static let story = SubmissionSample(.story, 1)
  private static let dream = SubmissionSample(.dream, 2)
  private static let theme = ThemeID.numbered(800)

  @Test("Every route has its expectation written down, and no expectation is left over")
  func completeness() throws {
    let pages = try Workday().application.pages
    let table = Set(Routes.table(pages: pages).map { "\($0.0.rawValue) \($0.1)" })
    let expected = RouteExpectation.all.map { "\($0.method.rawValue) \($0.path)" }
    #expect(table.subtracting(expected).sorted() == [])
    #expect(Set(expected).subtracting(table).sorted() == [])
    #expect(Set(expected).count == expected.count)
  }

  @Test("Each sender gets from each route what is written down", arguments: Sender.allCases)
  func matrix(_ sender: Sender) async throws {
    let stage = try await Stage(for: sender)
    for route in RouteExpectation.all {
      let path = Self.filled(route.path, stage.room)
      let reply = try await stage.send(route, to: path)
      let expected =
        route.exceptions[sender] ?? (route.allowed.contains(sender) ? route.status : route.refusal)
      #expect(reply.status == expected, "\(sender) \(route.method.rawValue) \(path)")
      #expect(reply.headers["X-Content-Type-Options"] == "nosniff", "\(route.path)")
      #expect(reply.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true, "\(route.path)")
      #expect(reply.headers["Referrer-Policy"] != nil, "\(route.path)")
    }
  }

  @Test("Every page and view is drawn right after the traject changed", arguments: [Sender.thisMachine, .participant])
  func afterChange(_ sender: Sender) async throws {
    let stage = try await Stage(for: sender)
    let paths = RouteExpectation.all.reduce(into: [:]) { $0[$1.path] = Self.filled($1.path, stage.room) }
    for step in [StepID("verhaal"), "stippen", "galerij"] {
      try stage.room.open(step)
      for route in RouteExpectation.all where !route.method.isWriting && route.allowed.contains(sender) {
        try stage.room.rename("Huis \(route.path)")
        let reply = try await stage.send(route, to: paths[route.path] ?? "")
        #expect(reply.status < 500 || reply.status == route.status, "\(route.path)")
      }
    }
    #expect(stage.room.trajectory.house.hasPrefix("Huis "))
  }

  @Test(
    "HEAD asks no less than GET", arguments: ["/api/me", "/api/console/duffel-2026-11-20", "/scherm/duffel-2026-11-20"])
  func head(_ path: String) async throws {
    let workday = try Workday()
    try workday.create()
    #expect(try await workday.stranger.send(.head, path).status == 401)
  }

  private static func filled(_ pattern: String, _ room: LiveRoom) -> String {
    let values = [
      "traject": room.trajectory.id.rawValue, "proposal": ContributionID.numbered(700).rawValue,
      "theme": theme.rawValue, "item": "welkom", "step": "verhaal", "name": "report.html", "file": "geen.js",
      "folder": "console", "part": "deel", "gathering": "dag-1",
      "contact": ContactID.numbered(500).rawValue, "offer": ContributionID.numbered(701).rawValue,
      "id": (pattern.contains("photos") ? dream.id : story.id).rawValue,
    ]
    return values.reduce(pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// A workday as one sender finds it, each with a traject, a story, a dream with a photo and a theme.
  private struct Stage {
    let workday: Workday
    let room: LiveRoom
    let client: TestClient

    init(for sender: Sender) async throws {
      workday = try Workday(publicURL: sender == .thisMachineInPublic ? "https://werkdag.example" : nil)
      room = try workday.create()
      let elsewhere = try workday.create(house: "Huis van het Kind Eeklo")
      client = try await Self.client(sender, workday, room, elsewhere)
      try fill(ownedBy: sender == .participant ? client : nil)
    }

    private static func client(
      _ sender: Sender, _ workday: Workday, _ room: LiveRoom, _ elsewhere: LiveRoom
    ) async throws -> TestClient {
      var local = workday.console
      switch sender {
      case .nobody: return workday.stranger
      case .participant: return try await workday.phone(in: room)
      case .participantElsewhere: return try await workday.phone(in: elsewhere)
      case .thisMachine: return local
      case .facilitator: return try workday.staff(.facilitator)
      case .moderator: return try workday.staff(.moderator, of: room)
      case .moderatorElsewhere: return try workday.staff(.moderator, of: elsewhere)
      case .projector: return try workday.staff(.projector, of: room)
      case .proxied: local.headers = [("X-Forwarded-For", "203.0.113.9")]
      case .thisMachineInPublic: local.host = "werkdag.example"
      }
      return local
    }

    private func fill(ownedBy phone: TestClient?) throws {
      let secret = phone?.cookie.flatMap { Cookies.split($0)?.secret } ?? "toestel-1"
      var dream = RouteAccessTests.dream
      dream.photo = .samplePhoto()
      try room.keep(RouteAccessTests.story, from: secret)
      try room.keep(dream, from: secret)
      try room.store.write { try $0.make(Theme(id: RouteAccessTests.theme, name: "Deur"), by: .moderator) }
    }

    func send(_ route: RouteExpectation, to path: String) async throws -> Reply {
      guard route.method.isWriting else { return try await client.send(route.method, path) }
      let origin = workday.hosts.configuration.publicURL == nil ? "http://\(client.host)" : "https://\(client.host)"
      let headers: [HTTPHeaders.Field] = [("Content-Type", "application/json"), ("X-Werkdag", "1"), ("Origin", origin)]
      return try await client.send(route.method, path, headers: headers, body: Array(route.body.utf8))
    }
  }
}
