import Glibc
import Logging
import Synchronization

/// What libmicrohttpd's callbacks share: the application, the limits, and who is waiting for what.
final class ServerCore: Sendable {
  /// Requests whose answer is under way, so that stopping can wait for them.
  struct Deferred {
    var exchanges: [ObjectIdentifier: Exchange] = [:]
    var isClosed = false
  }

  struct Streams {
    var streams: [ObjectIdentifier: EventStream] = [:]
    var isClosed = false
  }

  let configuration: HTTPServerConfiguration
  let application: any HTTPApplication
  let registry = ConnectionRegistry()
  let broadcaster: Broadcaster
  let sweeper: Sweeper
  let acceptor: Acceptor
  let deferred = Locked(Deferred())
  let streams = Locked(Streams())
  /// Requests from their first line to their last byte sent.
  let activeExchanges = Atomic<Int>(0)
  let isStopping = Atomic<Bool>(false)

  var isTLS: Bool { configuration.tls != nil }
  var logger: Logger { configuration.logger }

  init(
    configuration: HTTPServerConfiguration, application: any HTTPApplication, socket: ListeningSocket,
    handOver: @escaping @Sendable (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
  ) throws(HTTPServerError) {
    self.configuration = configuration
    self.application = application
    broadcaster = Broadcaster(heartbeat: configuration.heartbeat)
    let isTLS = configuration.tls != nil
    let interval = min(.milliseconds(250), configuration.headerDeadline / 4)
    let sweeper = Sweeper(registry: registry, interval: interval, grace: configuration.rateGrace) { head in
      // Under TLS only libmicrohttpd can write; the client sees the connection end.
      isTLS
        ? [] : application.completeResponse(for: .deadline, head: head).closingBytes(withoutBody: head?.method == .head)
    }
    self.sweeper = sweeper
    acceptor = try Acceptor(
      socket: socket, limit: Self.connectionLimit(configuration), reserved: configuration.reservedConnections,
      handOver: handOver,
      shed: { descriptor in
        let bytes = isTLS ? [] : application.completeResponse(for: .tooManyConnections, head: nil).closingBytes()
        sweeper.refuse(bytes, on: descriptor)
      })
  }

  /// Raises the number of open files as far as the system lets us, and leaves some of it for files.
  private static func connectionLimit(_ configuration: HTTPServerConfiguration) -> Int {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0 else { return configuration.connectionLimit }
    limit.rlim_cur = limit.rlim_max
    // Where raising is refused, the second look finds the old limit.
    _ = setrlimit(files, &limit)
    _ = getrlimit(files, &limit)
    let allowed = Int(clamping: limit.rlim_cur)
    return min(configuration.connectionLimit, max(64, allowed - 256))
  }

  func response(for refusal: HTTPRefusal, head: RequestHead?) -> HTTPResponse {
    application.completeResponse(for: refusal, head: head)
  }
}
