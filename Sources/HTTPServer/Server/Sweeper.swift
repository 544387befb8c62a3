import CMicroHTTPD  // brings the socket headers in when the whole module is compiled at once
import Glibc
import Synchronization

/// The thread that keeps total deadlines, which libmicrohttpd's own timeout is not: that one starts anew at every byte.
final class Sweeper: Sendable {
  private let registry: ConnectionRegistry
  private let lingering = LingeringSockets()
  private let interval: Duration
  private let grace: Duration
  /// What an overdue request is told; empty where nothing can be said, as under TLS.
  private let farewell: @Sendable (RequestHead?) -> [UInt8]
  private let isStopping = Atomic<Bool>(false)

  init(
    registry: ConnectionRegistry, interval: Duration, grace: Duration,
    farewell: @escaping @Sendable (RequestHead?) -> [UInt8]
  ) {
    self.registry = registry
    self.interval = interval
    self.grace = grace
    self.farewell = farewell
  }

  func stop() {
    isStopping.store(true, ordering: .relaxed)
  }

  /// The thread's work.
  func run() {
    while !isStopping.load(ordering: .relaxed) {
      nap()
      let now = MonotonicTime.now
      registry.forEach { connection in
        if connection.isOverdue(at: now, grace: grace) { expire(connection) }
      }
      lingering.drain(now: now)
    }
    lingering.drain(now: .never)
  }

  /// In short pieces, so that stopping does not wait for the whole interval.
  private func nap() {
    let end = MonotonicTime.now + interval
    while MonotonicTime.now < end, !isStopping.load(ordering: .relaxed) {
      rest(.milliseconds(25))
    }
  }

  /// Under the registry's lock, so that the descriptor is still this connection's.
  private func expire(_ connection: Connection) {
    if connection.move(from: .headers, to: .expired) {
      send(farewell(nil), on: connection.descriptor)
    } else if connection.move(from: .body, to: .expired) {
      send(farewell(connection.head), on: connection.descriptor)
    } else if !connection.move(from: .waiting, to: .expired) {
      return
    }
    // Wakes libmicrohttpd's thread, which then reads the end and closes the socket.
    shutdown(connection.descriptor, Int32(SHUT_RDWR))
  }

  /// Sends what may be a last response, closes for writing, and reads on for a moment.
  ///
  /// Without the reading, unread bytes make the kernel reset the connection, and the client may lose the response.
  func refuse(_ bytes: [UInt8], on descriptor: Int32) {
    send(bytes, on: descriptor)
    lingering.adopt(descriptor)
  }

  private func send(_ bytes: [UInt8], on descriptor: Int32) {
    // A refusal fits into any socket's buffer; a client that has let it fill up gets none.
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
  }
}

/// Sockets that are done with but for their client's last bytes, held by descriptors of our own.
final class LingeringSockets: Sendable {
  private struct Socket {
    let descriptor: Int32
    let until: MonotonicTime
    var bytesLeft = 1024 * 1024
  }

  private static let mostSockets = 256
  private static let patience = Duration.seconds(2)

  private let sockets = Locked<[Socket]>([])

  /// Closes the socket for writing and holds it open for reading.
  func adopt(_ descriptor: Int32) {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return }
    shutdown(copy, Int32(SHUT_WR))
    let isHeld = sockets.withLock { sockets in
      guard sockets.count < Self.mostSockets else { return false }
      sockets.append(Socket(descriptor: copy, until: .now + Self.patience))
      return true
    }
    if !isHeld { close(copy) }
  }

  /// Reads away what has come, and closes what is finished or over its time.
  func drain(now: MonotonicTime) {
    sockets.withLock { sockets in
      sockets = sockets.compactMap { socket in
        var socket = socket
        if now < socket.until, Self.readAway(&socket) { return socket }
        close(socket.descriptor)
        return nil
      }
    }
  }

  /// Whether more may come.
  private static func readAway(_ socket: inout Socket) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 1) { buffer in
      while socket.bytesLeft > 0 {
        let count = recv(socket.descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
        if count == 0 { return false }
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        socket.bytesLeft -= count
      }
      return false
    }
  }
}
