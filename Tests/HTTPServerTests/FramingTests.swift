import HTTPServer
import Testing
import WorkshopTestSupport

@Suite("Framing")
struct FramingTests {
  /// The status for the exact bytes, with what follows once the connection is closed.
  private func status(_ request: String) throws -> Int {
    var status = 0
    try withServer { server in
      let client = try RawClient(port: server.port)
      client.send(request)
      status = try client.response().status
      #expect(client.isClosedByServer())
    }
    return status
  }

  @Test("A second Host header is refused and the connection closed")
  func secondHost() throws {
    #expect(try status("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == 400)
  }

  @Test("A request of HTTP/1.1 without Host is refused")
  func noHost() throws {
    #expect(try status("GET / HTTP/1.1\r\n\r\n") == 400)
  }

  @Test("Two Content-Lengths are refused, also where they agree")
  func secondContentLength() throws {
    #expect(try status("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nhi") == 400)
  }

  @Test("Content-Length with Transfer-Encoding is refused")
  func lengthWithCoding() throws {
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(try status(head + "2\r\nhi\r\n0\r\n\r\n") == 400)
  }

  @Test(
    "A length or a coding that cannot be trusted is refused",
    arguments: [
      "Content-Length: -1", "Content-Length: +2", "Content-Length: 2, 2", "Content-Length: 0x2",
      "Transfer-Encoding: gzip", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
      "Transfer-Encoding: identity",
    ])
  func brokenLength(field: String) throws {
    #expect(try status("POST / HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n") == 400)
  }

  @Test(
    "A target that is not a plain path is refused",
    arguments: [
      "/a/../b", "/a/%2e%2E/b", "/..", "/a/..%2fb", "/a%2f..%2fb", "/./a", "/a%00b", "/a?b=%00", "/a%", "/a%4", "/a%zz",
      "/%ff", "/%c3%28", "/\u{1}", "a", "http://a/", "*", "/a#b",
    ])
  func brokenTarget(target: String) throws {
    #expect(try status("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n") == 400)
  }

  @Test(
    "A NUL is refused wherever it hides",
    arguments: [
      "GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n",
      "GET / HTTP/1.1\r\nX: a\0b\r\nHost: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: a\0\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX\0: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nX: \0a\r\n\r\n",
    ])
  func hiddenNUL(request: String) throws {
    #expect(try status(request) == 400)
  }

  @Test(
    "Folded lines, bare line feeds and blanks before the colon are refused",
    arguments: [
      "Host: a\r\nX: a\r\n b\r\n\r\n", "Host: a\nX: a\r\n\r\n", "Host: a\r\nX : a\r\n\r\n",
      "Host: a\r\nno colon\r\n\r\n",
      "Host: a\r\n: a\r\n\r\n", "Host: a\r\nX: a\u{7}\r\n\r\n",
    ])
  func brokenFields(fields: String) throws {
    #expect(try status("GET / HTTP/1.1\r\n\(fields)") == 400)
  }

  @Test("A hidden second request is never answered")
  func smuggledRequest() throws {
    try withServer { server in
      let client = try RawClient(port: server.port)
      let smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
      client.send(smuggled)
      #expect(try client.response().status == 400)
      #expect(throws: RawClient.Failure.self) { try client.response() }
    }
  }

  @Test("A path arrives decoded, its segments each by itself")
  func decodedPath() throws {
    let application = TestApplication(respond: { request in
      let values = request.head.query.all("q") + [request.head.query.first("leeg") ?? "nil"]
      return .response(.text("\(request.head.path) \(request.head.pathSegments) \(values)"))
    })
    try withServer(application) { server in
      let client = try RawClient(port: server.port)
      let response = try client.get("/caf%C3%A9/a%2Fb?q=1+2&q=%26&x=y&leeg")
      #expect(response.body == #"/café/a/b ["café", "a/b"] ["1 2", "&", ""]"#)
    }
  }

  @Test("Another method is answered 405 with Allow, and the connection stays")
  func unknownMethod() throws {
    try withServer { server in
      let client = try RawClient(port: server.port)
      for method in ["OPTIONS", "TRACE", "BREW", "get"] {
        let response = try client.get("/", method: method)
        #expect(response.status == 405)
        #expect(response.headers["allow"] == "GET, HEAD, POST, PUT, PATCH, DELETE")
      }
      #expect(try client.get("/").status == 200)
    }
  }
}
