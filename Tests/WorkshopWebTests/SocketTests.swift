import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("The product behind a real socket")
struct SocketTests {
  /// A server on a port that the system chose, which stops with the test.
  private final class Listening {
    let workday: Workday
    let room: LiveRoom
    let server: HTTPServer

    init() throws {
      workday = try Workday()
      room = try workday.create()
      server = try HTTPServer(
        configuration: HTTPServerConfiguration(host: "127.0.0.1", port: 0, threads: 2), application: workday.application
      )
      workday.hosts.listens(on: server.port)
      try server.start()
    }

    deinit {
      workday.application.library.endStreams()
      server.stop(deadline: .seconds(5))
    }

    var host: String { "Host: 127.0.0.1:\(server.port)\r\n" }

    func joined() throws -> String {
      let token = try room.store.read { try $0.joinKeys().token }
      let reply = try send("POST", "/api/join", body: "{\"token\":\"\(token)\"}")
      return "Cookie: \(reply.headers["set-cookie"]?.prefix { $0 != ";" } ?? "")\r\n"
    }

    func send(_ method: String, _ path: String, body: String, _ more: String = "") throws -> RawClient.Response {
      let client = try RawClient(port: server.port)
      let head = "\(method) \(path) HTTP/1.1\r\n\(host)X-Werkdag: 1\r\nContent-Type: application/json\r\n"
      client.send("\(head)\(more)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      return try client.response()
    }

    func stream(_ path: String, _ more: String) throws -> RawClient {
      let client = try RawClient(port: server.port)
      client.send("GET \(path) HTTP/1.1\r\n\(host)\(more)\r\n")
      return client
    }
  }

  @Test("A phone's stream begins with the room and follows every change of it")
  func phoneStream() throws {
    let listening = try Listening()
    let stream = try listening.stream("/api/events", try listening.joined())
    let head = try stream.read(upTo: "\r\n\r\n").lowercased()
    #expect(head.contains("text/event-stream"))
    #expect(head.contains("x-content-type-options: nosniff"))
    try listening.room.open("verhaal")
    #expect(try stream.read(upTo: "\"step\":\"verhaal\"").contains("event: room"))
    try listening.room.open("droom")
    #expect(try stream.read(upTo: "\"step\":\"droom\"").contains("event: room"))
  }

  @Test("The projector's stream brings what is released, and nothing of what waits")
  func screenStream() throws {
    let listening = try Listening()
    let stream = try listening.stream("/api/screen/\(listening.room.trajectory.id)/events?after=1", "")
    try listening.room.keep(SubmissionSample(.story, 1).with("title", .text("wacht-nog")))
    try listening.room.keep(SubmissionSample(.story, 2).with("title", .text("nu-te-zien")), released: true)
    let received = try stream.read(upTo: "nu-te-zien")
    #expect(received.contains("event: item"))
    #expect(!received.contains("wacht-nog"))
  }

  @Test("A story is stored, and JSON of more than 64 KB refused before it is read")
  func submitting() throws {
    let listening = try Listening()
    let cookie = try listening.joined()
    let story = String(decoding: try SubmissionSample(.story).json(), as: UTF8.self)
    let stored = try listening.send("POST", "/api/contributions", body: story, cookie)
    #expect(stored.status == 201)
    #expect(stored.headers["x-content-type-options"] == "nosniff")
    let large = try listening.send("POST", "/api/contributions", body: String(repeating: " ", count: 65_537), cookie)
    #expect(large.status == 413)
    #expect(large.headers["content-type"] == "application/problem+json")
  }

  @Test("What the server itself refuses is said in the product's words")
  func serverRefusals() throws {
    let listening = try Listening()
    let twoHosts = try listening.send("POST", "/api/join", body: "{}", "Host: evil.example\r\n")
    #expect(twoHosts.status == 400)
    #expect(twoHosts.body.contains("/problemen/badRequest"))
    let dots = try listening.send("GET", "/assets/../Pages/home.mustache", body: "")
    #expect(dots.status == 400)
  }
}
