import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("Plain forms")
struct FormTests {
  private let workday: Workday

  init() throws {
    workday = try Workday()
  }

  private func post(_ body: String, _ headers: [HTTPHeaders.Field] = []) async throws -> Reply {
    let own: [HTTPHeaders.Field] = [
      ("Content-Type", "application/x-www-form-urlencoded"), ("Origin", "http://\(Workday.host)"),
    ]
    return try await workday.console.send(.post, "/begeleider", headers: own + headers, body: Array(body.utf8))
  }

  @Test("A form may come urlencoded too")
  func urlencoded() async throws {
    let token = workday.application.pages.formToken.value
    let reply = try await post(
      "csrf=\(token)&house=Huis+van+het+Kind+Mol&date=2026-12-01&organisation=Stad&contact=014%201")
    #expect(reply.status == 303)
    #expect(try workday.application.library.room("mol-2026-12-01").trajectory.controller.contact == "014 1")
  }

  @Test("A form of an earlier run of the server gives back what was typed, and stores nothing")
  func stale() async throws {
    let reply = try await post("csrf=oud&house=%3Cb%3EHuis%3C%2Fb%3E&date=2026-12-01")
    #expect(reply.status == 403)
    #expect(reply.text.contains("name=\"house\" value=\"&lt;b&gt;Huis&lt;/b&gt;\""))
    #expect(reply.text.contains(workday.application.pages.formToken.value))
    #expect(!reply.text.contains("oud"))
    #expect(reply.headers["Referrer-Policy"] == "same-origin")
    #expect(workday.application.library.ids().isEmpty)
  }

  @Test("A form that does not say where it comes from gets nothing back")
  func nowhere() async throws {
    let headers: [HTTPHeaders.Field] = [("Content-Type", "application/x-www-form-urlencoded")]
    let body = Array("csrf=oud&house=Huis".utf8)
    let reply = try await workday.console.send(.post, "/begeleider", headers: headers, body: body)
    #expect(reply.status == 403)
    #expect(!reply.text.contains("Huis"))
  }

  @Test("A form from another site's page is refused", arguments: ["https://elders.example", "null"])
  func elsewhere(_ origin: String) async throws {
    let headers: [HTTPHeaders.Field] = [("Content-Type", "application/x-www-form-urlencoded"), ("Origin", origin)]
    let token = workday.application.pages.formToken.value
    let body = Array("csrf=\(token)&house=Huis&date=2026-12-01&organisation=Stad&contact=014".utf8)
    #expect(try await workday.console.send(.post, "/begeleider", headers: headers, body: body).status == 403)
    #expect(workday.application.library.ids().isEmpty)
  }

  @Test("Bytes that are no text are 400")
  func noText() async throws {
    let headers: [HTTPHeaders.Field] = [
      ("Content-Type", "application/x-www-form-urlencoded"), ("Origin", "http://\(Workday.host)"),
    ]
    let reply = try await workday.console.send(.post, "/begeleider", headers: headers, body: [0x61, 0x3D, 0xFF])
    #expect(reply.status == 400)
  }

  @Test("What a field holds is text, and what cannot be a date stays in sight")
  func drawing() throws {
    var draft = TrajectoryDraft()
    draft[.date] = "31/02/2026"
    let view = FormView(
      draft: draft, faults: draft.faults(), section: "home.fields", words: try .shipped(), prefix: "nieuw", version: 3)
    let context = view.context([.date(.date).required, .hidden(.house)], token: workday.application.pages.formToken)
    let field = try #require((context["fields"] as? [[String: Any]])?.first)
    #expect(field["id"] as? String == "field-nieuw-date")
    #expect((field["input"] as? [String: Any])?["type"] as? String == "text")
    #expect(field["describedBy"] as? String == "help-nieuw-date error-nieuw-date")
    let hidden = (context["hidden"] as? [[String: Any]] ?? []).compactMap { $0["hiddenName"] as? String }
    #expect(hidden == ["csrf", "version", "house"])
  }
}
