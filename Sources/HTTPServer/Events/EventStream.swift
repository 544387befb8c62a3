import CMicroHTTPD
import Glibc

/// One client that follows a channel.
///
/// Unchecked: `current` and `offset` belong to the libmicrohttpd thread of the connection, which alone
/// calls ``read(into:capacity:)``; every other variable is touched under the channel's lock only.
final class EventStream: @unchecked Sendable {
  /// What a reader returns to libmicrohttpd at the end: its macros are casts that Swift does not see.
  private static let endOfStream = -1
  private static let endWithError = -2

  let channel: EventChannel
  private let connection: OpaquePointer
  private let descriptor: Int32
  private let afterID: Int64

  private var current: EncodedEvent?
  private var offset = 0

  /// Its group's number and its own place in it.
  var group = 0
  var index = 0
  /// How many streams had followed before.
  var attachment = 0
  /// Whether it was woken for its whole group.
  ///
  /// Set before it is resumed, and so ahead of its thread's next turn.
  var isLeader = false
  var heartbeatsSeen = 0
  private var next: Int
  private var isSuspended = false
  private var isEnded = false

  init(_ subscription: EventSubscription, connection: OpaquePointer, descriptor: Int32) {
    channel = subscription.channel
    afterID = subscription.afterID
    next = subscription.next
    self.connection = connection
    self.descriptor = descriptor
    let preface = subscription.preamble.reduce(into: Array("retry: 2000\n\n".utf8)) { $0 += $1.encoded() }
    current = EncodedEvent(bytes: preface)
  }

  /// Has the stream end at its next turn.
  ///
  /// Under the channel's lock; the caller resumes what is returned.
  func end() -> SuspendedConnection? {
    isEnded = true
    return takeSuspended()
  }

  /// Under the channel's lock; the caller resumes what is returned.
  func takeSuspended() -> SuspendedConnection? {
    guard isSuspended else { return nil }
    isSuspended = false
    return SuspendedConnection(connection: connection)
  }

  /// Fills libmicrohttpd's buffer with as much as there is; suspends the connection where there is nothing.
  func read(into buffer: UnsafeMutablePointer<CChar>, capacity: Int) -> Int {
    if isLeader { channel.wakeGroup(ledBy: self) }
    var written = 0
    while written < capacity {
      guard let event = current else {
        switch channel.state.withLock({ advance(&$0, mayRest: written == 0) }) {
        case .send(let event):
          current = event
          offset = 0
          if event === EncodedEvent.heartbeat, clientIsGone { return Self.endWithError }
        case .nothing: return written
        case .end: return written > 0 ? written : Self.endOfStream
        }
        continue
      }
      let count = min(capacity - written, event.bytes.count - offset)
      event.bytes.withUnsafeBytes { bytes in
        // Not empty, so it has an address: every encoded event has at least its closing line.
        guard let start = bytes.baseAddress else { return }
        memcpy(buffer + written, start + offset, count)
      }
      written += count
      offset += count
      if offset == event.bytes.count { current = nil }
    }
    return written
  }

  private enum Step {
    case send(EncodedEvent)
    case nothing
    case end
  }

  /// What to send next, under the channel's lock, so that no event slips in between looking and suspending.
  private func advance(_ state: inout EventChannel.State, mayRest: Bool) -> Step {
    guard !isEnded, next >= state.ring.start || channel.delivery != .everyEvent else { return .end }
    if channel.delivery != .everyEvent { next = max(next, state.visible - 1) }
    while next < state.visible {
      let event = state.ring[next]
      next += 1
      if let event, event.id.map({ $0 > afterID }) ?? true { return .send(event) }
    }
    if heartbeatsSeen != state.heartbeats {
      heartbeatsSeen = state.heartbeats
      return .send(.heartbeat)
    }
    if mayRest {
      // Before the flag is set nobody resumes; after it, whoever takes it does so exactly once.
      MHD_suspend_connection(connection)
      isSuspended = true
    }
    return .nothing
  }

  /// A closed socket is not noticed by writing once: the first write after it still succeeds.
  private var clientIsGone: Bool {
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 0
  }
}
