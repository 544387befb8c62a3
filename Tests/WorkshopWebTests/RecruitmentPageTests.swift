import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The pages of recruitment")
struct RecruitmentPageTests {
  private let workday: Workday
  private let room: LiveRoom
  private let base: String

  init() throws {
    workday = try Workday()
    room = try workday.create()
    base = "/begeleider/\(room.trajectory.id)/voorbereiding"
  }

  private func page(_ path: String) async throws -> String {
    let reply = try await workday.console.get("\(base)/\(path)")
    #expect(reply.status == 200)
    return reply.text
  }

  private func post(_ path: String, _ fields: [String: String]) async throws -> Reply {
    let all = fields.merging(["csrf": workday.application.pages.formToken.value]) { $1 }
    return try await workday.console.form(
      .post, "\(base)/\(path)", all.map { (name: $0.key, bytes: Array($0.value.utf8)) }, isOwnPage: false)
  }

  private func strategy() throws -> RecruitmentStrategy { try room.store.read { try $0.recruitment() } }

  private func count(_ term: String, _ list: RecruitmentList = .stakeholderGroups) throws -> RecruitmentCount? {
    try strategy().counts[list]?.first { $0.term == term }
  }

  private static func input(_ name: String, _ value: String) -> String { "name=\"\(name)\" value=\"\(value)\"" }

  @Test("Before anything is known the page asks for counts and blames nobody")
  func empty() async throws {
    let text = try await page("werving")
    #expect(text.contains("Nog niemand is gevraagd of bevestigd"))
    #expect(!text.contains("Nog niemand verwacht uit"))
    #expect(text.contains("Geen namen of verhalen van gezinnen"))
    for group in ["ouder", "kind", "jongere", "vrijwilliger", "beleid", "partner"] {
      #expect(text.contains("name=\"target-\(group)\""))
    }
    #expect(text.contains("name=\"confirmed-wonen\""))
  }

  @Test("Counts are kept, and the mix is told as a number, a picture and the same in words")
  func counts() async throws {
    let reply = try await post(
      "werving/aantallen/stakeholderGroups",
      [
        "target-ouder": "20", "confirmed-ouder": "8", "target-kind": "10", "confirmed-kind": "2", "target-beleid": "10",
        "invited-beleid": "4",
      ])
    #expect(reply.status == 303)
    #expect(reply.headers["Location"] == "\(base)/werving?melding=saved")
    #expect(try count("ouder") == RecruitmentCount("ouder", target: 20, confirmed: 8))
    let text = try await page("werving")
    #expect(text.contains("<strong>0,70</strong>"))
    #expect(text.contains("Ongeveer 3 van de 10 verwachte mensen"))
    let words = "Ouder of grootouder: 8 verwacht (80 %), 20 gewenst (50 %)."
    // Once for who cannot see the picture, once for everybody.
    #expect(text.split(separator: words).count == 3)
    #expect(text.contains("▲ niemand"))
  }

  @Test("A small group that nobody comes from is named, however high the number")
  func missing() async throws {
    _ = try await post(
      "werving/aantallen/stakeholderGroups",
      ["target-ouder": "99", "confirmed-ouder": "99", "target-kind": "1", "target-jongere": "0"])
    let text = try await page("werving")
    #expect(text.contains("<strong>0,99</strong>"))
    let named = text.components(after: "Nog niemand verwacht uit:", before: "</div>")
    #expect(named.contains("Kind"))
    let unsought = text.components(after: "Geen streefcijfer en niemand verwacht:", before: "</div>")
    #expect(unsought.contains("Jongere"))
    #expect(!unsought.contains("Kind<"))
  }

  @Test(
    "A count that cannot be is refused at its field, everything typed is still there, and nothing is kept",
    arguments: [
      ("target-ouder", "-2", "Dit is te weinig"), ("invited-ouder", "2,5", "Dit is geen getal"),
      ("confirmed-ouder", "99999999999999999999", "Dit is te veel"), ("present-ouder", "tien", "Dit is geen getal"),
      ("present-ouder", "6", "Verhoog eerst het getal bij bevestigd"),
    ])
  func refused(field: String, typed: String, message: String) async throws {
    var fields = ["target-ouder": "7", "confirmed-ouder": "5", "target-kind": "3"]
    fields[field] = typed
    let reply = try await post("werving/aantallen/stakeholderGroups", fields)
    #expect(reply.status == 422)
    for (name, value) in fields { #expect(reply.text.contains(Self.input(name, value)), "\(name)") }
    let column = field.prefix { $0 != "-" }
    let place = "stakeholderGroups-0-\(column)"
    #expect(reply.text.components(after: "id=\"\(place)-error\">", before: "<").contains(message))
    #expect(reply.text.contains("href=\"#\(place)\""))
    #expect(try strategy().counts.isEmpty)
  }

  @Test("Life domains have counts and a mix of their own")
  func lifeDomains() async throws {
    #expect(try await post("werving/aantallen/lifeDomains", ["confirmed-wonen": "2"]).status == 303)
    #expect(try count("wonen", .lifeDomains)?.confirmed == 2)
    #expect(try count("wonen") == nil)
    let text = try await page("werving")
    #expect(text.contains("Er zijn geen streefcijfers"))
    #expect(text.components(after: "Nog niemand verwacht uit:", before: "</div>").contains("Gezondheidszorg"))
  }

  @Test("Of two who change the counts, the second is told what stands there now and may still decide")
  func twoCounters() async throws {
    let path = "werving/aantallen/stakeholderGroups"
    let mine = ["version": "0", "target-ouder": "20", "target-kind": "5", "confirmed-kind": "0"]
    #expect(try await post(path, ["version": "0", "target-ouder": "12", "target-kind": "5"]).status == 303)
    let told = try await post(path, mine)
    #expect(told.status == 409)
    #expect(told.text.components(after: "id=\"stakeholderGroups-0-target-error\">", before: "<").contains("“12”"))
    #expect(!told.text.contains("id=\"stakeholderGroups-1-target-error\""))
    #expect(told.text.contains(Self.input("target-ouder", "20")))
    #expect(try count("ouder")?.target == 12)
    let version = String(try room.store.read { try $0.countsVersion(of: .stakeholderGroups) })
    #expect(told.text.contains(Self.input("version", version)))
    #expect(try await page("werving").contains(Self.input("version", version)))
    // The other list is another form.
    #expect(try await post("werving/aantallen/lifeDomains", ["version": "0", "target-wonen": "1"]).status == 303)
    #expect(try await post(path, mine.merging(["version": version]) { $1 }).status == 303)
    #expect(try count("ouder")?.target == 20)
  }

  @Test("A form that is sent twice adds one thing")
  func sentTwice() async throws {
    let id = "0b8a1f0e-1111-4222-8333-444455556666"
    for _ in 1...2 {
      let effort = ["id": id, "what": "Koffie", "channel": "school"]
      #expect(try await post("werving/inspanningen", effort).status == 303)
      #expect(try await post("praktisch", ["id": id, "kind": "food"]).status == 303)
    }
    #expect(try strategy().efforts.map(\.id.rawValue) == [id])
    #expect(try room.store.read { try $0.practicalHelp() }.map(\.id.rawValue) == [id])
    for place in ["werving", "praktisch"] {
      let form = try await page(place).components(after: "name=\"id\" value=\"", before: "\"")
      #expect(RecruitmentEffortID(uuid: form) != nil && form != id)
    }
    let again = try await post("praktisch", ["id": id, "kind": ""])
    #expect(again.status == 422 && again.text.contains(Self.input("id", id)))
  }

  @Test("There are no other lists")
  func unknownList() async throws {
    #expect(try await post("werving/aantallen/ages", ["target-baby": "1"]).status == 404)
  }

  @Test("Who checked in is suggested as present: filled in on demand, kept only when it is saved")
  func suggestion() async throws {
    #expect(!(try await page("werving")).contains("name=\"fill\""))
    let phone = try await workday.phone(in: room)
    #expect(try await phone.put("/api/me", ["groups": ["ouder"], "language": "nl"]).status == 200)
    #expect(try await page("werving").contains("ingecheckt: 1"))
    let reply = try await post(
      "werving/aantallen/stakeholderGroups", ["fill": "true", "confirmed-ouder": "4", "target-kind": "veel"])
    #expect(reply.status == 200)
    #expect(reply.text.contains(Self.input("present-ouder", "1")))
    #expect(reply.text.contains(Self.input("target-kind", "veel")))
    #expect(try strategy().counts.isEmpty)
    #expect(
      try await post("werving/aantallen/stakeholderGroups", ["confirmed-ouder": "4", "present-ouder": "2"]).status
        == 303)
    #expect(try await page("werving").contains("Op de dag zelf: 2 aanwezig"))
  }

  @Test("An effort is added, changed and removed; the one who leads people in is named")
  func effort() async throws {
    let reply = try await post(
      "werving/inspanningen",
      [
        "what": "Koffie <b>aan</b> de poort", "channel": "school", "group": "ouder", "referrer": "brugfiguur",
        "date": "2026-09-04", "isExtra": "true",
      ])
    #expect(reply.status == 303)
    let effort = try #require(try strategy().efforts.first)
    let text = try await page("werving")
    #expect(text.contains("Koffie &lt;b&gt;aan&lt;/b&gt; de poort"))
    #expect(text.contains("brugfiguur (Ouder of grootouder)"))
    #expect(text.contains("extra inspanning"))
    let path = "werving/inspanningen/\(effort.id)"
    #expect(try await page(path).contains("value=\"2026-09-04\""))
    let change = try await post(path, ["version": "1", "what": "Soep", "channel": "school"])
    #expect(change.status == 303)
    #expect(try strategy().efforts.map(\.what) == ["Soep"])
    #expect(try strategy().efforts.map(\.isExtra) == [false])
    #expect(try await post("\(path)/verwijderen", [:]).status == 303)
    #expect(try strategy().efforts.isEmpty)
    #expect(try await workday.console.get("\(base)/\(path)").status == 404)
  }

  @Test(
    "An effort with a fault comes back as it was typed",
    arguments: [
      ("what", "", "Vul dit nog in"), ("channel", "duif", "Kies een van de antwoorden"),
      ("group", "baas", "Kies een van de antwoorden"), ("date", "31/12/2026", "Dit is geen datum"),
      ("referrer", String(repeating: "x", count: 201), "1 tekens te lang"),
      ("note", String(repeating: "x", count: 1_001), "1 tekens te lang"),
    ])
  func faultyEffort(field: String, typed: String, message: String) async throws {
    let given = ["what": "Soep", "channel": "school", "group": "ouder", "note": "om vier uur"].merging([field: typed]) {
      $1
    }
    let reply = try await post("werving/inspanningen", given)
    #expect(reply.status == 422)
    #expect(reply.text.components(after: "id=\"error-\(field)\">", before: "<").contains(message))
    #expect(field == "note" || reply.text.contains("om vier uur</textarea>"))
    #expect(field == "group" || reply.text.contains("value=\"ouder\" selected"))
    #expect(try strategy().efforts.isEmpty)
  }

  @Test("Of two who change the same effort, the second is told what it is now and may still decide")
  func twoEditors() async throws {
    _ = try await post("werving/inspanningen", ["what": "Soep", "channel": "school"])
    let effort = try #require(try strategy().efforts.first)
    let path = "werving/inspanningen/\(effort.id)"
    #expect(try await post(path, ["version": "1", "what": "Van hen", "channel": "school"]).status == 303)
    let told = try await post(path, ["version": "1", "what": "Van mij", "channel": "school"])
    #expect(told.status == 409)
    #expect(told.text.contains("“Van hen”") && !told.text.contains("id=\"error-channel\""))
    #expect(told.text.contains("value=\"Van mij\""))
    #expect(told.text.contains(Self.input("version", "2")))
    #expect(try await post(path, ["version": "2", "what": "Van mij", "channel": "school"]).status == 303)
    #expect(try strategy().efforts.map(\.what) == ["Van mij"])
  }

  @Test("Practical help is added, changed and removed; what nobody thought of is named")
  func help() async throws {
    let fields = [
      "kind": "interpreter", "language": "Arabisch", "gathering": "dag-1", "start": "9:00", "end": "12u30",
      "arrangedBy": "OCMW", "isArranged": "true",
    ]
    #expect(try await post("praktisch", fields).status == 303)
    let help = try #require(try room.store.read { try $0.practicalHelp() }.first)
    #expect(help.start == 540)
    #expect(help.end == 750)
    let text = try await page("praktisch")
    #expect(text.contains("Tolk: Arabisch"))
    #expect(text.contains("Werkdag, 20 november 2026"))
    #expect(text.contains("09:00 tot 12:30"))
    #expect(text.contains("1 van 1 geregeld. Nog niets genoteerd voor: Kinderopvang, Vervoer, Eten en drinken."))
    let path = "praktisch/\(help.id)"
    #expect(try await page(path).contains("value=\"Arabisch\""))
    #expect(try await post(path, ["version": "1", "kind": "interpreter", "language": "Turks"]).status == 303)
    #expect(try await page("praktisch").contains("Nog niemand regelt dit."))
    let told = try await post(path, ["version": "1", "kind": "food"])
    #expect(told.status == 409)
    #expect(told.text.contains("“Tolk”") && told.text.contains("“Turks”"))
    #expect(try await post("\(path)/verwijderen", [:]).status == 303)
    #expect(try room.store.read { try $0.practicalHelp() }.isEmpty)
    #expect(try await workday.console.get("\(base)/\(path)").status == 404)
  }

  @Test(
    "Help with a fault comes back as it was typed",
    arguments: [
      ("kind", "", "kind", "Vul dit nog in"), ("language", "", "language", "Vul dit nog in"),
      ("gathering", "nergens", "gathering", "bestaat niet meer"), ("start", "25:00", "start", "Dit is geen uur"),
      ("end", "8:00", "end", "Het einde moet na het begin komen"),
      ("isArranged", "true", "arrangedBy", "Vul dit nog in"),
    ])
  func faultyHelp(field: String, typed: String, at place: String, message: String) async throws {
    let given = ["kind": "interpreter", "language": "Arabisch", "what": "twee tafels", "start": "9:00"]
      .merging([field: typed]) { $1 }
    let reply = try await post("praktisch", given)
    #expect(reply.status == 422)
    #expect(reply.text.components(after: "id=\"error-\(place)\">", before: "<").contains(message))
    #expect(reply.text.contains("value=\"twee tafels\""))
    #expect(try room.store.read { try $0.practicalHelp() }.isEmpty)
  }
}

extension String {
  /// What stands between the first of a text and the next of another; empty where there is none.
  fileprivate func components(after start: String, before end: String) -> String {
    guard let head = range(of: start) else { return "" }
    let rest = self[head.upperBound...]
    return String(rest[..<(rest.range(of: end)?.lowerBound ?? rest.endIndex)])
  }
}
