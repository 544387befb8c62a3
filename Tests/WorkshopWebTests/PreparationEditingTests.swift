import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Changing a traject, its words and its gatherings")
struct PreparationEditingTests {
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
    return try await workday.console.form(path: base + path, values)
  }

  // MARK: The traject

  private func change(_ values: [String: String]) async throws -> Reply {
    let draft = TrajectoryDraft(room.trajectory)
    var whole: [String: String] = ["version": String(try room.store.read { try $0.trajectoryVersion() })]
    for field in TrajectoryDraft.Field.allCases { whole[field.rawValue] = draft[field] }
    return try await post("/traject", whole.merging(values) { $1 })
  }

  @Test("Another date moves the workday, and every page knows at once")
  func moving() async throws {
    #expect(try await change(["date": "2026-11-27", "house": Self.hostile]).status == 303)
    #expect(try room.store.read { try $0.gathering("dag-1") }?.date == CalendarDate("2026-11-27"))
    #expect(room.trajectory.house == Self.hostile)
    let page = try await workday.console.get("\(base)/traject").text
    #expect(page.contains("&lt;b&gt;&quot;Anna&quot;&lt;/b&gt;") && !page.contains(Self.hostile))
  }

  @Test("A second day brings a second workday, and without it that goes again")
  func secondDay() async throws {
    #expect(try await change(["secondDate": "2026-11-21"]).status == 303)
    #expect(room.trajectory.dates.count == 2)
    #expect(try room.store.read { try $0.gathering("dag-2") }?.date == CalendarDate("2026-11-21"))
    #expect(try await change(["secondDate": ""]).status == 303)
    #expect(try room.store.read { try $0.gathering("dag-2") } == nil)
  }

  @Test("A second day whose run sheet was edited goes only when that is said")
  func arrangedSecondDay() async throws {
    #expect(try await change(["secondDate": "2026-11-21"]).status == 303)
    let item = try #require(try room.store.read { try $0.runSheet(of: "dag-2") }?.items.first)
    try room.store.write { change in
      _ = try change.edit("dag-2", .change(item.id, version: item.version, [.isSkipped(true)]), by: .facilitator)
    }
    let reply = try await change(["secondDate": "", "place": "Bib"])
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-dropSecondDay\"") && reply.text.contains("value=\"Bib\""))
    #expect(try room.store.read { try $0.gathering("dag-2") } != nil && room.trajectory.dates.count == 2)
    #expect(try await change(["secondDate": "", "dropSecondDay": "true"]).status == 303)
    #expect(try room.store.read { try $0.gathering("dag-2") } == nil)
  }

  @Test("A second day that is not the day after the first is refused")
  func notConsecutive() async throws {
    let reply = try await change(["secondDate": "2026-11-23"])
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-secondDate\"") && reply.text.contains("value=\"2026-11-23\""))
  }

  @Test("A workday that began cannot be dropped")
  func held() async throws {
    _ = try await change(["secondDate": "2026-11-21"])
    let item = try #require(try room.store.read { try $0.runSheet(of: "dag-2") }?.items.first)
    try room.store.write { try $0.start(item.id) }
    let reply = try await change(["secondDate": ""])
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-secondDate\""))
    #expect(try room.store.read { try $0.gathering("dag-2") } != nil)
  }

  @Test("The second of two who change the traject is told, and shown both")
  func conflict() async throws {
    let version = String(try room.store.read { try $0.trajectoryVersion() })
    _ = try await change(["place": "Zaal van Anna"])
    let second = try await change(["place": "Zaal van Bilal", "version": version])
    #expect(second.status == 409)
    #expect(second.text.contains("“Zaal van Anna”") && second.text.contains("value=\"Zaal van Bilal\""))
    #expect(room.trajectory.place == "Zaal van Anna")
  }

  // MARK: The words

  private func edit(_ list: TermList, _ values: [String: String]) async throws -> Reply {
    let (framework, version) = try room.store.read { (try $0.framework(), try $0.frameworkVersion()) }
    var whole = ["list": list.rawValue, "version": String(version)]
    for term in framework.lists[list] ?? [] {
      let draft = TermDraft(term, in: list, of: framework, words: workday.application.environment.words)
      for field in TermDraft.Field.allCases where !draft[field].isEmpty {
        whole["\(term.id).\(field.rawValue)"] = draft[field]
      }
    }
    return try await post("/kader", whole.merging(values) { $1 }.filter { $0.value != "-" })
  }

  @Test("A term switched off, renamed and described reaches the phones at once")
  func editingTerms() async throws {
    try room.open("verhaal")
    let phone = try await workday.phone(in: room)
    let reply = try await edit(
      .buildingBlocks, ["visie.enabled": "-", "personeel.label": "Mensen & <i>warmte</i>", "netwerk.enabled": "true"])
    #expect(reply.status == 303)
    #expect(reply.headers["Location"] == "\(base)/kader?lijst=buildingBlocks&melding=saved")
    let step = try await phone.get("/api/step").text
    #expect(step.contains("Mensen & <i>warmte</i>"))
    #expect(step.contains("\"netwerk\""))
    #expect(!step.contains("\"visie\""))
    #expect(try room.store.read { try $0.framework() }.lists[.buildingBlocks]?.first?.ownLabel == nil)
    let page = try await workday.console.get("\(base)/kader").text
    #expect(page.contains("Mensen &amp; &lt;i&gt;warmte&lt;/i&gt;"))
  }

  @Test("A term of one's own gets an id from its label, can move, and goes while nobody used it")
  func ownTerm() async throws {
    #expect(try await edit(.lifeDomains, ["+.label": "Sport & spel", "+.description": "Ook buiten."]).status == 303)
    #expect(room.framework.lists[.lifeDomains]?.last?.id == "sport-spel")
    #expect(try await edit(.lifeDomains, ["move": "sport-spel:-1"]).status == 303)
    #expect(room.framework.lists[.lifeDomains]?.dropLast().last?.id == "sport-spel")
    #expect(try await edit(.lifeDomains, ["+.label": "sport  spel"]).text.contains("id=\"error-new-+-label\""))
    #expect(try await edit(.lifeDomains, ["remove": "sport-spel"]).status == 303)
    #expect(!room.framework.knows("sport-spel", in: .lifeDomains))
  }

  @Test("A term that was used, or ships with the product, is never removed")
  func usedTerm() async throws {
    _ = try await edit(.buildingBlocks, ["+.label": "Buurt"])
    try room.open("verhaal")
    let story = try SubmissionSample(.story).with("buildingBlocks", .list(["buurt"])).sent()
    #expect(try await workday.phone(in: room).post("/api/contributions", story).status == 201)
    let shown1 = try await workday.console.get("\(base)/kader").text
    #expect(!shown1.contains("name=\"remove\" value=\"buurt\""))
    for term in ["buurt", "visie"] {
      let reply = try await edit(.buildingBlocks, ["remove": term])
      #expect(reply.status == 422)
      #expect(reply.text.contains("id=\"error-\(term)-enabled\"") && reply.text.contains("blijft dus staan"))
      #expect(room.framework.knows(term, in: .buildingBlocks))
    }
  }

  @Test("A list with nothing left to choose, and a term without a name, are refused")
  func termRefusals() async throws {
    let off = ["materieel", "immaterieel", "beide"].reduce(into: [String: String]()) { $0["\($1).enabled"] = "-" }
    let reply = try await edit(.resources, off)
    #expect(reply.status == 422)
    #expect(reply.text.contains("Laat er minstens één aan staan."))
    #expect(try await edit(.resources, ["beide.label": " "]).text.contains("id=\"error-beide-label\""))
    #expect(try await workday.console.get("\(base)/kader?lijst=stancePositions").status == 404)
  }

  @Test("The second of two who change the words is told, and shown both")
  func termConflict() async throws {
    let version = String(try room.store.read { try $0.frameworkVersion() })
    _ = try await edit(.resources, ["beide.label": "Van alles wat"])
    let second = try await edit(.resources, ["beide.label": "Samen", "version": version])
    #expect(second.status == 409)
    #expect(second.text.contains("“Van alles wat”") && second.text.contains("value=\"Samen\""))
    #expect(room.framework.lists[.resources]?.last?.ownLabel == "Van alles wat")
  }

  // MARK: The gatherings

  @Test("A gathering made from a plan has that plan's run sheet and times, and can be changed and taken away")
  func gathering() async throws {
    let made = try await post("/bijeenkomsten", ["template": "short", "title": Self.hostile, "date": "2026-11-12"])
    #expect(made.status == 303)
    let gathering = try #require(try room.store.read { try $0.gatherings() }.last)
    #expect(made.headers["Location"] == "\(base)/bijeenkomsten/\(gathering.id)?melding=added")
    #expect(gathering.kind == .separate && gathering.audience == .children)
    let page = try await workday.console.get("\(base)/bijeenkomsten/\(gathering.id)")
    #expect(page.status == 200 && !page.text.contains(Self.hostile))
    let path = "/bijeenkomsten/\(gathering.id)"
    let fields = ["version": "1", "start": "14:00", "end": "16:00", "place": "Bib", "audience": "youth"]
    #expect(try await post(path, fields).status == 303)
    #expect(try await post(path, fields).status == 409)
    #expect(try room.store.read { try $0.gathering(gathering.id) }?.place == "Bib")
    #expect(try await post("\(path)/weg", [:]).status == 303)
    #expect(try room.store.read { try $0.gathering(gathering.id) } == nil)
    #expect(try await workday.console.get("\(base)/bijeenkomsten/\(gathering.id)").status == 404)
  }

  @Test("The opvolgmoment's day becomes the traject's")
  func followUp() async throws {
    #expect(try await post("/bijeenkomsten", ["template": "follow-up", "date": "2027-05-03"]).status == 303)
    #expect(room.trajectory.followUpMeeting.date == CalendarDate("2027-05-03"))
  }

  @Test("The opvolgmoment and the traject keep one day and one place, and nothing is emptied by what was left open")
  func followUpPlace() async throws {
    #expect(try await change(["followUpDate": "2027-05-03", "followUpPlace": "Bib"]).status == 303)
    #expect(try await post("/bijeenkomsten", ["template": "follow-up"]).status == 303)
    func made() throws -> Gathering? { try room.store.read { try $0.followUpGathering() } }
    #expect(try made()?.date == CalendarDate("2027-05-03") && made()?.place == "Bib")
    #expect(room.trajectory.followUpMeeting.place == "Bib")
    #expect(try await change(["followUpDate": "2027-05-10", "followUpPlace": "Zaal"]).status == 303)
    #expect(try made()?.date == CalendarDate("2027-05-10") && made()?.place == "Zaal")
    let gathering = try #require(try made())
    let fields = [
      "version": String(gathering.version), "date": "2027-05-11", "start": "14:00", "place": "", "audience": "everyone",
    ]
    #expect(try await post("/bijeenkomsten/\(gathering.id)", fields).status == 303)
    #expect(
      room.trajectory.followUpMeeting == FollowUpMeetingPlan(date: CalendarDate("2027-05-11"), place: "Zaal"))
  }

  @Test(
    "What cannot be a gathering is refused at its field",
    arguments: [
      ("date", ["template": "short", "date": "2026-02-30"]), ("template", ["template": ""]),
      ("template", ["template": "one-day"]), ("date", ["template": "follow-up", "date": "2026-11-20"]),
      ("title", ["template": "short", "title": String(repeating: "x", count: 301)]),
    ])
  func gatheringRefusals(_ field: String, _ values: [String: String]) async throws {
    let reply = try await post("/bijeenkomsten", values)
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-\(field)\""))
    #expect(try room.store.read { try $0.gatherings() }.count == 1)
  }

  @Test(
    "Impossible times are refused at their field, with what was typed still there",
    arguments: [
      ("start", "25:00", "16:00"), ("end", "10:00", "9:00"), ("end", "10:00", "straks"), ("start", "", "10:00"),
    ])
  func times(_ field: String, _ start: String, _ end: String) async throws {
    let reply = try await post(
      "/bijeenkomsten/dag-1", ["version": "1", "start": start, "end": end, "audience": "everyone"])
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-\(field)\""))
    #expect(reply.text.contains("value=\"\(TimeOfDay(end)?.description ?? end)\""))
  }

  @Test("Two gatherings at the same moment are refused, naming the other")
  func overlap() async throws {
    _ = try await post("/bijeenkomsten", ["template": "short", "date": "2026-11-12"])
    let id = try #require(try room.store.read { try $0.gatherings() }.last?.id)
    let reply = try await post(
      "/bijeenkomsten/\(id)",
      ["version": "1", "date": "2026-11-20", "start": "10:00", "end": "11:00", "audience": "children"])
    #expect(reply.status == 422)
    #expect(reply.text.contains("Dit valt samen met Werkdag."))
  }

  @Test("A plan whose hours are taken is told at the day, which is what its form asks")
  func overlapWhenAdding() async throws {
    let reply = try await post(
      "/bijeenkomsten", ["template": "short", "date": "2026-11-20", "title": "Met de kinderen"])
    #expect(reply.status == 422)
    #expect(reply.text.contains("id=\"error-date\"") && reply.text.contains("Dit valt samen met Werkdag."))
    #expect(reply.text.contains("value=\"Met de kinderen\""))
  }

  @Test("A gathering whose form is sent twice is made once")
  func sentTwice() async throws {
    let id = "0b8a1f0e-1111-4222-8333-444455556666"
    for _ in 1...2 {
      let reply = try await post("/bijeenkomsten", ["id": id, "template": "short", "date": "2026-11-12"])
      #expect(reply.status == 303 && reply.headers["Location"] == "\(base)/bijeenkomsten/\(id)?melding=added")
    }
    #expect(try room.store.read { try $0.gatherings() }.map(\.id) == ["dag-1", GatheringID(id)])
  }

  @Test("A workday is not taken away here, and neither is a gathering in which something happened")
  func removal() async throws {
    #expect(try await post("/bijeenkomsten/dag-1/weg", [:]).status == 404)
    let gathering = Gathering(id: "apart", kind: .separate, start: 540, template: .short)
    let item = RunSheetItem(id: "apart.spel", title: "Spel", start: 540, minutes: 10, phase: .frame)
    try room.store.write { change in
      try change.make(RunSheet(gathering: gathering, items: [item]), by: .facilitator)
      try change.start(item.id)
    }
    let shown2 = try await workday.console.get("\(base)/bijeenkomsten/apart").text
    #expect(!shown2.contains("/weg"))
    #expect(try await post("/bijeenkomsten/apart/weg", [:]).status == 422)
    #expect(try room.store.read { try $0.gathering("apart") } != nil)
  }

  @Test("The pages of the traject, its words and its gatherings")
  func pages() async throws {
    try expectSnapshot(try await workday.console.get("\(base)/traject"), "preparation-trajectory")
    try expectSnapshot(try await workday.console.get("\(base)/kader?lijst=resources"), "preparation-framework")
    try expectSnapshot(try await workday.console.get("\(base)/bijeenkomsten"), "preparation-gatherings")
    try expectSnapshot(try await workday.console.get("\(base)/bijeenkomsten/dag-1"), "preparation-gathering")
    try expectSnapshot(try await workday.console.get("/begeleider?plan=two-day"), "new-trajectory")
  }
}
