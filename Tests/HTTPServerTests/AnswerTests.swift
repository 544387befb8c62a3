import Foundation
import HTTPServer
import Testing
import WorkshopTestSupport

@Suite("Answers")
struct AnswerTests {
  /// Answers from a thread of its own, a moment later.
  private static let deferring = TestApplication(respond: { request in
    .deferred { responder in
      Thread.detachNewThread {
        usleep(1000)
        responder.respond(.text("later \(request.head.path)", status: .created))
        responder.respond(.text("again"))
      }
    }
  })

  @Test("A connection is kept over many requests")
  func keepAlive() throws {
    try withServer { server in
      let client = try RawClient(port: server.port)
      for number in 0..<50 {
        #expect(try client.get("/\(number)").body == "GET /\(number) 0")
        #expect(try client.post("/\(number)", body: "x").body == "POST /\(number) 1")
      }
      #expect(server.openConnections == 1)
    }
  }

  @Test("Requests sent in one go are answered in order")
  func pipelined() throws {
    try withServer(Self.deferring) { server in
      let client = try RawClient(port: server.port)
      client.send((0..<5).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
      for number in 0..<5 { #expect(try client.response().body == "later /\(number)") }
    }
  }

  @Test("HEAD is answered as GET without a body")
  func head() throws {
    try withServer { server in
      let client = try RawClient(port: server.port)
      let response = try client.get("/a", method: "HEAD")
      #expect(response.status == 200)
      #expect(response.headers["content-length"] == "9")
      #expect(try client.get("/b").body == "GET /b 0")
    }
  }

  @Test("A client that waits for 100 Continue gets it, or its refusal")
  func expectContinue() throws {
    try withServer { server in
      let client = try RawClient(port: server.port)
      client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
      #expect(try client.read(upTo: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
      client.send("hi")
      #expect(try client.response().body == "POST / 2")
      client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999\r\n\r\n")
      #expect(try client.response().status == 413)
    }
  }

  @Test("A deferred answer from another thread arrives once, and the connection is kept")
  func deferred() throws {
    try withServer(Self.deferring) { server in
      let client = try RawClient(port: server.port)
      for number in 0..<20 {
        let response = try client.post("/\(number)", body: "x")
        #expect(response.status == 201)
        #expect(response.body == "later /\(number)")
      }
    }
  }

  @Test("An answer given before the closure returns arrives too")
  func answeredAtOnce() throws {
    let application = TestApplication(respond: { _ in .deferred { $0.respond(.text("now")) } })
    try withServer(application) { server in
      let client = try RawClient(port: server.port)
      for _ in 0..<20 { #expect(try client.get("/").body == "now") }
    }
  }

  @Test("A responder that is let go of answers 500")
  func forgotten() throws {
    try withServer(TestApplication(respond: { _ in .deferred { _ in } })) { server in
      let response = try RawClient(port: server.port).get("/")
      #expect(response.status == 500)
      #expect(response.body == "refused: unanswered")
    }
  }

  @Test("An answer for a client that is gone does no harm")
  func clientGone() throws {
    try withServer(Self.deferring) { server in
      for _ in 0..<20 {
        let client = try RawClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      }
      #expect(eventually { server.openConnections == 0 })
      #expect(try RawClient(port: server.port).get("/").status == 201)
    }
  }

  @Test("A hundred clients at a time are each answered")
  func parallel() throws {
    try withServer(Self.deferring) { server in
      let clients = try (0..<100).map { _ in try RawClient(port: server.port) }
      for round in 0..<3 {
        for (number, client) in clients.enumerated() {
          client.send("GET /\(round)/\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
        }
        for (number, client) in clients.enumerated() {
          #expect(try client.response().body == "later /\(round)/\(number)")
        }
      }
    }
  }

  @Test("A refused request's small body is read away and the connection kept")
  func refusedBody() throws {
    let refusing = TestApplication(admit: { head in
      head.method == .post ? .refuse(.text("no", status: .unauthorized)) : .accept(.none)
    })
    try withServer(refusing) { server in
      let client = try RawClient(port: server.port)
      let response = try client.post("/", body: String(repeating: "x", count: 20_000))
      #expect(response.status == 401)
      #expect(response.body == "no")
      #expect(try client.get("/").status == 200)
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n")
      #expect(try client.response().status == 401)
      #expect(client.isClosedByServer())
    }
  }

  @Test("Headers are found whatever their case, cookies by name")
  func receivedHeaders() throws {
    let application = TestApplication(respond: { request in
      let head = request.head
      return .response(
        .text(
          "\(head.headers["x-one"] ?? "nil") \(head.headers.all("X-TWO")) \(head.cookie("b") ?? "nil") "
            + "\(head.cookie("c") ?? "nil") \(head.cookie("d") ?? "nil") \(head.peer.isLoopback) \(head.isSecure)"))
    })
    try withServer(application) { server in
      let fields = "X-ONE:  een \t\r\nx-two: 1\r\nX-Two: 2\r\nCookie: a=1; b=two=2; c=\"q\"\r\n"
      let response = try RawClient(port: server.port).get("/", fields)
      #expect(response.body == #"een ["1", "2"] two=2 q nil true false"#)
    }
  }

  @Test("A response with a line break in a header becomes a 500, never two headers")
  func brokenResponseHeader() throws {
    let application = TestApplication(respond: { request in
      .response(HTTPResponse(status: .ok, headers: ["X-Name": "a\r\nSet-Cookie: b=c"]))
    })
    try withServer(application) { server in
      let response = try RawClient(port: server.port).get("/")
      #expect(response.status == 500)
      #expect(response.headers["set-cookie"] == nil)
    }
  }

  @Test("A port that is taken is an error with its address")
  func portTaken() throws {
    try withServer { server in
      let configuration = HTTPServerConfiguration(port: server.port)
      let error = #expect(throws: HTTPServerError.self) {
        try HTTPServer(configuration: configuration, application: TestApplication())
      }
      #expect(error?.subject == "127.0.0.1:\(server.port)")
    }
  }
}
