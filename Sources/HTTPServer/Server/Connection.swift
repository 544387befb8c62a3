import Glibc
import Synchronization

/// One socket, from its acceptance to its closing.
///
/// Unchecked: `index` is touched under the registry's lock only and `exchange` on the connection's own thread only; `head` is written by the connection's own thread while
/// the phase is its own, and read by the sweeper only after it has taken the phase from ``Phase/body``.
final class Connection: @unchecked Sendable {
  /// Who may act on the socket.
  ///
  /// Changing it is how the connection's thread and the sweeper keep out of each other's way.
  enum Phase: UInt8, AtomicRepresentable {
    /// No request line yet.
    case waiting
    case headers
    case body
    /// The request is complete, or is being refused: no deadline of ours counts.
    case answering
    /// The sweeper has closed the socket; the connection's thread gives up at its next turn.
    case expired
  }

  let descriptor: Int32
  let peer: PeerAddress
  let phase = Atomic<Phase>(.waiting)
  let deadline: Atomic<UInt64>
  let bodyStart = Atomic<UInt64>(0)
  let receivedBytes = Atomic<Int>(0)
  /// Bytes a second; 0 for none.
  let minimumRate = Atomic<Int>(0)
  var head: RequestHead?
  /// The request under way; it holds us too, until it is complete.
  var exchange: Exchange?
  var index = 0

  init(descriptor: Int32, peer: PeerAddress, deadline: MonotonicTime) {
    self.descriptor = descriptor
    self.peer = peer
    self.deadline = Atomic(deadline.nanoseconds)
  }

  /// Takes the phase to another; false where the sweeper has come first.
  func move(from old: Phase, to new: Phase) -> Bool {
    phase.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
  }

  func setDeadline(_ time: MonotonicTime) {
    deadline.store(time.nanoseconds, ordering: .relaxed)
  }

  /// Whether the deadline is over, or the body comes in slower than it must.
  func isOverdue(at now: MonotonicTime, grace: Duration) -> Bool {
    if deadline.load(ordering: .relaxed) <= now.nanoseconds { return true }
    let rate = minimumRate.load(ordering: .relaxed)
    guard rate > 0, phase.load(ordering: .relaxed) == .body else { return false }
    let start = bodyStart.load(ordering: .relaxed)
    guard now.nanoseconds > start, now.nanoseconds - start > grace.nanoseconds else { return false }
    let seconds = Double(now.nanoseconds - start) / 1e9
    return Double(receivedBytes.load(ordering: .relaxed)) < Double(rate) * seconds
  }
}

/// Every open connection, so that the sweeper finds the overdue ones.
///
/// A connection is taken off before libmicrohttpd closes its socket: whoever holds the lock may use the descriptor.
final class ConnectionRegistry: Sendable {
  private let connections = Locked<[Connection]>([])

  func insert(_ connection: Connection) {
    connections.withLock { connections in
      connection.index = connections.count
      connections.append(connection)
    }
  }

  func remove(_ connection: Connection) {
    connections.withLock { connections in
      let last = connections.removeLast()
      guard last !== connection else { return }
      last.index = connection.index
      connections[connection.index] = last
    }
  }

  /// Calls `body` with every connection, under the lock.
  func forEach(_ body: (Connection) -> Void) {
    connections.withLock { $0.forEach(body) }
  }
}
