import CMicroHTTPD
import Glibc
import Logging
import Synchronization

/// An HTTP/1.1 server on libmicrohttpd.
///
/// It listens from `init` on, answers from ``start()`` on, and lives once: after ``stop(deadline:)`` it is not started
/// again.
public final class HTTPServer: Sendable {
  private enum State {
    case ready
    case running(Running)
    case stopped
  }

  /// Unchecked: the pointer is libmicrohttpd's own handle, whose functions may be called from any thread.
  private struct Running: @unchecked Sendable {
    let daemon: OpaquePointer
    let acceptor: ServerThread
    let others: [ServerThread]
  }

  /// Unchecked: written once, before the acceptor that reads it starts.
  private final class DaemonSlot: @unchecked Sendable {
    var daemon: OpaquePointer?
  }

  private let core: ServerCore
  private let socket: ListeningSocket
  private let slot = DaemonSlot()
  private let state = Locked(State.ready)

  /// Makes a server and listens.
  ///
  /// Throws ``HTTPServerError`` where the host is unknown or its port is taken.
  public init(configuration: HTTPServerConfiguration, application: any HTTPApplication) throws {
    let socket = try ListeningSocket(host: configuration.host, port: configuration.port)
    self.socket = socket
    core = try ServerCore(configuration: configuration, application: application, socket: socket) { [slot] in
      MHD_add_connection(slot.daemon, $0, $1, $2) == .YES
    }
  }

  /// The port listened on, also where the configuration left it to the system.
  public var port: UInt16 { socket.port }

  /// Connections open now, those of streams included.
  public var openConnections: Int { core.acceptor.open.load(ordering: .relaxed) }

  /// Event streams open now.
  public var openStreams: Int { core.streams.withLock { $0.streams.count } }

  /// Begins to answer; returns at once.
  ///
  /// Throws ``HTTPServerError`` where the certificate is refused, there are no threads, or the server was used before.
  public func start() throws {
    try state.withLock { state in
      guard case .ready = state else { throw HTTPServerError(.alreadyUsed, subject: core.configuration.host) }
      state = .running(try launch())
    }
  }

  private func launch() throws(HTTPServerError) -> Running {
    let configuration = core.configuration
    // Held by the daemon; given back in `stop`.
    let context = Unmanaged.passRetained(core)
    let started = withTLS { key, certificate in
      var settings = mhd_start_settings(
        threads: UInt32(clamping: configuration.threads),
        // Our own acceptor keeps the limit; this one is split over the threads and only must not come first.
        connection_limit: UInt32(clamping: configuration.connectionLimit * 2 + 64),
        connection_memory: configuration.connectionMemory,
        inactivity_seconds: UInt32(clamping: configuration.idleTimeout.components.seconds + 1),
        key_pem: key, certificate_pem: certificate)
      return mhd_start(
        &settings, requestProceeds, requestCompleted, connectionChanged, requestLineArrived, context.toOpaque())
    }
    guard let daemon = started else {
      context.release()
      throw HTTPServerError(.cannotStart, subject: "\(configuration.host):\(port)")
    }
    slot.daemon = daemon
    let core = core
    return Running(
      daemon: daemon,
      acceptor: try ServerThread(name: "http-accept") { core.acceptor.run() },
      others: [
        try ServerThread(name: "http-sweep") { core.sweeper.run() },
        try ServerThread(name: "http-events") { core.broadcaster.run() },
      ])
  }

  private func withTLS<Result>(_ body: (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Result) -> Result {
    guard let tls = core.configuration.tls else { return body(nil, nil) }
    return tls.keyPEM.withCString { key in tls.certificatePEM.withCString { body(key, $0) } }
  }

  /// Ends in order: new requests get 503, deferred answers are awaited, streams end, then sockets and threads close.
  ///
  /// Returns when all is closed. Answers that are not there by the deadline become 503; connections that are still busy
  /// then are cut. Calls after the first do nothing.
  public func stop(deadline: Duration) {
    let running = state.withLock { state -> Running? in
      defer { state = .stopped }
      guard case .running(let running) = state else { return nil }
      return running
    }
    guard let running else {
      return
    }
    let end = MonotonicTime.now + deadline
    core.isStopping.store(true, ordering: .sequentiallyConsistent)
    core.endDeferred(until: end)
    core.endStreams()
    core.acceptor.stop()
    running.acceptor.join()
    socket.close()
    let isQuiet = core.awaitQuiet(until: end)
    core.broadcaster.stop()
    core.sweeper.stop()
    running.others.forEach { $0.join() }
    guard isQuiet else {
      // Stopping with a suspended connection aborts the process: rather leave the daemon's threads to its end.
      core.logger.critical("requests were still open after the stop's deadline")
      return
    }
    MHD_stop_daemon(running.daemon)
    // Gives back what `launch` handed to the daemon, which is gone now.
    Unmanaged.passUnretained(core).release()
  }
}
