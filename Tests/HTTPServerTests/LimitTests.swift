import Glibc
import HTTPServer
import Testing
import WorkshopTestSupport

@Suite("Limits")
struct LimitTests {
  private static let ten = TestApplication(admit: { _ in
    .accept(BodyPolicy(maximumBytes: 10, deadline: .seconds(5)))
  })

  @Test("A Content-Length over the limit is refused before a byte of the body")
  func promisedTooMuch() throws {
    try withServer(Self.ten) { server in
      let client = try RawClient(port: server.port)
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n")
      let response = try client.response()
      #expect(response.status == 413)
      #expect(response.headers["connection"] == "close")
      #expect(response.body == "refused: bodyTooLarge(limit: 10)")
      #expect(client.isClosedByServer())
    }
  }

  @Test("A client that is still sending a large body gets to read its refusal")
  func refusalSurvivesUpload() throws {
    try withServer(Self.ten) { server in
      let client = try RawClient(port: server.port)
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n")
      client.send(bytes: [UInt8](repeating: 65, count: 900_000))
      #expect(try client.response().status == 413)
      #expect(client.isClosedInOrder())
    }
  }

  @Test("A chunked body is refused as soon as it is over the limit")
  func chunkedTooMuch() throws {
    try withServer(Self.ten) { server in
      let client = try RawClient(port: server.port)
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n3\r\n901\r\n")
      #expect(try client.response().status == 413)
      #expect(client.isClosedByServer())
    }
  }

  @Test("A body of exactly the limit arrives, by length or in chunks")
  func exactlyTheLimit() throws {
    try withServer(Self.ten) { server in
      let client = try RawClient(port: server.port)
      #expect(try client.post("/", body: "1234567890").body == "POST / 10")
      client.send(
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n5\r\n67890\r\n0\r\n\r\n")
      #expect(try client.response().body == "POST / 10")
    }
  }

  @Test("A photo of ten megabytes arrives whole")
  func largeBody() throws {
    let application = TestApplication(
      admit: { _ in .accept(.photo) },
      respond: { request in
        .response(.text("\(request.body.count) \(request.body.allSatisfy { $0 == 7 })"))
      })
    try withServer(application) { server in
      let client = try RawClient(port: server.port)
      let size = 10 * 1024 * 1024
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n")
      client.send(bytes: [UInt8](repeating: 7, count: size))
      #expect(try client.response().body == "\(size) true")
    }
  }

  @Test(
    "Headers of nearly 6 KB pass, 3 KB of cookies too; above it 431",
    arguments: [("X-Long", 5950, 6200), ("Cookie", 3000, 3900)])
  func headerSize(name: String, passing: Int, refused: Int) throws {
    let application = TestApplication(respond: { _ in
      // As many headers as a page has: they share the connection's memory with the request's.
      var response = HTTPResponse.text("ok")
      response.headers.add(name: "Content-Security-Policy", value: String(repeating: "x", count: 1000))
      return .response(response)
    })
    try withServer(application) { server in
      let client = try RawClient(port: server.port)
      let field = "\(name): a=" + String(repeating: "b", count: passing) + "\r\n"
      for _ in 0..<3 { #expect(try client.get("/", field).status == 200) }
      let response = try client.get("/", "\(name): a=\(String(repeating: "b", count: refused))\r\n")
      #expect(response.status == 431)
      #expect(response.body == "refused: headersTooLarge")
      #expect(client.isClosedByServer())
    }
  }

  @Test("Headers far above the limit are refused too", arguments: [20_000, 200_000])
  func hugeHeaders(size: Int) throws {
    try withServer { server in
      let client = try RawClient(port: server.port)
      client.send("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: size))\r\n\r\n")
      #expect(try client.response().status == 431)
    }
  }

  @Test("Headers that take too long are told so, byte after byte")
  func headerDeadline() throws {
    try withServer(TestApplication(), { $0.headerDeadline = .milliseconds(200) }) { server in
      let client = try RawClient(port: server.port)
      client.send("GET / HTTP/1.1\r\nHost: a\r\n")
      for _ in 0..<40 where server.openConnections > 0 {
        client.send("X: y\r\n")
        usleep(10_000)
      }
      #expect(try client.response().status == 408)
      #expect(client.isClosedByServer())
    }
  }

  @Test("A connection that never says anything is closed")
  func silentConnection() throws {
    try withServer(TestApplication(), { $0.headerDeadline = .milliseconds(200) }) { server in
      let client = try RawClient(port: server.port)
      #expect(client.isClosedByServer())
      #expect(eventually { server.openConnections == 0 })
    }
  }

  @Test("A kept connection waits for its next request until the idle time is over")
  func idleConnection() throws {
    let short: (inout HTTPServerConfiguration) -> Void = {
      $0.headerDeadline = .milliseconds(200)
      $0.idleTimeout = .milliseconds(900)
    }
    try withServer(TestApplication(), short) { server in
      let client = try RawClient(port: server.port)
      #expect(try client.get("/").status == 200)
      usleep(500_000)
      #expect(try client.get("/").status == 200)
      #expect(client.isClosedByServer())
    }
  }

  @Test("A body that takes too long is told so")
  func bodyDeadline() throws {
    let slow = TestApplication(admit: { _ in .accept(BodyPolicy(maximumBytes: 1000, deadline: .milliseconds(300))) })
    try withServer(slow) { server in
      let client = try RawClient(port: server.port)
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n")
      for _ in 0..<100 where server.openConnections > 0 {
        client.send("x")
        usleep(10_000)
      }
      let response = try client.response()
      #expect(response.status == 408)
      #expect(response.body == "refused: deadline")
      #expect(client.isClosedByServer())
    }
  }

  @Test("A body below its minimum rate is told so, one above it arrives")
  func minimumRate() throws {
    let policy = BodyPolicy(maximumBytes: 1_000_000, deadline: .seconds(60), minimumBytesPerSecond: 1000)
    try withServer(TestApplication(admit: { _ in .accept(policy) }), { $0.rateGrace = .milliseconds(100) }) { server in
      let slow = try RawClient(port: server.port)
      slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\nx")
      #expect(try slow.response().status == 408)
      let fast = try RawClient(port: server.port)
      fast.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n")
      fast.send(bytes: [UInt8](repeating: 65, count: 600_000))
      usleep(600_000)
      fast.send(bytes: [UInt8](repeating: 65, count: 300_000))
      #expect(try fast.response().body == "POST / 900000")
    }
  }

  @Test("A connection over the limit is answered 503 with Retry-After; a place freed is taken")
  func connectionLimit() throws {
    try withServer(TestApplication(), { $0.connectionLimit = 3 }) { server in
      var clients = try (0..<3).map { _ in try RawClient(port: server.port) }
      for client in clients { #expect(try client.get("/").status == 200) }
      let surplus = try RawClient(port: server.port)
      surplus.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      let response = try surplus.response()
      #expect(response.status == 503)
      #expect(response.headers["retry-after"] != nil)
      #expect(surplus.isClosedByServer())
      clients.removeLast()
      #expect(eventually { server.openConnections == 2 })
      #expect(try RawClient(port: server.port).get("/").status == 200)
    }
  }

  @Test(
    "The reserve is for this machine: another address is shed before the limit",
    .enabled(if: ownAddress() != nil, "this machine has no address but loopback"))
  func reservedConnections() throws {
    let host = try #require(ownAddress())
    let full: (inout HTTPServerConfiguration) -> Void = {
      $0.host = "0.0.0.0"
      $0.connectionLimit = 3
      $0.reservedConnections = 2
    }
    try withServer(TestApplication(), full) { server in
      let phone = try RawClient(port: server.port, host: host)
      #expect(try phone.get("/").status == 200)
      let second = try RawClient(port: server.port, host: host)
      second.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try second.response().status == 503)
      #expect(try RawClient(port: server.port).get("/").status == 200)
    }
  }
}

/// An IPv4 address of this machine other than loopback; nil where it has none.
private func ownAddress() -> String? {
  var list: UnsafeMutablePointer<ifaddrs>?
  guard getifaddrs(&list) == 0 else { return nil }
  defer { freeifaddrs(list) }
  for entry in sequence(first: list, next: { $0?.pointee.ifa_next }) {
    guard let address = entry?.pointee.ifa_addr, Int32(address.pointee.sa_family) == AF_INET else { continue }
    var text = [CChar](repeating: 0, count: 64)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    guard getnameinfo(address, size, &text, 64, nil, 0, NI_NUMERICHOST) == 0 else { continue }
    let host = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if !host.hasPrefix("127.") { return host }
  }
  return nil
}
