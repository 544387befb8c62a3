import CMicroHTTPD

/// A connection that is suspended and that whoever holds this must resume.
struct SuspendedConnection {
  let connection: OpaquePointer

  func resume() {
    MHD_resume_connection(connection)
  }
}

extension EventChannel {
  /// Lets a stream follow; it is taken off by ``detach(_:)``.
  func attach(_ stream: EventStream, broadcaster: Broadcaster) {
    state.withLock { state in
      if state.isClosed { _ = stream.end() }
      if delivery != .everyEvent, state.streams.isEmpty { state.visible = state.ring.end }
      stream.heartbeatsSeen = state.heartbeats
      stream.index = state.streams.count
      state.streams.append(stream)
      state.broadcaster = broadcaster
    }
    broadcaster.follow(self)
  }

  func detach(_ stream: EventStream) {
    state.withLock { state in
      guard state.streams.indices.contains(stream.index), state.streams[stream.index] === stream else { return }
      let last = state.streams.removeLast()
      if last !== stream {
        last.index = stream.index
        state.streams[stream.index] = last
      }
    }
  }

  /// Wakes the streams that have something to send. On the broadcaster's thread only.
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
      return state.takeSuspended()
    }
    woken.forEach { $0.resume() }
    return due
  }

  /// Has every quiet stream send a comment. Returns whether anybody follows.
  func beat() -> Bool {
    let (woken, isFollowed) = state.withLock { state in
      state.heartbeats += 1
      return (state.takeSuspended(), !state.streams.isEmpty)
    }
    woken.forEach { $0.resume() }
    return isFollowed
  }
}

extension EventChannel.State {
  /// Every suspended stream's connection; from here on the caller is the one who resumes it.
  fileprivate func takeSuspended() -> [SuspendedConnection] {
    var taken: [SuspendedConnection] = []
    taken.reserveCapacity(streams.count)
    for stream in streams {
      if let connection = stream.takeSuspended() { taken.append(connection) }
    }
    return taken
  }
}
