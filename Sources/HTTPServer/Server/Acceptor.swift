import CMicroHTTPD
import Glibc
import Synchronization

/// The thread that takes connections and hands them over, or sheds them when the house is full.
///
/// Our own rather than libmicrohttpd's: its excess connections hang without an answer, and stopping its listening
/// (`MHD_quiesce_daemon`) races with its threads and can abort.
final class Acceptor: Sendable {
  private let socket: ListeningSocket
  private let limit: Int
  private let reserved: Int
  private let handOver: @Sendable (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
  private let shed: @Sendable (Int32) -> Void
  /// Connections handed over and not closed yet.
  let open = Atomic<Int>(0)
  /// A pipe whose closing end ends the thread's waiting.
  private let wakeUp: (reading: Int32, writing: Int32)

  init(
    socket: ListeningSocket, limit: Int, reserved: Int,
    handOver: @escaping @Sendable (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool,
    shed: @escaping @Sendable (Int32) -> Void
  ) throws(HTTPServerError) {
    self.socket = socket
    self.limit = limit
    self.reserved = reserved
    self.handOver = handOver
    self.shed = shed
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw HTTPServerError(.cannotStart, subject: "pipe") }
    ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
    wakeUp = (ends[0], ends[1])
  }

  deinit {
    close(wakeUp.reading)
    close(wakeUp.writing)
  }

  func stop() {
    var one: UInt8 = 1
    _ = write(wakeUp.writing, &one, 1)
  }

  /// The thread's work.
  func run() {
    var watched = [
      pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeUp.reading, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      guard poll(&watched, 2, -1) > 0 else { continue }
      if watched[1].revents != 0 { return }
      takeAll()
    }
  }

  private func takeAll() {
    while true {
      var storage = sockaddr_storage()
      var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
      let isTaken = withUnsafeMutablePointer(to: &storage) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { take($0, &length) }
      }
      guard isTaken else { return }
    }
  }

  /// Takes one connection; false where there is none.
  private func take(_ address: UnsafeMutablePointer<sockaddr>, _ length: inout socklen_t) -> Bool {
    let flags = Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = accept4(socket.descriptor, address, &length, flags)
    guard descriptor >= 0 else {
      // Out of descriptors: waiting connections stay in the kernel's queue until others close.
      if errno == EMFILE || errno == ENFILE || errno == ENOMEM { rest(.milliseconds(50)) }
      return errno == ECONNABORTED || errno == EINTR
    }
    let mayTake = limit - (PeerAddress(address).isLoopback ? 0 : reserved)
    guard open.load(ordering: .relaxed) < mayTake else {
      shed(descriptor)
      close(descriptor)
      return true
    }
    open.add(1, ordering: .relaxed)
    // On failure libmicrohttpd has closed the socket and will not report it.
    if !handOver(descriptor, address, length) { open.subtract(1, ordering: .relaxed) }
    return true
  }
}
