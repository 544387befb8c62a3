import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The page of the draaiboek editor")
struct RunSheetPageTests {
  private static let hostile = "</script><b>Anna</b>"

  private let workday: Workday
  private let room: LiveRoom
  private let base: String

  init() throws {
    workday = try Workday()
    room = try workday.create(house: Self.hostile)
    base = "/begeleider/\(room.trajectory.id)/voorbereiding/draaiboek"
  }

  @Test("It names the gathering, leads to its documents and tables, and has every list an item chooses from")
  func page() async throws {
    let reply = try await workday.console.get("\(base)/dag-1")
    #expect(reply.status == 200)
    #expect(reply.text.contains("<h1 dir=\"auto\">Draaiboek: Werkdag</h1>"))
    #expect(reply.text.contains("documenten/runsheet.pdf?bijeenkomst=dag-1"))
    #expect(reply.text.contains("voorbereiding/tafels/dag-1"))
    for scene in Scene.allCases { #expect(reply.text.contains("<option value=\"\(scene.rawValue)\">")) }
    for step in StepDefinition.shipped { #expect(reply.text.contains("<option value=\"\(step.id)\">")) }
    for field in RunSheetItem.TextField.allCases { #expect(reply.text.contains("data-label=\"\(field.rawValue)\"")) }
  }

  @Test("No text of somebody ends up as markup in it")
  func escaping() async throws {
    let reply = try await workday.console.get("\(base)/dag-1")
    #expect(!reply.text.contains(Self.hostile))
  }

  @Test("One gathering needs no choice between days; a second one gives each its tab")
  func days() async throws {
    let tab = "href=\"\(base)/dag-1\" aria-current=\"page\""
    #expect(try await !workday.console.get("\(base)/dag-1").text.contains(tab))
    var draft = TrajectoryDraft()
    draft[.template] = "two-day"
    draft[.house] = "Huis van het Kind Mol"
    draft[.date] = "2026-12-01"
    draft[.organisation] = "Stad Mol"
    draft[.contact] = "014 00 00 00"
    let two = try workday.application.library.create(draft)
    let there = "/begeleider/\(two.trajectory.id)/voorbereiding/draaiboek"
    let reply = try await workday.console.get("\(there)/dag-2")
    #expect(reply.text.contains("href=\"\(there)/dag-2\" aria-current=\"page\""))
    #expect(reply.text.contains("href=\"\(there)/dag-1\""))
  }

  @Test("A gathering that is not there is not found", arguments: ["dag-3", "..", "%27"])
  func unknown(_ id: String) async throws {
    #expect(try await [400, 404].contains(workday.console.get("\(base)/\(id)").status))
  }

  @Test("The run sheet of the day comes by itself, as the stream sends it")
  func live() async throws {
    let reply = try await workday.console.get("/api/console/\(room.trajectory.id)/run-sheet")
    #expect(reply.status == 200)
    #expect(reply.text.contains("\"gatherings\":[{"))
    #expect(reply.text.contains("\"expectedStart\":"))
  }
}
