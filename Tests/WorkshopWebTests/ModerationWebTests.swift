import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Moderating from the console")
struct ModerationWebTests {
  let workday: Workday
  let room: LiveRoom
  let api: String
  let story = SubmissionSample(.story, 1)

  init() throws {
    workday = try Workday()
    room = try workday.create()
    api = "/api/console/\(room.trajectory.id)"
    try room.open("verhaal")
  }

  private func act(_ name: String, on id: ContributionID) -> String { "\(api)/contributions/\(id)/\(name)" }

  /// The card of a contribution, nil where it is in no list.
  private func card(_ id: ContributionID, for client: TestClient? = nil) async throws -> [String: Any]? {
    let reply = try await (client ?? workday.console).get("\(api)/contributions/\(id)")
    return reply.status == 200 ? reply.object : nil
  }

  @Test("What hinted at somebody is let go of when it is taken back")
  func hintsLetGo() throws {
    try room.keep(story.with("whatHappened", .text("Bel 0478 12 34 56.")))
    let told = try #require(try room.store.read { try $0.contribution(story.id) })
    #expect(room.hints(in: told, room.trajectory).contains { $0.kind == .telephone })
    let code = room.store.withdrawalCode(for: story.id)
    try room.store.write { [store = room.store] in _ = try $0.withdraw(code, in: store) }
    // The same version, without its words: only what was kept could still hint at somebody.
    let emptied = Contribution(
      id: told.id, number: told.number, kind: told.kind, step: told.step, body: [:], version: told.version,
      createdAt: told.createdAt, updatedAt: told.updatedAt)
    #expect(room.hints(in: emptied, room.trajectory).isEmpty)
  }

  @Test("Two who decide differently: the second is told, with the card as it is now")
  func decidingDifferently() async throws {
    try room.keep(story)
    let moderator = try workday.staff(.moderator, of: room)
    let seen: [String: Any] = ["version": 1, "state": "waiting"]
    let hold = try await moderator.post(
      act("hold", on: story.id), seen.merging(["ground": "recognisable", "reason": "de buurt"]) { $1 })
    #expect(hold.status == 200)
    let release = try await workday.console.post(act("release", on: story.id), seen)
    #expect(release.status == 409)
    #expect(release.problem == "decidedOtherwise")
    let current = try #require(release.object["current"] as? [String: Any])
    #expect(current["state"] as? String == "held")
    #expect((current["holdReason"] as? String)?.contains("de buurt") == true)
    // The same decision is fine, and so is a client that does not say what it saw.
    #expect(
      try await workday.console.post(act("hold", on: story.id), seen.merging(["ground": "recognisable"]) { $1 }).status
        == 200)
    #expect(try await workday.console.post(act("release", on: story.id), [:]).status == 200)
  }

  @Test("A decision on a text that was edited meanwhile is refused with the new text")
  func editedMeanwhile() async throws {
    try room.keep(story)
    let reply = try await workday.console.post(
      act("reword", on: story.id), ["texts": ["title": "Zonder naam"], "version": 1, "state": "waiting"])
    #expect(reply.status == 200)
    let late = try await workday.console.post(act("release", on: story.id), ["version": 1, "state": "waiting"])
    #expect(late.problem == "editedMeanwhile")
    #expect((late.object["current"] as? [String: Any])?["headline"] as? String == "Zonder naam")
  }

  @Test("Other words are held to the form, and the card has both")
  func rewording() async throws {
    try room.keep(story, released: true)
    let refused = try await workday.console.post(act("reword", on: story.id), ["texts": ["title": " ", "geen": "x"]])
    #expect(refused.faults == ["geen", "title"])
    let wording = try await workday.console.get(act("wording", on: story.id))
    let fields = wording.object["fields"] as? [[String: Any]] ?? []
    #expect(fields.contains { $0["id"] as? String == "title" && $0["value"] as? String == "Koffie op de Speelbazaar" })
    #expect(!fields.contains { $0["id"] as? String == "buildingBlocks" })
    _ = try await workday.console.post(act("reword", on: story.id), ["texts": ["title": "Thee"]])
    let moderation = try #require(try await card(story.id)?["moderation"] as? [String: Any])
    let told = moderation["told"] as? [[String: Any]] ?? []
    #expect(told.map { $0["value"] as? String } == ["Koffie op de Speelbazaar"])
    #expect(try await card(story.id)?["state"] as? String == "released")
  }

  @Test("The teller's phone has both texts, edits its own, and hears that a version is out of date")
  func teller() async throws {
    let phone = try await workday.phone(in: room)
    _ = try await phone.post("/api/contributions", try story.sent())
    _ = try await workday.console.post(act("reword", on: story.id), ["texts": ["title": "Thee"]])
    let own = try #require((try await phone.get("/api/me").object["mine"] as? [[String: Any]])?.first)
    #expect(own["headline"] as? String == "Thee")
    #expect((own["body"] as? [String: Any])?["title"] as? String == "Koffie op de Speelbazaar")
    let both = try #require((own["reworded"] as? [[String: Any]])?.first)
    #expect(both["told"] as? String == "Koffie op de Speelbazaar" && both["now"] as? String == "Thee")
    var edit = try story.with("title", .text("Mijn titel")).sent()
    edit["version"] = 1
    #expect(try await phone.put("/api/contributions/\(story.id)", edit).problem == "outdated")
    edit["version"] = 2
    #expect(try await phone.put("/api/contributions/\(story.id)", edit).status == 200)
    #expect(try await card(story.id)?["headline"] as? String == "Mijn titel")
  }

  @Test("Splitting checks both halves, and the part's own code works")
  func splitting() async throws {
    let phone = try await workday.phone(in: room)
    _ = try await phone.post("/api/contributions", try story.sent())
    let part = ContributionID.numbered(77)
    let refused = try await workday.console.post(
      act("split", on: story.id), ["id": part.rawValue, "first": [:], "second": ["title": ""]])
    #expect(refused.faults == ["second.title"])
    let done = try await workday.console.post(
      act("split", on: story.id),
      [
        "id": part.rawValue, "first": ["title": "Koffie"], "second": ["title": "Spelen"], "version": 1,
        "state": "waiting",
      ])
    #expect(done.status == 200)
    let mine = try await phone.get("/api/me").object["mine"] as? [[String: Any]] ?? []
    #expect(mine.map { $0["headline"] as? String } == ["Koffie", "Spelen"])
    #expect(mine.last?["isPart"] as? Bool == true)
    let code = try #require(mine.last?["code"] as? String)
    #expect(try await workday.stranger.post("/api/withdrawals", ["code": code]).status == 200)
    #expect(try await card(part) == nil)
    #expect(try await card(story.id)?["headline"] as? String == "Koffie")
  }

  @Test("Merging is told in plain words where it cannot be, and is undone by putting back")
  func merging() async throws {
    let (other, dream) = (SubmissionSample(.story, 2), SubmissionSample(.dream, 3))
    for sample in [story, other, dream] { try room.keep(sample) }
    func merge(_ id: ContributionID, _ target: ContributionID) async throws -> Reply {
      try await workday.console.post(act("merge", on: id), ["into": target.rawValue])
    }
    #expect(try await merge(story.id, story.id).problem == "cannotMerge.itself")
    let kinds = try await merge(story.id, dream.id)
    #expect(kinds.status == 409 && kinds.text.contains("dezelfde soort"))
    #expect(try await merge(story.id, other.id).status == 200)
    #expect(try await merge(other.id, story.id).problem == "cannotMerge.circle")
    let moderation = try await card(story.id)?["moderation"] as? [String: Any]
    #expect((moderation?["mergedInto"] as? [String: Any])?["number"] as? Int == 2)
    #expect((try await card(other.id)?["moderation"] as? [String: Any])?["merged"] as? [Int] == [1])
    #expect(try await workday.console.post(act("wait", on: story.id), [:]).status == 200)
    #expect(try await card(story.id)?["state"] as? String == "waiting")
  }

  @Test(
    "Whichever way it stands on its own again, what it was merged into is told anew",
    arguments: ["wait", "edit", "gone"])
  func unmerging(_ way: String) async throws {
    for number in [1, 2] { try room.keep(SubmissionSample(.story, number)) }
    try room.store.write { try $0.merge(ContributionID.numbered(1), into: .numbered(2), by: .moderator) }
    let before = try room.store.read { try $0.lastSequence() }
    let owner = Session.owner(of: "toestel-1")
    let edit = try room.store.prepare(try story.with("title", .text("Anders")).submission(), owner: owner)
    try room.store.write { [room] change in
      switch way {
      case "wait": try change.putBack(.numbered(1), by: .moderator)
      case "edit": _ = try change.edit(edit, version: 1, owner: owner)
      default: _ = try change.withdraw(room.store.withdrawalCode(for: .numbered(1)), in: room.store)
      }
    }
    let entries = try room.store.read { try $0.journal(after: before) }
    let events = try room.store.read { try Live(room: room, reader: $0).events(for: entries, .console) }
    let shown = try events.filter { $0.name == "entry" }
      .compactMap { try JSONSerialization.jsonObject(with: Data($0.data)) as? [String: Any] }
    let target = shown.first { $0["number"] as? Int == 2 }
    #expect((target?["moderation"] as? [String: Any])?["merged"] as? [Int] == [])
  }

  @Test("What may name somebody is marked on the card, and release-all leaves it")
  func hints() async throws {
    try room.keep(story)
    let named = SubmissionSample(.story, 2).with("whatHappened", .text("Toen belde mevrouw Peeters op 0478 12 34 56."))
    try room.keep(named)
    let found = (try await card(named.id)?["moderation"] as? [String: Any])?["hints"] as? [[String: Any]] ?? []
    #expect(found.map { $0["kind"] as? String } == ["name", "telephone"])
    #expect(found.map { $0["field"] as? String } == ["whatHappened", "whatHappened"])
    let done = try await workday.console.post("\(api)/release-all", ["kind": "story"])
    #expect(done.object["released"] as? Int == 1)
    #expect(done.object["left"] as? Int == 1)
    // Whoever released it has read it.
    _ = try await workday.console.post(act("release", on: named.id), [:])
    #expect(((try await card(named.id)?["moderation"] as? [String: Any])?["hints"] as? [Any])?.isEmpty == true)
  }

  @Test("Released at once: on the step's free text, never with a name or a worry in it, and for the facilitator to say")
  func atOnce() async throws {
    let phone = try await workday.phone(in: room)
    let moderator = try workday.staff(.moderator, of: room)
    #expect(try await moderator.put("\(api)/steps/verhaal/at-once", ["on": true]).status == 401)
    #expect(try await workday.console.put("\(api)/steps/stippen/at-once", ["on": true]).status == 404)
    #expect(try await workday.console.put("\(api)/steps/verhaal/at-once", ["on": true]).status == 200)
    let named = SubmissionSample(.story, 2).with("whatHelped", .text("Dat Fatima erbij was."))
    let worried = SubmissionSample(.story, 3).with("worry", .text("Het gaat thuis niet goed."))
    for sample in [story, named, worried] {
      #expect(try await phone.post("/api/contributions", try sample.sent()).status == 201)
    }
    let states = try room.store.read { try $0.contributions() }.map(\.state)
    #expect(states == [.released, .waiting, .waiting])
    let view = try await workday.console.get(api).object["room"] as? [String: Any]
    #expect(view?["releasesAtOnce"] as? [String] == ["verhaal"])
  }

  @Test("The confidant's page has it whole; a moderator gets it nowhere, and its photo neither")
  func confidant() async throws {
    var worried = story.with("worry", .text("Over haar kleine broer."))
    worried.photo = .samplePhoto()
    try room.keep(worried, released: true)
    let moderator = try workday.staff(.moderator, of: room)
    let page = "/begeleider/\(room.trajectory.id)/vertrouwenspersoon"
    _ = try await moderator.post(act("hold", on: story.id), ["ground": "confidant", "version": 1, "state": "released"])
    for client in [moderator, workday.console] { #expect(try await card(story.id, for: client) == nil) }
    for name in ["release", "wait", "guardian", "hold", "reword", "as-told"] {
      let body: [String: Any] = ["given": true, "texts": [String: String](), "version": 1, "state": "held"]
      #expect(try await moderator.post(act(name, on: story.id), body).status == 404, "\(name)")
    }
    #expect(try await moderator.get("/api/photos/\(story.id)").status == 404)
    #expect(try await workday.console.get("/api/photos/\(story.id)").status == 200)
    #expect(try await moderator.get(page).status == 401)
    let text = try await workday.console.get(page).text
    #expect(text.contains("Over haar kleine broer.") && text.contains("Koffie op de Speelbazaar"))
    for path in ["\(api)/moderation-log", "\(api)", "\(api)/theme-suggestions"] {
      #expect(!(try await workday.console.get(path).text.contains("Speelbazaar")), "\(path)")
    }
    let late = try await workday.console.post(act("release", on: story.id), ["version": 1, "state": "released"])
    #expect(late.problem == "decidedOtherwise" && late.object["current"] == nil)
  }

  @Test("A part does not point to a whole that was set apart for the confidant")
  func partOfConfidant() async throws {
    try room.keep(story)
    let part = ContributionID.numbered(77)
    _ = try await workday.console.post(
      act("split", on: story.id),
      ["id": part.rawValue, "first": ["title": "Koffie"], "second": ["title": "Spelen"]])
    func whole() async throws -> Any? { (try await card(part)?["moderation"] as? [String: Any])?["splitFrom"] }
    #expect(try await whole() is [String: Any])
    _ = try await workday.console.post(act("hold", on: story.id), ["ground": "confidant"])
    #expect(try await whole() is NSNull)
  }

  @Test("A console that follows sees it go, and come back")
  func confidantLive() async throws {
    try room.keep(story)
    let before = try room.store.read { try $0.lastSequence() }
    _ = try await workday.console.post(act("hold", on: story.id), ["ground": "confidant"])
    let names = try await events(after: before)
    #expect(names.contains("gone") && !names.contains("entry"))
    let held = try room.store.read { try $0.lastSequence() }
    _ = try await workday.console.post(act("wait", on: story.id), ["version": 1, "state": "held"])
    #expect(try await events(after: held).contains("entry"))
  }

  private func events(after sequence: Int64) async throws -> [String] {
    let entries = try room.store.read { try $0.journal(after: sequence) }
    return try room.store.read { try Live(room: room, reader: $0).events(for: entries, .console) }.map(\.name)
  }

  @Test("The log says who did what to which number, and its file is safe to open")
  func log() async throws {
    try room.keep(story)
    let moderator = try workday.staff(.moderator, of: room)
    _ = try await moderator.post(act("hold", on: story.id), ["ground": "hurtful", "reason": "over Peeters"])
    _ = try await workday.console.post(act("release", on: story.id), [:])
    let acts = try await moderator.get("\(api)/moderation-log").object["acts"] as? [[String: Any]] ?? []
    #expect(
      acts.map { $0["text"] as? String } == ["Nr. 1 vrijgegeven", "Nr. 1 apart gehouden: het kan iemand kwetsen"])
    #expect(acts.map { $0["role"] as? String } == ["begeleider", "meelezer"])
    let file = try await workday.console.get("/begeleider/\(room.trajectory.id)/documenten/moderatie.csv")
    #expect(file.body.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      file.text.dropFirst().split(separator: "\r\n").map(String.init) == [
        "Dag;Uur;Wie;Wat;Nummer", "2026-11-20;9:00;meelezer;Nr. 1 apart gehouden: het kan iemand kwetsen;1",
        "2026-11-20;9:00;begeleider;Nr. 1 vrijgegeven;1",
      ])
    #expect(!file.text.contains("Peeters"))
  }

  @Test("The phone is told the rules of the network and who the confidant is")
  func rules() async throws {
    try room.store.write { change in
      var trajectory = try change.reader.trajectory()
      (trajectory.houseRules, trajectory.confidant) = ("Wij lezen met twee.", "Els van het CAW, 015 00 00 00")
      let secondDay = RunSheetTemplate.twoDay.runSheet(
        id: Gathering.workdayID(2), day: 2, date: nil, words: try .shipped())
      try change.set(
        trajectory, version: try change.reader.trajectoryVersion(), secondDay: secondDay, by: .facilitator)
    }
    let traject = try await workday.phone(in: room).get("/api/me").object["traject"] as? [String: Any]
    #expect(traject?["houseRules"] as? String == "Wij lezen met twee.")
    #expect(traject?["confidant"] as? String == "Els van het CAW, 015 00 00 00")
    let checks = try await workday.console.get("\(api)/preflight").object["checks"] as? [[String: Any]] ?? []
    #expect(checks.first { $0["id"] as? String == "confidant" }?["ok"] as? Bool == true)
  }
}
