import Foundation
import HTTPServer
import Synchronization
import Testing
import WorkshopTestSupport

@Suite("Stopping")
struct StopTests {
  @Test("Stopping waits for a deferred answer that is under way")
  func awaitsDeferred() throws {
    let application = TestApplication(respond: { _ in
      .deferred { responder in
        Thread.detachNewThread {
          usleep(300_000)
          responder.respond(.text("stored", status: .created))
        }
      }
    })
    let server = try HTTPServer(configuration: HTTPServerConfiguration(), application: application)
    try server.start()
    let client = try RawClient(port: server.port)
    let idle = try RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    usleep(100_000)
    server.stop(deadline: .seconds(10))
    let response = try client.response()
    #expect(response.status == 201)
    #expect(response.headers["connection"] == "close")
    #expect(client.isClosedByServer())
    #expect(idle.isClosedByServer())
    #expect(throws: RawClient.Failure.self) { try RawClient(port: server.port) }
  }

  @Test("Answers that are not there by the deadline become 503, and a later one does no harm")
  func deadlinePasses() throws {
    let kept = Mutex<[Responder]>([])
    let application = TestApplication(respond: { _ in .deferred { responder in kept.withLock { $0.append(responder) } }
    })
    let server = try HTTPServer(configuration: HTTPServerConfiguration(), application: application)
    try server.start()
    let clients = try (0..<20).map { _ in try RawClient(port: server.port) }
    for client in clients { client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") }
    #expect(eventually { kept.withLock { $0.count } == 20 })
    server.stop(deadline: .milliseconds(100))
    for client in clients { #expect(try client.response().status == 503) }
    for responder in kept.withLock({ $0 }) { responder.respond(.text("too late")) }
    #expect(server.openConnections == 0)
  }

  @Test("While stopping, new requests and new connections are told 503")
  func refusesWhileStopping() throws {
    let application = TestApplication(respond: { request in
      guard request.head.path == "/slow" else { return .response(.text("ok")) }
      return .deferred { responder in
        Thread.detachNewThread {
          usleep(800_000)
          responder.respond(.text("slow"))
        }
      }
    })
    let server = try HTTPServer(configuration: HTTPServerConfiguration(), application: application)
    try server.start()
    let slow = try RawClient(port: server.port)
    let kept = try RawClient(port: server.port)
    #expect(try kept.get("/").status == 200)
    slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
    usleep(50_000)
    Thread.detachNewThread { server.stop(deadline: .seconds(10)) }
    usleep(200_000)
    #expect(try kept.get("/").status == 503)
    let late = try RawClient(port: server.port)
    late.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try late.response().status == 503)
    #expect(try slow.response().body == "slow")
    #expect(kept.isClosedByServer())
  }

  @Test("Stopping ends streams, waiting and busy ones alike")
  func endsStreams() throws {
    let channel = EventChannel(name: "test", retaining: 100, delivery: .everyEvent)
    let application = TestApplication(respond: { _ in .events(channel.subscribe(after: 0)) })
    let server = try HTTPServer(configuration: HTTPServerConfiguration(), application: application)
    try server.start()
    let clients = try (0..<50).map { _ in try RawClient(port: server.port) }
    for client in clients {
      client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      try client.read(upTo: "retry: 2000\n\n")
    }
    // Never read by its client: its socket fills up.
    let stuck = try RawClient(port: server.port)
    stuck.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(eventually { server.openStreams == 51 })
    for id in 1...40 {
      channel.publish(ServerSentEvent(id: Int64(id), name: "big", data: [UInt8](repeating: 65, count: 200_000)))
    }
    server.stop(deadline: .seconds(1))
    #expect(server.openStreams == 0)
    #expect(channel.subscriberCount == 0)
    for client in clients.prefix(5) { #expect(client.isClosedByServer()) }
  }

  @Test("Stopping under load never aborts")
  func underLoad() throws {
    for _ in 0..<5 {
      let channel = EventChannel(name: "test", retaining: 100, delivery: .latestOnly(minimumInterval: .milliseconds(1)))
      let application = TestApplication(respond: { request in
        guard request.head.path == "/events" else {
          channel.publish(ServerSentEvent(name: "tick", data: [65]))
          return .deferred { responder in Thread.detachNewThread { responder.respond(.text("ok")) } }
        }
        return .events(channel.subscribe(after: 0))
      })
      let server = try HTTPServer(configuration: HTTPServerConfiguration(), application: application)
      try server.start()
      let streams = try (0..<20).map { _ in try RawClient(port: server.port) }
      for client in streams { client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n") }
      let port = server.port
      let isDone = DispatchSemaphore(value: 0)
      for _ in 0..<4 {
        Thread.detachNewThread {
          defer { isDone.signal() }
          guard let client = try? RawClient(port: port) else { return }
          while let response = try? client.get("/"), response.status == 200 {}
        }
      }
      usleep(100_000)
      server.stop(deadline: .seconds(5))
      for _ in 0..<4 { isDone.wait() }
      #expect(server.openStreams == 0)
    }
  }

  @Test("A server that was stopped is not started again; stopping twice is nothing")
  func onlyOnce() throws {
    let server = try HTTPServer(configuration: HTTPServerConfiguration(), application: TestApplication())
    try server.start()
    #expect(throws: HTTPServerError.self) { try server.start() }
    server.stop(deadline: .seconds(1))
    server.stop(deadline: .seconds(1))
    #expect(throws: HTTPServerError.self) { try server.start() }
  }
}
