import CMicroHTTPD
import Glibc

/// A connection that is suspended and that whoever holds this must resume.
struct SuspendedConnection {
  let connection: OpaquePointer

  func resume() {
    MHD_resume_connection(connection)
  }
}

/// The streams of one of libmicrohttpd's threads.
///
/// Only one of them, the leader, is woken from outside; on its own thread it then wakes the others. Woken one by one,
/// the thread would run through its whole list of suspended connections for every few of them.
struct StreamGroup {
  let thread: pthread_t
  var streams: [EventStream] = []

  /// Resuming the leader falls to the caller; nil where none is suspended: then each sees what is new by itself.
  func takeLeader() -> SuspendedConnection? {
    for stream in streams {
      guard let connection = stream.takeSuspended() else { continue }
      stream.isLeader = true
      return connection
    }
    return nil
  }

  func takeSuspended() -> [SuspendedConnection] {
    var taken: [SuspendedConnection] = []
    taken.reserveCapacity(streams.count)
    for stream in streams {
      if let connection = stream.takeSuspended() { taken.append(connection) }
    }
    return taken
  }
}

extension EventChannel {
  /// Lets a stream follow, on the thread that will serve it; it is taken off by ``detach(_:)``.
  func attach(_ stream: EventStream, broadcaster: Broadcaster) {
    let thread = pthread_self()
    state.withLock { state in
      if state.isClosed { _ = stream.end() }
      if delivery != .everyEvent, !state.isFollowed { state.visible = state.ring.end }
      stream.heartbeatsSeen = state.heartbeats
      stream.attachment = state.attachments
      state.attachments += 1
      stream.group = state.groups.firstIndex { $0.thread == thread } ?? state.groups.count
      if stream.group == state.groups.count { state.groups.append(StreamGroup(thread: thread)) }
      stream.index = state.groups[stream.group].streams.count
      state.groups[stream.group].streams.append(stream)
      state.broadcaster = broadcaster
    }
    broadcaster.follow(self)
  }

  func detach(_ stream: EventStream) {
    let owed = state.withLock { state in
      let last = state.groups[stream.group].streams.removeLast()
      if last !== stream {
        last.index = stream.index
        state.groups[stream.group].streams[stream.index] = last
      }
      return stream.isLeader ? state.groups[stream.group].takeSuspended() : []
    }
    owed.forEach { $0.resume() }
  }

  /// Wakes the others of the leader's group, on their thread, in the middle of the leader's turn.
  func wakeGroup(ledBy stream: EventStream) {
    let woken = state.withLock { state in
      stream.isLeader = false
      return state.groups[stream.group].takeSuspended()
    }
    woken.forEach { $0.resume() }
  }

  /// Wakes the streams that have something to send; on the broadcaster's thread only.
  ///
  /// Returns when to be called again, nil where nothing is held back.
  func broadcast(now: MonotonicTime) -> MonotonicTime? {
    var due: MonotonicTime?
    let woken = state.withLock { state -> [SuspendedConnection] in
      if case .latestOnly(let interval) = delivery, state.visible < state.ring.end {
        let earliest = state.lastRelease + interval
        guard earliest <= now else {
          due = earliest
          return []
        }
        state.lastRelease = now
        state.visible = state.ring.end
      }
      return state.groups.compactMap { $0.takeLeader() }
    }
    woken.forEach { $0.resume() }
    return due
  }

  /// Has every quiet stream send a comment; returns whether anybody follows.
  func beat() -> Bool {
    let (woken, isFollowed) = state.withLock { state in
      state.heartbeats += 1
      return (state.groups.compactMap { $0.takeLeader() }, state.isFollowed)
    }
    woken.forEach { $0.resume() }
    return isFollowed
  }
}

extension EventChannel.State {
  var streams: [EventStream] { groups.flatMap(\.streams) }

  var isFollowed: Bool { groups.contains { !$0.streams.isEmpty } }
}
