import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What every answer tells the browser, and what every page escapes")
struct HardeningTests {
  private static let hostile = "<script>alert('huis')</script> \"&' {{house}} </title>"

  @Test("The phone page's policy names the hashes of the very style and script in it")
  func phoneHashes() async throws {
    let reply = try await Workday().stranger.get("/")
    let policy = try #require(reply.headers["Content-Security-Policy"])
    for element in ["script", "style"] {
      let inline = try #require(
        reply.text.firstMatch(of: try Regex("<\(element)>([\\s\\S]*?)</\(element)>"))?.output[1].substring)
      let hash = Data(Digest.sha256(Array(inline.utf8))).base64EncodedString()
      #expect(policy.contains("\(element)-src") && policy.contains("'sha256-\(hash)'"), "\(element)")
      // Another element of the kind without a hash would not run, and one with an attribute would go unnoticed here.
      #expect(reply.text.matches(of: try Regex("<\(element)[\\s>]")).count == (element == "script" ? 2 : 1))
    }
    #expect(!policy.contains("unsafe"))
    #expect(reply.text.firstMatch(of: /\son[a-z]+=/) == nil)
  }

  @Test("No page of ours has inline script, style or handlers")
  func noInline() async throws {
    let workday = try Workday()
    let room = try workday.create()
    for path in ["/begeleider", "/begeleider/\(room.trajectory.id)", "/scherm/\(room.trajectory.id)", "/terugnemen"] {
      let page = try await workday.console.get(path).text
      #expect(page.firstMatch(of: /<style|\sstyle=|\son[a-z]+=|javascript:/) == nil, "\(path)")
      #expect(page.matches(of: /<script(?![^>]*(src=|application\/json))/).isEmpty, "\(path)")
    }
  }

  @Test("Only the projector may be framed, and only by the product itself")
  func framing() async throws {
    let workday = try Workday()
    let room = try workday.create()
    func policy(_ path: String) async throws -> String {
      try await workday.console.get(path).headers["Content-Security-Policy"] ?? ""
    }
    #expect(try await policy("/scherm/\(room.trajectory.id)?klein=1").contains("frame-ancestors 'self'"))
    #expect(try await policy("/begeleider/\(room.trajectory.id)").contains("frame-ancestors 'none'"))
    #expect(try await policy("/begeleider").contains("frame-ancestors 'none'"))
  }

  @Test("Sessions are in cookies that no script and no other site can use")
  func cookies() async throws {
    let workday = try Workday()
    let room = try workday.create()
    let token = try room.store.read { try $0.joinKeys().token }
    let cookie = try await workday.stranger.post("/api/join", ["token": token]).headers["Set-Cookie"] ?? ""
    #expect(cookie.hasPrefix("werkdag_room=duffel-2026-11-20~"))
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Strict", "; Max-Age="] { #expect(cookie.contains(part)) }
    #expect(!cookie.contains("Secure"))
  }

  @Test("Behind a public address every cookie is Secure, and the address in the QR is the public one")
  func publicURL() async throws {
    let workday = try Workday(publicURL: "https://werkdag.example")
    let room = try workday.create()
    var phone = workday.stranger
    phone.host = "werkdag.example"
    let token = try room.store.read { try $0.joinKeys().token }
    let headers: [HTTPHeaders.Field] = [
      ("Origin", "https://werkdag.example"), ("X-Werkdag", "1"), ("Content-Type", "application/json"),
    ]
    let body = Array("{\"token\":\"\(token)\"}".utf8)
    let joined = try await phone.send(.post, "/api/join", headers: headers, body: body)
    #expect(joined.headers["Set-Cookie"]?.hasSuffix("; Secure") == true)
    var console = try workday.staff(.facilitator)
    console.host = "werkdag.example"
    let day = try await console.get("/api/console/\(room.trajectory.id)")
    #expect((day.object["join"] as? [String: Any])?["url"] as? String == "https://werkdag.example")
  }

  @Test("A house with a hostile name stays text on every page")
  func escaping() async throws {
    let workday = try Workday()
    let room = try workday.create(house: Self.hostile)
    for path in ["/begeleider", "/begeleider/\(room.trajectory.id)", "/scherm/\(room.trajectory.id)"] {
      let page = try await workday.console.get(path).text
      #expect(!page.contains("<script>alert"), "\(path)")
      #expect(page.contains("&lt;script&gt;alert"), "\(path)")
      #expect(page.contains("{{house}}"), "\(path)")
    }
    let report = try await workday.console.get("/begeleider/\(room.trajectory.id)/documenten/report.html")
    #expect(!report.text.contains("<script>alert"))
    #expect(report.headers["Content-Security-Policy"]?.contains("script-src") == false)
  }

  @Test("Words of ours inside a page cannot end the element they stand in")
  func embeddedWords() async throws {
    let workday = try Workday()
    let page = try await workday.stranger.get("/").text
    let words = try #require(page.firstMatch(of: /<script type="application\/json" id="words">([\s\S]*?)<\/script>/)?.1)
    #expect(!words.contains("<"))
    #expect((try? JSONSerialization.jsonObject(with: Data(words.utf8))) != nil)
  }

  @Test("A document's name in its header holds no quotes and no line ends")
  func fileName() async throws {
    let workday = try Workday()
    let room = try workday.create(house: "Huis \"van\" het Kind\r\nX-Kwaad: ja")
    let reply = try await workday.console.get("/begeleider/\(room.trajectory.id)/documenten/follow-up.ics")
    let disposition = reply.headers["Content-Disposition"] ?? ""
    #expect(disposition.firstMatch(of: /^attachment; filename="[A-Za-z0-9._-]+"$/) != nil)
  }

  @Test(
    "A document that does not exist is 404",
    arguments: ["report", "report.exe", "geheim.html", "report.html.html", ".html", "report.ics"])
  func unknownDocument(_ name: String) async throws {
    let workday = try Workday()
    let room = try workday.create()
    #expect(try await workday.console.get("/begeleider/\(room.trajectory.id)/documenten/\(name)").status == 404)
  }
}
