import Foundation
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import HTTPServer
@testable import WorkshopWeb

@Suite("The clustering board")
struct ThemeBoardTests {
  let workday: Workday
  let room: LiveRoom
  private let root: String
  private let deur = ThemeID.numbered(50)
  private let tafel = ThemeID.numbered(51)

  init() throws {
    workday = try Workday()
    room = try workday.create()
    root = "/api/console/\(room.trajectory.id)"
    try room.store.write { change in
      try change.make(Theme(id: .numbered(50), name: "Deur"), by: .facilitator)
      try change.make(Theme(id: .numbered(51), name: "Tafel"), by: .facilitator)
    }
  }

  private func act(_ method: HTTPMethod, _ path: String, _ body: [String: Any]) async throws -> Reply {
    try await workday.console.write(method, root + path, body)
  }

  private func tell(_ number: Int, _ title: String, _ happened: String, released: Bool = false) throws {
    let sample = SubmissionSample(.story, number).with("title", .text(title)).with("whatHappened", .text(happened))
      .with("whatHelped", .text("Dat het kon."))
    try room.keep(sample, released: released)
  }

  private func snapshot() async throws -> [String: Any] { try await workday.console.get(root).object }

  private func members() async throws -> [String: [String]] {
    var members: [String: [String]] = [:]
    for theme in try await snapshot()["themes"] as? [[String: Any]] ?? [] {
      let id = try #require(theme["id"] as? String)
      let cards = try await workday.console.get("\(root)/cards?theme=\(id)").object["cards"] as? [[String: Any]] ?? []
      let ids = cards.compactMap { $0["id"] as? String }.sorted()
      if theme["mergedInto"] is NSNull { #expect(theme["size"] as? Int == ids.count) }
      members[theme["name"] as? String ?? ""] = ids
    }
    return members
  }

  /// What a console that follows hears of the board after a change.
  private func heard(_ work: @escaping @Sendable (Change) throws -> Void) throws -> [String: String] {
    let before = try room.store.read { try $0.lastSequence() }
    try room.store.write { try work($0) }
    let events = try room.store.read {
      try Live(room: room, reader: $0).events(for: $0.journal(after: before), .console)
    }
    return Dictionary(events.map { ($0.name, String(decoding: $0.data, as: UTF8.self)) }) { $1 }
  }

  @Test("A card that is set apart or taken back leaves the sentences of the history, and one put back counts again")
  func leavingLive() async throws {
    try tell(1, "Geheime titel", "Er was eens.")
    try room.store.write { try $0.put(.numbered(1), into: .numbered(50), by: .moderator) }
    let apart = try heard { try $0.hold(.numbered(1), ground: .confidant, reason: "", by: .moderator) }
    #expect(apart["themeHistory"]?.contains("Geheime titel") == false)
    #expect(apart["themes"]?.contains("\"size\":1") == false)
    let back = try heard { try $0.putBack(.numbered(1), by: .facilitator) }
    #expect(back["themeHistory"]?.contains("Geheime titel") == true)
    #expect(back["themes"]?.contains("\"size\":1") == true)
    let gone = try heard { [room] in _ = try $0.withdraw(room.store.withdrawalCode(for: .numbered(1)), in: room.store) }
    #expect(gone["themeHistory"]?.contains("Geheime titel") == false)
  }

  @Test("Cards are put in, moved and taken out together, and each is one edit to take back")
  func moving() async throws {
    for number in 1...3 { try tell(number, "Verhaal \(number)", "Er was eens.") }
    let ids = (1...3).map { ContributionID.numbered($0).rawValue }
    #expect(try await act(.post, "/themes/\(deur)/members", ["contributions": ids]).status == 200)
    let moved: [String: Any] = ["contributions": [ids[0], ids[1]], "from": deur.rawValue]
    #expect(try await act(.post, "/themes/\(tafel)/members", moved).status == 200)
    #expect(try await act(.post, "/themes/\(tafel)/take", ["contributions": [ids[0]]]).status == 200)
    #expect(try await members() == ["Deur": [ids[2]], "Tafel": [ids[1]]])
    let history = try await snapshot()["themeHistory"] as? [String: Any]
    let texts = (history?["edits"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
    #expect(
      texts == [
        "‘Verhaal 1’ uit ‘Tafel’ gehaald", "2 kaarten van ‘Deur’ naar ‘Tafel’ verplaatst", "3 kaarten in ‘Deur’ gezet",
        "Thema ‘Tafel’ gemaakt", "Thema ‘Deur’ gemaakt",
      ])
    let edit = try #require((history?["undo"] as? [String: Any])?["edit"] as? Int)
    #expect(try await act(.post, "/theme-history/undo", ["edit": edit]).status == 200)
    #expect(try await members() == ["Deur": [ids[2]], "Tafel": [ids[0], ids[1]]])
    let again = try await act(.post, "/theme-history/undo", ["edit": edit])
    #expect((again.status, again.problem) == (409, "superseded"))
    #expect(try await act(.post, "/theme-history/redo", ["edit": edit]).status == 200)
  }

  @Test("Splitting makes a theme of what is picked from another")
  func splitting() async throws {
    for number in 1...3 { try tell(number, "Verhaal \(number)", "Er was eens.") }
    let ids = (1...3).map { ContributionID.numbered($0).rawValue }
    _ = try await act(.post, "/themes/\(deur)/members", ["contributions": ids])
    let split: [String: Any] = [
      "id": ThemeID.numbered(52).rawValue, "name": "Tijd", "contributions": [ids[1]], "from": deur.rawValue,
    ]
    #expect(try await act(.post, "/themes", split).status == 200)
    #expect(try await members() == ["Deur": [ids[0], ids[2]], "Tafel": [], "Tijd": [ids[1]]])
  }

  @Test("Names, references and numbers that are wrong are told at their field, and change nothing")
  func wrong() async throws {
    let here = "/themes/\(deur)"
    #expect(try await act(.post, here + "/members", ["contributions": ["geen-id"]]).faults == ["contributions"])
    #expect(try await act(.post, here + "/members", ["contributions": [], "from": "x"]).faults == ["from"])
    let many = (0...500).map { ContributionID.numbered($0).rawValue }
    #expect(try await act(.post, here + "/take", ["contributions": many]).faults == ["contributions"])
    let unknown = [ContributionID.numbered(99).rawValue]
    #expect(try await act(.post, here + "/members", ["contributions": unknown]).status == 404)
    #expect(try await act(.post, here + "/merge", ["into": deur.rawValue]).problem == "themeCircle")
    #expect(try await act(.post, here + "/merge", ["into": tafel.rawValue]).status == 200)
    #expect(try await act(.post, "/themes/\(tafel)/merge", ["into": deur.rawValue]).problem == "themeCircle")
    #expect(try await act(.post, "/theme-history/undo", ["edit": "laatste"]).status == 400)
  }

  @Test("Who renames second is told, and may insist on the name that was seen then")
  func renaming() async throws {
    let path = "/themes/\(deur)"
    #expect(try await act(.patch, path, ["name": "Open deur", "seenName": "Deur"]).status == 200)
    let late = try await act(.patch, path, ["name": "Warme deur", "seenName": "Deur"])
    #expect((late.status, late.problem) == (409, "superseded"))
    #expect(try await members().keys.sorted() == ["Open deur", "Tafel"])
    #expect(try await act(.patch, path, ["name": "Warme deur", "seenName": "Open deur"]).status == 200)
    #expect(try await act(.patch, path, ["buildingBlock": "visie"]).status == 200)
    #expect(try await act(.patch, path, ["buildingBlock": ""]).status == 200)
    let themes = try await snapshot()["themes"] as? [[String: Any]]
    #expect(themes?.first?["buildingBlock"] is NSNull)
  }

  @Test("Loose stories that are alike are suggested with their words, and nothing is done with them")
  func suggestions() async throws {
    let soup = ["Soep in de refter", "Samen soep eten aan een lange tafel", "De tafel vol soepkommen in de refter"]
    let others = ["Fietsen leren", "Een brief van de stad", "Muziek in het park", "De dokter nam de tijd"]
    for (number, text) in (soup + others).enumerated() { try tell(number + 1, text, text + ".") }
    try tell(20, "Soep in de refter voor iedereen", "Samen soep eten aan tafel in de refter.")
    _ = try room.store.write { try $0.hold(.numbered(20), ground: .confidant, reason: "", by: .moderator) }
    let before = try room.store.read { try $0.lastSequence() }
    let groups = try await suggested("groups")
    #expect(groups.map { $0["members"] as? [String] } == [(1...3).map { ContributionID.numbered($0).rawValue }])
    #expect((groups.first?["words"] as? [String])?.contains("soep") == true)
    #expect(try room.store.read { try $0.lastSequence() } == before)
    let two = (1...2).map { ContributionID.numbered($0).rawValue }
    _ = try await act(.post, "/themes/\(tafel)/members", ["contributions": two])
    let fits = try await suggested("fits")
    #expect(fits.map { $0["contribution"] as? String } == [ContributionID.numbered(3).rawValue])
    #expect(fits.map { $0["theme"] as? String } == [tafel.rawValue])
    #expect(try await suggested("groups").isEmpty)
  }

  private func suggested(_ kind: String) async throws -> [[String: Any]] {
    let reply = try await workday.console.get(root + "/theme-suggestions")
    #expect(reply.status == 200)
    return reply.object[kind] as? [[String: Any]] ?? []
  }

  @Test("A dot on a theme that was merged shows on the one it went to, and stays changeable there")
  func mergedDots() async throws {
    let phone = try await workday.phone(in: room)
    try room.open("stippen")
    _ = try await phone.put("/api/dots", ["themes": [deur.rawValue, deur.rawValue, tafel.rawValue]])
    _ = try await act(.post, "/themes/\(deur)/merge", ["into": tafel.rawValue])
    let step = try await phone.get("/api/step").object
    let dots = step["dots"] as? [[String: Any]]
    #expect(dots?.first?["themes"] as? [String] == [String](repeating: tafel.rawValue, count: 3))
    #expect(try await phone.put("/api/dots", ["themes": [tafel.rawValue]]).status == 200)
    #expect(try room.store.read { try $0.dots() } == [tafel: 1])
  }

  @Test("The history is the console's; the projector gets themes and nothing of how they came about")
  func audiences() async throws {
    let entries = try room.store.read { try $0.journal(after: 0) }
    let (console, screen) = try room.store.read { reader in
      let live = try Live(room: room, reader: reader)
      return (try live.events(for: entries, .console).map(\.name), try live.events(for: entries, .screen).map(\.name))
    }
    #expect(console.contains("themeHistory"))
    #expect(!screen.contains("themeHistory"))
    #expect(screen.contains("themes"))
  }
}
