import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The draaiboek editor's answers")
struct RunSheetEditorTests {
  let workday: Workday
  let room: LiveRoom
  let path: String

  init() throws {
    workday = try Workday()
    room = try workday.create()
    path = "/api/console/\(room.trajectory.id)/run-sheets/dag-1"
  }

  private func edit(_ body: [String: Any]) async throws -> Reply {
    try await workday.console.post(path + "/edits", body)
  }

  private func item(_ id: String, in reply: Reply) throws -> [String: Any] {
    let items = try #require(reply.object["items"] as? [[String: Any]])
    return try #require(items.first { $0["id"] as? String == id })
  }

  @Test("The whole run sheet, as the editor draws it")
  func whole() async throws {
    let reply = try await workday.console.get(path)
    #expect(reply.status == 200)
    let gathering = try #require(reply.object["gathering"] as? [String: Any])
    #expect(Set(gathering.keys) == ["id", "kind", "title", "date", "start", "end"])
    #expect(gathering["date"] as? String == "2026-11-20")
    #expect(
      Set(reply.object.keys) == [
        "gathering", "items", "checks", "edit", "canUndo", "canRedo", "undo", "redo", "isRunning",
      ])
    let item = try item("lunch", in: reply)
    #expect(
      Set(item.keys) == [
        "id", "version", "start", "end", "minutes", "anchor", "anchorReason", "isSkipped", "isProtected", "phase",
        "step", "scene", "timerMinutes", "rounds", "hasSwap", "minimumMinutes", "adjustedMinutes", "texts",
        "actualStart", "actualEnd",
      ])
    #expect(item["anchor"] as? Int == 730 && item["anchorReason"] as? String == "lunch")
    #expect(item["step"] is NSNull && item["actualStart"] is NSNull)
    #expect((item["texts"] as? [String: String])?["title"] == "Lunch")
    #expect((reply.object["checks"] as? [Any])?.isEmpty == true)
  }

  @Test("Each kind of edit answers with the run sheet after it")
  func edits() async throws {
    var reply = try await edit([
      "kind": "change", "item": "dromen", "version": 1, "fields": ["minutes": 40, "texts": ["goal": "Doen"]],
    ])
    #expect(reply.status == 200)
    #expect(try item("dromen", in: reply)["minutes"] as? Int == 40)
    #expect(try item("dromen", in: reply)["version"] as? Int == 2)
    #expect(try item("ontwerpen", in: reply)["start"] as? Int == 820)
    #expect(reply.object["canUndo"] as? Bool == true)
    #expect(reply.object["undo"] as? String == "‘Dromen: maken en tonen’ aangepast")
    reply = try await edit(["kind": "move", "item": "kader", "before": NSNull()])
    #expect((reply.object["items"] as? [[String: Any]])?.last?["id"] as? String == "kader")
    let id = "00000000-0000-4000-8000-000000000123"
    reply = try await edit([
      "kind": "add", "item": id, "before": "lunch", "fields": ["texts": ["title": "Foto"], "minutes": 5],
    ])
    #expect(try item(id, in: reply)["minutes"] as? Int == 5)
    #expect((reply.object["checks"] as? [[String: Any]])?.first?["id"] as? String == "endsLate")
    reply = try await edit(["kind": "remove", "item": id, "version": try item(id, in: reply)["version"] as? Int ?? 0])
    #expect(reply.status == 200)
    reply = try await edit(["kind": "start", "start": 555])
    #expect(try item("welkom", in: reply)["start"] as? Int == 555)
    reply = try await edit(["kind": "end", "end": NSNull()])
    #expect((reply.object["gathering"] as? [String: Any])?["end"] is NSNull)
  }

  @Test("Undo and redo by the number that was seen; an edit in between is told with the whole run sheet")
  func history() async throws {
    let first = try await edit(["kind": "start", "start": 570])
    let seen = try #require(first.object["edit"] as? Int)
    _ = try await edit(["kind": "end", "end": 1_000])
    let refused = try await workday.console.post(path + "/undo", ["edit": seen])
    #expect(refused.status == 409 && refused.problem == "overtaken")
    let current = try #require(refused.object["current"] as? [String: Any])
    let undone = try await workday.console.post(path + "/undo", ["edit": try #require(current["edit"] as? Int)])
    #expect(undone.status == 200)
    #expect((undone.object["gathering"] as? [String: Any])?["end"] as? Int == 990)
    #expect(undone.object["redo"] as? String == "einde van de dag aangepast")
    let again = try await workday.console.post(path + "/redo", ["edit": try #require(undone.object["edit"] as? Int)])
    #expect((again.object["gathering"] as? [String: Any])?["end"] as? Int == 1_000)
    #expect(again.object["canRedo"] as? Bool == false && again.object["redo"] as? String == "")
  }

  @Test("Two editors: the second is told what the first made of it, and nothing is lost")
  func conflict() async throws {
    let other = try workday.staff(.facilitator)
    let mine: [String: Any] = ["kind": "change", "item": "doen", "version": 1, "fields": ["minutes": 50]]
    #expect(try await edit(mine).status == 200)
    let theirs: [String: Any] = ["kind": "change", "item": "doen", "version": 1, "fields": ["minutes": 30]]
    let reply = try await other.post(path + "/edits", theirs)
    #expect(reply.status == 409 && reply.problem == "stale")
    let current = try #require(reply.object["current"] as? [String: Any])
    #expect(current["minutes"] as? Int == 50 && current["version"] as? Int == 2)
    let settled = try await other.post(path + "/edits", theirs.merging(["version": 2]) { _, new in new })
    #expect(try item("doen", in: settled)["minutes"] as? Int == 30)
  }

  @Test(
    "Each field is refused with a message at it",
    arguments: [
      ("minutes", "-1"), ("minutes", "601"), ("minutes", #""tien""#), ("anchor", "1440"), ("anchor", "300"),
      ("anchorReason", #""zomaar""#), ("phase", #""nergens""#), ("step", #""nergens""#), ("scene", #""nergens""#),
      ("timerMinutes", "0"), ("rounds", "0"), ("hasSwap", "3"), ("minimumMinutes", "-5"), ("isSkipped", #""ja""#),
      ("isProtected", "null"), ("texts", "3"),
    ])
  func fields(_ name: String, _ value: String) async throws {
    let json = #"{"kind":"change","item":"doen","version":1,"fields":{"\#(name)":\#(value)}}"#
    let reply = try await workday.console.write(.post, path + "/edits", body: Array(json.utf8))
    #expect(reply.status == 422)
    #expect(reply.faults == [name])
    #expect(try item("doen", in: try await workday.console.get(path))["version"] as? Int == 1)
  }

  @Test("Texts are refused at their own field: no title, and too long")
  func texts() async throws {
    let long = String(repeating: "a", count: 2_001)
    let reply = try await edit([
      "kind": "change", "item": "doen", "version": 1, "fields": ["texts": ["title": " ", "method": long]],
    ])
    #expect(reply.status == 422 && reply.faults == ["method", "title"])
  }

  @Test("Past midnight, an end before the start, and what has run are refused in plain words")
  func refusals() async throws {
    func message(_ body: [String: Any], _ field: String) async throws -> String {
      let reply = try await edit(body)
      #expect(reply.status == 422)
      return (reply.object["fields"] as? [String: String])?[field] ?? ""
    }
    #expect(
      try await message(
        ["kind": "change", "item": "slotkring", "version": 1, "fields": ["minutes": 600]], "minutes"
      ).contains("na middernacht"))
    #expect(try await message(["kind": "end", "end": 500], "end") == "Het einde moet na het begin liggen.")
    #expect(try await message(["kind": "end", "end": 2_000], "end").contains("geen uur van de dag"))
    #expect(try await message(["kind": "start"], "start") == "Vul dit nog in.")
    #expect(try await message(["kind": "dansen"], "kind") == "Kies een van de antwoorden.")
    try room.store.write { try $0.start("welkom") }
    #expect(try await message(["kind": "remove", "item": "welkom", "version": 1], "item").contains("‘Welkom’"))
    #expect(
      try await message(
        ["kind": "change", "item": "welkom", "version": 1, "fields": ["isSkipped": true]], "isSkipped"
      ).contains("al bezig geweest"))
  }

  @Test("What is not there is 404, an id of another shape or one that is taken is refused")
  func unknown() async throws {
    let base = "/api/console/\(room.trajectory.id)/run-sheets"
    #expect(try await workday.console.get(base + "/nergens").status == 404)
    #expect(try await workday.console.post(base + "/nergens/edits", ["kind": "start", "start": 600]).status == 404)
    #expect(try await workday.console.post(base + "/nergens/undo", ["edit": 1]).status == 404)
    #expect(try await workday.console.get("/api/console/nergens/run-sheets/dag-1").status == 404)
    #expect(try await edit(["kind": "change", "item": "x", "version": 1, "fields": ["minutes": 5]]).status == 404)
    #expect(try await edit(["kind": "move", "item": "doen", "before": "x"]).status == 404)
    #expect(try await edit(["kind": "add", "item": "doen", "fields": ["texts": ["title": "a"]]]).problem == "badID")
    #expect(try await workday.console.write(.post, path + "/edits", body: Array("{".utf8)).status == 400)
    let id = "00000000-0000-4000-8000-000000000123"
    let add: [String: Any] = ["kind": "add", "item": id, "fields": ["texts": ["title": "a"]]]
    #expect(try await edit(add).status == 200)
    #expect(try await edit(add).problem == "itemTaken")
  }

  @Test("A moderator reads, and changes nothing")
  func moderator() async throws {
    let moderator = try workday.staff(.moderator, of: room)
    #expect(try await moderator.get(path).status == 200)
    #expect(try await moderator.post(path + "/edits", ["kind": "start", "start": 600]).status == 401)
    #expect(try await workday.stranger.get(path).status == 401)
  }

  @Test("Another traject's run sheet is copied as one edit; what is not there is told at its field")
  func copying() async throws {
    let other = try workday.create(house: "Huis van het Kind Eeklo")
    let start: [String: Any] = ["kind": "start", "start": 600]
    _ = try await workday.console.post("/api/console/\(other.trajectory.id)/run-sheets/dag-1/edits", start)
    let list = try await workday.console.get("/api/console/\(room.trajectory.id)/run-sheets")
    let sheets = try #require(list.object["sheets"] as? [[String: Any]])
    #expect(
      sheets.compactMap { $0["house"] as? String }.sorted() == ["Huis van het Kind Duffel", "Huis van het Kind Eeklo"])
    #expect(sheets.allSatisfy { $0["items"] as? Int == 13 })
    let own = try await workday.staff(.moderator, of: room).get("/api/console/\(room.trajectory.id)/run-sheets")
    #expect((own.object["sheets"] as? [Any])?.count == 1)
    let source: [String: Any] = ["traject": other.trajectory.id.rawValue, "gathering": "dag-1"]
    let copied = try await workday.console.post(path + "/copy", source)
    #expect(copied.status == 200)
    let items = try #require(copied.object["items"] as? [[String: Any]])
    #expect(items.count == 13 && items[0]["start"] as? Int == 600)
    #expect(items.allSatisfy { ($0["id"] as? String)?.count == 36 })
    #expect(copied.object["undo"] as? String == "draaiboek overgenomen")
    let nowhere: [String: Any] = ["traject": "nergens", "gathering": "dag-1"]
    #expect(try await workday.console.post(path + "/copy", nowhere).faults == ["gathering"])
    try room.store.write { change in
      let first = try #require(try change.reader.runSheet().first)
      try change.start(first.id)
    }
    #expect(try await workday.console.post(path + "/copy", source).faults == ["item"])
  }

  @Test("Looking at other trajects' run sheets, and copying one, leaves their files closed; a damaged one hides none")
  func copyingFromClosed() async throws {
    let other = try workday.create(house: "Huis van het Kind Eeklo").trajectory.id
    let rehearsal = try workday.create(house: "Oefening", isRehearsal: true).trajectory.id
    workday.application.library.close()
    try Data("geen databank".utf8).write(to: URL(fileURLWithPath: "\(workday.folder)/kapot.werkdag"))
    let list = try await workday.console.get("/api/console/\(room.trajectory.id)/run-sheets")
    let sheets = try #require(list.object["sheets"] as? [[String: Any]])
    #expect(sheets.compactMap { $0["traject"] as? String } == [room.trajectory.id.rawValue, other.rawValue])
    let source: [String: Any] = ["traject": other.rawValue, "gathering": "dag-1"]
    #expect(try await workday.console.post(path + "/copy", source).status == 200)
    for traject in ["kapot", "../\(other)"] {
      let nowhere: [String: Any] = ["traject": traject, "gathering": "dag-1"]
      #expect(try await workday.console.post(path + "/copy", nowhere).faults == ["gathering"])
    }
    let open = try openFiles()
    #expect(open.contains("\(room.trajectory.id).werkdag"))
    for id in [other, rehearsal] { #expect(!open.contains("\(id).werkdag"), "\(id)") }
  }

  /// The names of the files of this workday's folder that the process has open.
  private func openFiles() throws -> Set<String> {
    let folder = URL(fileURLWithPath: workday.folder).resolvingSymlinksInPath().path + "/"
    let handles = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    // Other tests close files meanwhile, so a handle may be gone.
    let paths = handles.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
    return Set(paths.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) })
  }

  @Test("Every change is told to the consoles")
  func events() async throws {
    let last = try room.store.read { try $0.lastSequence() }
    _ = try await edit(["kind": "start", "start": 570])
    let stream = try await workday.console.get("/api/console/\(room.trajectory.id)/events?after=\(last)")
    let names = (stream.events ?? []).map(\.name)
    #expect(names.contains("runSheet"))
  }
}
