import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The pages before the day")
struct PreparationPageTests {
  private static let hostile = "<b>\"Anna\"</b>"

  private let workday: Workday
  private let room: LiveRoom
  private let base: String

  init() throws {
    workday = try Workday()
    room = try workday.create()
    base = "/begeleider/\(room.trajectory.id)/voorbereiding"
  }

  private func post(_ path: String, _ values: [String: String]) async throws -> Reply {
    var values = values
    values["csrf"] = workday.application.pages.formToken.value
    return try await workday.console.form(path: path, values)
  }

  private func plan(_ values: [String: String]) async throws -> Reply {
    let least = ["house": "Huis van het Kind Mol", "date": "2026-12-01", "organisation": "Stad", "contact": "014"]
    return try await post("/begeleider", least.merging(values) { $1 })
  }

  // MARK: The wizard

  @Test("Each plan has a card, and a form that begins with it", arguments: RunSheetTemplate.allCases)
  func plans(_ plan: RunSheetTemplate) async throws {
    #expect(try await workday.console.get("/begeleider").text.contains("/begeleider?plan=\(plan.rawValue)"))
    let form = try await workday.console.get("/begeleider?plan=\(plan.rawValue)").text
    #expect(form.contains("value=\"\(plan.rawValue)\" checked"))
  }

  @Test("Two days are the first and the day after it, where nothing else is said")
  func twoDays() async throws {
    #expect(try await plan(["template": "two-day"]).status == 303)
    let made = try workday.application.library.room("mol-2026-12-01")
    #expect(made.trajectory.dates.map(\.description) == ["2026-12-01", "2026-12-02"])
    #expect(
      try made.store.read { try $0.gatherings().compactMap(\.date?.description) } == ["2026-12-01", "2026-12-02"])
  }

  @Test("Two days that do not follow each other are refused at the field, with everything typed still there")
  func notConsecutive() async throws {
    let reply = try await plan(["template": "two-day", "secondDate": "2026-12-03", "topic": Self.hostile])
    #expect(reply.status == 422)
    #expect(reply.text.contains("De tweede dag moet de dag na de eerste zijn."))
    #expect(reply.text.contains("value=\"2026-12-03\""))
    #expect(reply.text.contains("value=\"two-day\" checked"))
    #expect(reply.text.contains("&lt;b&gt;&quot;Anna&quot;&lt;/b&gt;"))
    #expect(!reply.text.contains(Self.hostile))
    #expect(workday.application.library.ids().count == 1)
  }

  @Test(
    "What cannot be a traject is refused at its field",
    arguments: [
      ("date", "2026-02-30"), ("date", ""), ("house", " "), ("organisation", ""), ("contact", ""),
      ("template", "drie-dagen"), ("secondDate", "2026-12-02"), ("retention", "2026-12-01"),
      ("followUpDate", "2026-11-30"), ("topic", String(repeating: "x", count: 301)),
    ])
  func refusals(_ field: String, _ value: String) async throws {
    let reply = try await plan([field: value])
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-\(field)\""))
    #expect(workday.application.library.ids().count == 1)
  }

  @Test("A traject begins with everything that was filled in")
  func whole() async throws {
    let reply = try await plan([
      "template": "short", "municipalities": "Mol, Balen,", "place": "Zaal", "confidant": "Sofie, 014 2",
      "retention": "2027-12-01", "followUpDate": "2027-03-01", "rehearsal": "true",
    ])
    #expect(reply.headers["Location"] == "/begeleider/repetitie-mol-2026-12-01/voorbereiding?melding=added")
    let trajectory = try workday.application.library.room("repetitie-mol-2026-12-01").trajectory
    #expect(trajectory.template == .short)
    #expect(trajectory.municipalities == ["Mol", "Balen"])
    #expect(trajectory.confidant == "Sofie, 014 2")
    #expect(trajectory.isRehearsal)
  }

  // MARK: The overview

  @Test("The overview names every stage with what is done and what is open")
  func stages() async throws {
    try expectSnapshot(try await workday.console.get(base), "preparation-stages")
  }

  @Test("A notice is one of ours, never what stands in the address")
  func notice() async throws {
    #expect(try await workday.console.get("\(base)?melding=saved").text.contains("role=\"status\">Bewaard."))
    let shown1 = try await workday.console.get("\(base)?melding=%3Cb%3Ex").text
    #expect(!shown1.contains("role=\"status\""))
  }

  @Test("The pages are the facilitator's alone", arguments: ["", "/intake", "/traject", "/kader", "/bijeenkomsten"])
  func access(_ page: String) async throws {
    #expect(try await workday.stranger.get(base + page).status == 401)
    #expect(try await workday.staff(.moderator, of: room).get(base + page).status == 401)
    #expect(try await workday.staff(.facilitator).get(base + page).status == 200)
    #expect(try await workday.console.get("/begeleider/geen/voorbereiding\(page)").status == 404)
    #expect(try await workday.console.send(.delete, base + page).status == 405)
  }

  // MARK: The intake

  @Test("What was agreed is stored and shown")
  func intake() async throws {
    let reply = try await post(
      "\(base)/intake",
      ["version": "1", "support.agreed": "true", "support.who": Self.hostile, "support.day": "2026-05-01"])
    #expect(reply.status == 303)
    #expect(reply.headers["Location"] == "\(base)/intake?melding=saved")
    let answer = try room.store.read { try $0.preparation() }.intake[.support]
    #expect(answer == IntakeAnswer(isAgreed: true, who: Self.hostile, date: CalendarDate("2026-05-01")))
    try expectSnapshot(try await workday.console.get("\(base)/intake"), "preparation-intake")
  }

  @Test("An agreement of nobody, and a day that does not exist, are refused at the row")
  func intakeRefusals() async throws {
    let reply = try await post(
      "\(base)/intake",
      ["version": "1", "support.agreed": "true", "sharing.day": "2026-02-30", "sharing.note": "Later"])
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-support-who\""))
    #expect(reply.text.contains("id=\"error-sharing-day\""))
    #expect(reply.text.contains("value=\"2026-02-30\""))
    #expect(reply.text.contains(">\nLater</textarea>"))
    #expect(try room.store.read { try $0.preparation() }.intake.isEmpty)
  }

  @Test("The second of two who change the intake is told, and shown both")
  func intakeConflict() async throws {
    _ = try await post("\(base)/intake", ["version": "1", "support.note": "Van Anna"])
    let second = try await post("\(base)/intake", ["version": "1", "support.note": "Van Bilal"])
    #expect(second.status == 409)
    #expect(second.text.contains("“Van Anna”"))
    #expect(second.text.contains(">\nVan Bilal</textarea>"))
    #expect(second.text.contains("name=\"version\" value=\"2\""))
    #expect(try await post("\(base)/intake", ["version": "2", "support.note": "Van Bilal"]).status == 303)
    #expect(try room.store.read { try $0.preparation() }.intake[.support]?.note == "Van Bilal")
  }
}
