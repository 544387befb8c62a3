import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The pages of the ontwerpteam")
struct DesignTeamPageTests {
  private let workday: Workday
  private let room: LiveRoom
  private let base = "/begeleider/duffel-2026-11-20/voorbereiding"
  private let first: TeamMeetingID = .prepared(.acquaintance)
  private let second: TeamMeetingID = .prepared(.recruitment)

  init() throws {
    workday = try Workday()
    room = try workday.create()
  }

  private typealias Fields = [(String, String)]

  private func get(_ path: String) async throws -> Reply { try await workday.console.get("\(base)/\(path)") }

  private func post(_ path: String, _ fields: Fields, from client: TestClient? = nil) async throws -> Reply {
    let all = fields + [("csrf", workday.application.pages.formToken.value)]
    return try await (client ?? workday.console).form(
      .post, path.hasPrefix("/") ? path : "\(base)/\(path)", all.map { (name: $0.0, bytes: Array($0.1.utf8)) },
      isOwnPage: false)
  }

  private func team() throws -> DesignTeam { try room.store.read { try $0.designTeam() } }

  private func meetingFields(_ changes: [String: String] = [:]) -> Fields {
    let right = [
      "version": "0", "title": "Overleg", "day": "2026-10-20", "start": "13:30", "end": "15:30", "place": "De Linde",
      "agenda": "Eén\nTwee", "minutes": "Verteld", "decisions": "Beslist",
    ]
    return right.merging(changes) { $1 }.map { ($0.key, $0.value) }
  }

  private static let taskID = FollowUpTaskID.numbered(40).rawValue

  private func handOut(_ what: String = "Bellen", at meeting: TeamMeetingID? = nil, version: Int = 0) async throws
    -> FollowUpTask
  {
    let fields = meetingFields([
      "version": String(version), "what": what, "owner": "de bib", "due": "2026-11-01", "task": Self.taskID,
    ])
    _ = try await post("overleg/\(meeting ?? first)", fields)
    return try #require(try team().tasks.last)
  }

  // MARK: Members

  @Test("Below four members it warns plainly, at four it does not")
  func minimum() async throws {
    #expect(try await get("ontwerpteam").text.contains("minstens 4 sleutelfiguren. Er ontbreken er nog 4."))
    for number in 1...4 {
      let id = TeamMemberID.numbered(number).rawValue
      #expect(try await post("ontwerpteam", [("id", id), ("role", "partner \(number)")]).status == 303)
    }
    let page = try await get("ontwerpteam").text
    #expect(!page.contains("sleutelfiguren"))
    #expect(page.contains("partner 4"))
  }

  @Test("A form that is sent twice adds one member")
  func twice() async throws {
    for _ in 1...2 {
      _ = try await post("ontwerpteam", [("id", TeamMemberID.numbered(1).rawValue), ("role", "ouder")])
    }
    #expect(try team().members.count == 1)
  }

  @Test(
    "Each field of a member is refused at that field, with what was typed and nothing stored",
    arguments: [
      ("role", "", "Vul dit nog in."), ("lifeDomain", "ruimtevaart", "Kies een van de antwoorden."),
      ("email", "an@", "Dit is geen e-mailadres."), ("telephone", "bel me", "Dit is geen telefoonnummer."),
      ("consent", "", "Vink aan dat deze persoon dit goedvindt."), ("name", "", "Vul dit nog in."),
      ("organisation", String(repeating: "x", count: 161), "Dit is 1 tekens te lang."),
    ])
  func refusedMember(field: String, value: String, message: String) async throws {
    let right = [
      "role": "<b>coördinator</b>", "organisation": "Stad", "lifeDomain": "onderwijs", "name": "An & co",
      "email": "an@voorbeeld.be", "telephone": "015 00 00 00", "consent": "true",
    ]
    let sent = right.merging([field: value]) { $1 }
    let reply = try await post("ontwerpteam", sent.filter { !$0.value.isEmpty }.map { ($0.key, $0.value) })
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-\(field)\">\(message)"))
    for name in ["role", "organisation", "name", "email", "telephone"] where sent[name]?.isEmpty == false {
      let escaped = (sent[name] ?? "").replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;")
      #expect(reply.text.contains("name=\"\(name)\" type=\"") && reply.text.contains("value=\"\(escaped)\""), "\(name)")
    }
    #expect(try team().members.isEmpty)
  }

  @Test("What has to be corrected in role and contact stands in one list, in one form")
  func oneSummary() async throws {
    let page = try await post("ontwerpteam", [("role", ""), ("name", "An"), ("email", "an@"), ("consent", "true")]).text
    #expect(page.ranges(of: "class=\"error-summary\"").count == 1)
    #expect(page.contains("id=\"error-role\"") && page.contains("id=\"error-email\""))
    let form = try #require(page.firstMatch(of: /(?s)id="add-member">.*?<\/form>/))
    #expect(form.0.ranges(of: "name=\"csrf\"").count == 1)
    #expect(form.0.ranges(of: "name=\"telephone\"").count == 1)
  }

  @Test("Contact data show with the date of the consent, and go by one button")
  func contact() async throws {
    let id = TeamMemberID.numbered(1)
    let fields = [
      ("id", id.rawValue), ("role", "ouder"), ("name", "An Peeters"), ("email", "an@voorbeeld.be"), ("consent", "true"),
    ]
    _ = try await post("ontwerpteam", fields)
    let page = try await get("ontwerpteam/\(id)").text
    #expect(page.contains("Vond dit goed op 20 november 2026.") && page.contains("an@voorbeeld.be"))
    #expect(try await post("ontwerpteam/\(id)/contact-wissen", []).status == 303)
    #expect(try team().member(id)?.contact == nil)
    #expect(try await !get("ontwerpteam").text.contains("an@voorbeeld.be"))
    #expect(try await post("ontwerpteam/\(id)/weghalen", []).status == 303)
    #expect(try team().members.isEmpty)
    #expect(try await get("ontwerpteam/\(id)").status == 404)
  }

  @Test("Of two who change a member, the second reads both texts, and can store again")
  func memberConflict() async throws {
    let id = TeamMemberID.numbered(1)
    _ = try await post("ontwerpteam", [("id", id.rawValue), ("role", "ouder")])
    _ = try await post("ontwerpteam/\(id)", [("version", "1"), ("role", "voorzitter")])
    let reply = try await post("ontwerpteam/\(id)", [("version", "1"), ("role", "mama")])
    #expect(reply.status == 409)
    #expect(reply.text.contains("value=\"mama\"") && reply.text.contains("“voorzitter”"))
    #expect(reply.text.contains("name=\"version\" value=\"2\""))
    #expect(try await post("ontwerpteam/\(id)", [("version", "2"), ("role", "mama")]).status == 303)
    #expect(try team().member(id)?.role == "mama")
  }

  // MARK: Meetings

  @Test("Three meetings and one for after the day are ready, with their agendas")
  func ready() async throws {
    let page = try await get("ontwerpteam").text
    for title in ["Kennismaking en kernthema", "Werving en mix", "Draaiboek en praktisch", "Evaluatie en opvolging"] {
      #expect(page.contains(title))
    }
    let meeting = try await get("overleg/\(first)").text
    #expect(meeting.contains("Overleg 1: Kennismaking en kernthema") && meeting.contains("Welkom met koffie"))
    #expect(try team().meetings.isEmpty)
  }

  @Test("A meeting is stored with everything of its page, and its card tells how far it is")
  func save() async throws {
    let reply = try await post("overleg/\(first)", meetingFields())
    #expect(reply.status == 303)
    #expect(reply.headers["Location"] == "\(base)/overleg/\(first)?melding=saved")
    let stored = try #require(try team().meeting(first))
    #expect(stored.content.agenda == ["Eén", "Twee"] && stored.moment.start == 810)
    let card = try await get("ontwerpteam").text
    #expect(card.contains("dinsdag 20 oktober 2026, 13:30–15:30") && card.contains("Verslag klaar"))
    // Storing the same again changes nothing.
    _ = try await post("overleg/\(first)", meetingFields(["version": "1"]))
    #expect(try team().meeting(first)?.version == 1)
  }

  @Test(
    "Each field of a meeting is refused at that field, with what was typed and nothing stored",
    arguments: [
      ("title", "", "Vul dit nog in."), ("day", "2026-02-30", "Dit is geen datum."),
      ("start", "25:00", "Dit is geen uur."),
      ("end", "13:00", "Het einde moet na het begin komen."), ("day", "", "Vul dit nog in."),
      ("start", "", "Vul dit nog in."), ("place", String(repeating: "x", count: 161), "Dit is 1 tekens te lang."),
    ])
  func refusedMeeting(field: String, value: String, message: String) async throws {
    let reply = try await post("overleg/\(first)", meetingFields([field: value, "minutes": "<i>Verteld</i>"]))
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-\(field)\">\(message)"))
    #expect(reply.text.contains("&lt;i&gt;Verteld&lt;/i&gt;"))
    #expect(value.isEmpty || reply.text.contains("value=\"\(value)\""))
    #expect(try team().meetings.isEmpty)
  }

  @Test("A meeting at the time of another is told which")
  func overlap() async throws {
    _ = try await post("overleg/\(first)", meetingFields())
    let reply = try await post("overleg/\(second)", meetingFields(["start": "15:00", "end": "16:00"]))
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-start\">Dit valt samen met Overleg."))
    #expect(try await post("overleg/\(second)", meetingFields(["start": "15:30", "end": "16:00"])).status == 303)
  }

  @Test("Of two who write minutes, the second reads both texts, loses nothing, and can store again")
  func meetingConflict() async throws {
    _ = try await post("overleg/\(first)", meetingFields(["minutes": "Van de ene"]))
    let typed = meetingFields(["minutes": "Van de andere", "what": "Bellen", "owner": "de bib", "task": Self.taskID])
    let reply = try await post("overleg/\(first)", typed)
    #expect(reply.status == 409)
    #expect(reply.text.contains("Van de andere</textarea>") && reply.text.contains("“Van de ene”"))
    #expect(reply.text.contains("value=\"Bellen\"") && reply.text.contains("name=\"version\" value=\"1\""))
    #expect(try team().tasks.isEmpty)
    let again = meetingFields(["minutes": "Van beiden", "version": "1"])
    #expect(try await post("overleg/\(first)", again).status == 303)
    #expect(try team().meeting(first)?.content.minutes == "Van beiden")
  }

  @Test("A meeting that was added can be taken away until it has tasks; the ready ones stay")
  func extra() async throws {
    let id = TeamMeetingID.numbered(30)
    for _ in 1...2 { #expect(try await post("overleg", [("id", id.rawValue)]).status == 303) }
    #expect(try await get("overleg/\(id)").text.contains("Haal dit overleg weg"))
    let task = try await handOut(at: id, version: 1)
    let refused = try await post("overleg/\(id)/weghalen", [])
    #expect(refused.status == 409 && refused.text.contains("Dit overleg kan niet weg"))
    _ = try await post("taak/\(task.id)/weghalen", [])
    #expect(try await post("overleg/\(id)/weghalen", []).status == 303)
    #expect(try team().meetings.isEmpty)
    #expect(try await !get("overleg/\(first)").text.contains("Haal dit overleg weg"))
    #expect(try await get("overleg/\(id)").status == 404)
  }

  // MARK: Tasks

  @Test("A task without an owner is refused at that field, and the minutes typed with it are still there")
  func taskWithoutOwner() async throws {
    let reply = try await post("overleg/\(first)", meetingFields(["what": "Bellen", "due": "morgen"]))
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-task-owner\">Vul dit nog in."))
    #expect(reply.text.contains("id=\"error-task-due\">Dit is geen datum."))
    #expect(reply.text.contains("Verteld</textarea>") && reply.text.contains("value=\"Bellen\""))
    #expect(try team().tasks.isEmpty && team().meetings.isEmpty)
  }

  @Test("An open task goes along to the next meeting and is ticked off there, once, without touching others' ticks")
  func carried() async throws {
    let task = try await handOut("Een tolk <zoeken>")
    let next = try await get("overleg/\(second)").text
    #expect(next.contains("Waar we op terugkomen") && next.contains("Een tolk &lt;zoeken&gt;"))
    let tick = [("open", task.id.rawValue), ("done", task.id.rawValue)]
    #expect(
      try await post("overleg/\(second)", meetingFields(["start": "16:00", "end": "17:00"]) + tick).status == 303)
    #expect(try team().task(task.id)?.isOpen == false)
    // A page that was drawn while the box was empty does not open it again.
    let stale = meetingFields(["version": "1", "start": "16:00", "end": "17:00"]) + [("open", task.id.rawValue)]
    _ = try await post("overleg/\(second)", stale)
    #expect(try team().task(task.id)?.isOpen == false)
    let untick = meetingFields(["version": "1", "start": "16:00", "end": "17:00"]) + [("closed", task.id.rawValue)]
    _ = try await post("overleg/\(second)", untick)
    #expect(try team().task(task.id)?.isOpen == true)
  }

  @Test("The page of a meeting leads to its tasks")
  func wayToTask() async throws {
    _ = try await handOut()
    let page = try await get("overleg/\(first)").text
    let link = try #require(page.firstMatch(of: /href="([^"]*\/taak\/[^"]*)"/))
    #expect(try await workday.console.get(String(link.1)).status == 200)
  }

  @Test("A task whose day is past is marked, and is ticked off and opened again from the team's page")
  func overdue() async throws {
    let task = try await handOut()
    let page = try await get("ontwerpteam").text
    #expect(page.contains("<li class=\"overdue\">") && page.contains("moest af zijn op 1 november 2026"))
    #expect(try await post("taak/\(task.id)/stand", [("done", "true")]).status == 303)
    let done = try await get("ontwerpteam").text
    #expect(done.contains("1 taak is gedaan") && !done.contains("class=\"overdue\""))
    _ = try await post("taak/\(task.id)/stand", [("done", "false")])
    #expect(try team().task(task.id)?.isOpen == true)
  }

  @Test("A task is changed, refused without an owner, and of two editors the second reads both texts")
  func changeTask() async throws {
    let task = try await handOut()
    let path = "taak/\(task.id)"
    #expect(try await get(path).text.contains("value=\"de bib\""))
    let refused = try await post(path, [("version", "1"), ("what", "Mailen"), ("owner", "")])
    #expect(refused.status == 422 && refused.text.contains("value=\"Mailen\""))
    #expect(try await post(path, [("version", "1"), ("what", "Mailen"), ("owner", "An")]).status == 303)
    let late = try await post(path, [("version", "1"), ("what", "Schrijven"), ("owner", "An")])
    #expect(late.status == 409)
    #expect(late.text.contains("value=\"Schrijven\"") && late.text.contains("“Mailen”"))
  }

  // MARK: Documents and access

  @Test("Agenda and minutes come as a page, dates as a calendar; other names are 404")
  func documents() async throws {
    _ = try await post("overleg/\(first)", meetingFields())
    let page = try await get("overleg/\(first)/overleg.html")
    #expect(page.status == 200 && page.text.contains("Verslag: Overleg"))
    let calendar = try await get("ontwerpteam.ics")
    #expect(calendar.headers["Content-Type"] == "text/calendar; charset=utf-8")
    #expect(calendar.text.contains("DTSTART:20261020T113000Z"))
    #expect(try await get("overleg/\(first)/overleg.pdf").status == 503)
    for name in ["overleg.json", "overleg.ics", "verslag.html", "overleg", "overleg.html.pdf"] {
      #expect(try await get("overleg/\(first)/\(name)").status == 404, "\(name)")
    }
  }

  @Test("What is not there is 404, and a stranger gets nothing")
  func access() async throws {
    let nobody = TeamMemberID.numbered(99)
    for path in ["ontwerpteam/\(nobody)", "overleg/\(nobody)", "taak/\(nobody)", "overleg/x", "taak/x/stand"] {
      #expect([404, 405].contains(try await get(path).status), "\(path)")
    }
    #expect(try await post("overleg/\(nobody)", meetingFields()).status == 404)
    #expect(try await workday.stranger.get("\(base)/ontwerpteam").status == 401)
    let moderator = try workday.staff(.moderator, of: room)
    #expect(try await post("ontwerpteam", [("role", "x")], from: moderator).status == 401)
    #expect(try team().members.isEmpty)
  }

  @Test("A form without the page's token stores nothing and gives back what was typed")
  func token() async throws {
    let reply = try await workday.console.form(
      .post, "\(base)/ontwerpteam", [(name: "role", bytes: Array("ouder".utf8))], isOwnPage: false)
    #expect(reply.status == 403 && reply.text.contains("ouder"))
    #expect(try team().members.isEmpty)
  }
}
