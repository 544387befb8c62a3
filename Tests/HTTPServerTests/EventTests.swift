import Glibc
import HTTPServer
import Testing
import WorkshopTestSupport

@Suite("Event streams")
struct EventTests {
  /// Follows `/` after the id in `Last-Event-ID`; a hello first where there is none.
  private func application(_ channel: EventChannel) -> TestApplication {
    TestApplication(respond: { request in
      let id = request.head.headers["last-event-id"].flatMap { Int64($0) }
      let hello = ServerSentEvent(id: id ?? 0, name: "hello", data: Array("you".utf8))
      return .events(channel.subscribe(after: id ?? 0, preamble: id == nil ? [hello] : []))
    })
  }

  private func follow(_ server: HTTPServer, after id: Int64? = nil) throws -> RawClient {
    let client = try RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\(id.map { "Last-Event-ID: \($0)\r\n" } ?? "")\r\n")
    try client.read(upTo: "retry: 2000\n\n")
    return client
  }

  private func event(_ id: Int64, _ text: String = "x") -> ServerSentEvent {
    ServerSentEvent(id: id, name: "story", data: Array(text.utf8))
  }

  @Test("A stream begins with its headers, its retry time and the preamble")
  func preamble() throws {
    let channel = EventChannel(name: "test", retaining: 10, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let client = try RawClient(port: server.port)
      client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      let response = try client.response()
      #expect(response.headers["content-type"] == "text/event-stream; charset=utf-8")
      #expect(response.headers["cache-control"] == "no-store")
      try client.read(upTo: "retry: 2000\n\nid: 0\nevent: hello\ndata: you\n\n")
    }
  }

  @Test("Each event reaches every stream, in order")
  func live() throws {
    let channel = EventChannel(name: "test", retaining: 100, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let clients = try (0..<20).map { _ in try follow(server) }
      #expect(eventually { channel.subscriberCount == 20 })
      #expect(server.openStreams == 20)
      for id in 1...50 { channel.publish(event(Int64(id), "verhaal \(id)")) }
      for client in clients {
        for id in 1...50 {
          let text = try client.read(upTo: "data: verhaal \(id)\n\n")
          #expect(text.hasSuffix("id: \(id)\nevent: story\ndata: verhaal \(id)\n\n"))
        }
      }
    }
  }

  @Test("An event larger than a connection's memory arrives whole")
  func largeEvent() throws {
    let channel = EventChannel(name: "test", retaining: 10, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let client = try follow(server, after: 0)
      let text = String(repeating: "0123456789", count: 10_000)
      channel.publish(event(1, text + "einde"))
      // Chunk borders stand between the bytes.
      #expect(try client.read(upTo: "einde").utf8.count >= 100_000)
    }
  }

  @Test("Line breaks of every kind in the data become lines of the event")
  func lines() throws {
    let channel = EventChannel(name: "test", retaining: 10, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let client = try follow(server, after: 0)
      channel.publish(event(1, "a\nb\r\nc\rd\n"))
      try client.read(upTo: "data: a\ndata: b\ndata: c\ndata: d\ndata: \n\n")
    }
  }

  @Test("Who comes back gets exactly what was missed, then what is new")
  func replay() throws {
    let channel = EventChannel(name: "test", retaining: 10, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let first = try follow(server)
      for id in 1...3 { channel.publish(event(Int64(id))) }
      try first.read(upTo: "id: 3\n")
      for id in 4...6 { channel.publish(event(Int64(id))) }
      let second = try follow(server, after: 4)
      #expect(try !second.read(upTo: "id: 5\n").contains("id: 4\n"))
      try second.read(upTo: "id: 6\n")
      channel.publish(event(7))
      try second.read(upTo: "id: 7\n")
    }
  }

  @Test("An event that was replayed already is not sent again when it is published late")
  func publishedLate() throws {
    let channel = EventChannel(name: "test", retaining: 10, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let client = try follow(server, after: 5)
      for id in 4...6 { channel.publish(event(Int64(id))) }
      let text = try client.read(upTo: "id: 6\n")
      #expect(!text.contains("id: 4\n") && !text.contains("id: 5\n"))
    }
  }

  @Test("A channel knows how far back it reaches")
  func reach() {
    let channel = EventChannel(name: "test", retaining: 3, delivery: .everyEvent, startingAfter: 10)
    #expect(channel.latestID == 10)
    #expect(channel.reaches(10))
    #expect(!channel.reaches(9))
    for id in 11...13 { channel.publish(event(Int64(id))) }
    #expect(channel.reaches(10))
    channel.publish(event(14))
    #expect(!channel.reaches(10))
    #expect(channel.reaches(11))
    #expect(channel.latestID == 14)
  }

  @Test("With only the latest wanted, a burst arrives as its first and its last state")
  func coalesced() throws {
    let channel = EventChannel(name: "test", retaining: 4, delivery: .latestOnly(minimumInterval: .milliseconds(200)))
    try withServer(application(channel)) { server in
      let client = try follow(server, after: 0)
      #expect(eventually { channel.subscriberCount == 1 })
      channel.publish(event(1))
      try client.read(upTo: "id: 1\n")
      for id in 2...500 { channel.publish(event(Int64(id))) }
      let text = try client.read(upTo: "id: 500\n")
      #expect(text.components("id: ") == 1)
      channel.publish(event(501))
      try client.read(upTo: "id: 501\n")
    }
  }

  @Test("Who joins a coalesced channel gets its newest state at once")
  func newestState() throws {
    let channel = EventChannel(name: "test", retaining: 1, delivery: .latestOnly(minimumInterval: .seconds(60)))
    for id in 1...9 { channel.publish(event(Int64(id), "stand \(id)")) }
    try withServer(application(channel)) { server in
      let client = try follow(server, after: 3)
      #expect(try client.read(upTo: "data: stand 9\n\n").components("data: ") == 1)
      let second = try follow(server, after: 9)
      #expect(eventually { channel.subscriberCount == 2 })
      channel.close()
      #expect(try !second.read(upTo: "0\r\n\r\n").contains("data: "))
    }
  }

  @Test("A quiet stream sends comments")
  func heartbeat() throws {
    let channel = EventChannel(name: "test", retaining: 4, delivery: .everyEvent)
    try withServer(application(channel), { $0.heartbeat = .milliseconds(100) }) { server in
      let client = try follow(server, after: 0)
      for _ in 0..<3 { try client.read(upTo: "\n:\n\n") }
      channel.publish(event(1))
      try client.read(upTo: "id: 1\n")
      try client.read(upTo: ":\n\n")
    }
  }

  @Test("A client that is gone frees its place at the next heartbeat")
  func deadClient() throws {
    let channel = EventChannel(name: "test", retaining: 4, delivery: .everyEvent)
    try withServer(application(channel), { $0.heartbeat = .milliseconds(100) }) { server in
      let staying = try follow(server, after: 0)
      do {
        let leaving = try (0..<10).map { _ in try follow(server, after: 0) }
        #expect(eventually { server.openStreams == 11 })
        #expect(leaving.count == 10)
      }
      #expect(eventually { server.openStreams == 1 && server.openConnections == 1 })
      #expect(channel.subscriberCount == 1)
      channel.publish(event(1))
      try staying.read(upTo: "id: 1\n")
    }
  }

  @Test("A stream that does not read is ended once the channel has moved on")
  func slowReader() throws {
    let channel = EventChannel(name: "test", retaining: 4, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let slow = try RawClient(port: server.port, receiveBuffer: 4096)
      slow.send("GET / HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 0\r\n\r\n")
      let quick = try follow(server, after: 0)
      #expect(eventually { server.openStreams == 2 })
      let big = String(repeating: "x", count: 400_000)
      for id in 1...25 {
        channel.publish(event(Int64(id), big))
        try quick.read(upTo: "id: \(id)\n")
      }
      // Reads at last: what was under way, then the end.
      try slow.read(upTo: "\r\n0\r\n\r\n")
      #expect(eventually { server.openStreams == 1 })
    }
  }

  @Test("Shedding ends the newest streams, closing ends all")
  func shedding() throws {
    let channel = EventChannel(name: "test", retaining: 4, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let clients = try (0..<10).map { _ in try follow(server, after: 0) }
      #expect(eventually { channel.subscriberCount == 10 })
      channel.shed(4)
      #expect(eventually { channel.subscriberCount == 6 })
      channel.publish(event(1))
      try clients[0].read(upTo: "id: 1\n")
      try clients[9].read(upTo: "0\r\n\r\n")
      channel.close()
      #expect(eventually { server.openStreams == 0 })
      let late = try follow(server)
      #expect(try late.read(upTo: "0\r\n\r\n").contains("event: hello"))
    }
  }

  @Test("A connection whose stream has ended serves its next request")
  func afterTheStream() throws {
    let channel = EventChannel(name: "test", retaining: 4, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let client = try follow(server, after: 0)
      #expect(eventually { channel.subscriberCount == 1 })
      channel.shed(1)
      try client.read(upTo: "0\r\n\r\n")
      #expect(try client.get("/", method: "HEAD").status == 200)
    }
  }

  @Test("Publishing from many threads while streams come and go loses nothing")
  func busy() throws {
    let channel = EventChannel(name: "test", retaining: 5000, delivery: .everyEvent)
    try withServer(application(channel)) { server in
      let clients = try (0..<10).map { _ in try follow(server, after: 0) }
      for id in 1...2000 {
        channel.publish(event(Int64(id)))
        if id % 100 == 0 { _ = try follow(server) }
      }
      // Alone and after the crowd, so that it comes in a piece of its own and can be waited for.
      usleep(300_000)
      channel.publish(event(2001))
      for client in clients {
        let text = try client.read(upTo: "id: 2001\n")
        // Where a buffer was full, the framing of a new chunk stands in the middle of an event.
        let whole = text.replacing(/\r\n[0-9a-fA-F]+\r\n/, with: "")
        #expect(whole.matches(of: /id: (\d+)/).compactMap { Int($0.1) } == Array(1...2001))
      }
    }
  }
}

extension String {
  /// How often the text occurs.
  fileprivate func components(_ text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
