/// The events of one audience: published once, sent to every stream that follows.
///
/// Each stream keeps only the number of its next event. One that falls so far behind that the channel no longer holds
/// its next event is ended; its client comes back with `Last-Event-ID`.
public final class EventChannel: Sendable {
  /// What a stream is owed.
  public enum Delivery: Sendable, Hashable {
    /// Every event, in order, at once.
    case everyEvent
    /// The newest event, no more often than the interval: each payload must hold the whole state.
    case latestOnly(minimumInterval: Duration)
  }

  struct State {
    var ring: EventRing
    /// Streams send events with numbers below this one.
    var visible = 0
    var groups: [StreamGroup] = []
    var attachments = 0
    var heartbeats = 0
    var lastRelease = MonotonicTime(nanoseconds: 0)
    var isClosed = false
    var broadcaster: Broadcaster?
  }

  /// The audience's name, for logs and figures.
  public let name: String
  let delivery: Delivery
  let state: Locked<State>

  /// Makes a channel.
  ///
  /// - Parameters:
  ///   - name: the audience's name, for logs and figures.
  ///   - retaining: how many events are kept for streams that come back or fall behind.
  ///   - delivery: what each stream is owed.
  ///   - id: the last id given out before this channel began, so that ``reaches(_:)`` knows what it missed.
  public init(name: String, retaining: Int, delivery: Delivery, startingAfter id: Int64 = 0) {
    self.name = name
    self.delivery = delivery
    state = Locked(State(ring: EventRing(capacity: retaining, startingAfter: id)))
  }

  /// The greatest id published, or the id the channel started after.
  public var latestID: Int64 { state.withLock { $0.ring.latestID } }

  /// How many streams follow now.
  public var subscriberCount: Int { state.withLock { $0.streams.count } }

  /// Whether every event with a greater id is still here; if not, the application replays from its own record.
  public func reaches(_ id: Int64) -> Bool {
    state.withLock { id >= $0.ring.floor }
  }

  /// Sends an event to all who follow, from any thread; ids must rise from one event to the next.
  public func publish(_ event: ServerSentEvent) {
    let encoded = EncodedEvent(event)
    let broadcaster = state.withLock { state -> Broadcaster? in
      guard !state.isClosed else { return nil }
      state.ring.append(encoded)
      if delivery == .everyEvent { state.visible = state.ring.end }
      return state.isFollowed ? state.broadcaster : nil
    }
    broadcaster?.wake(self)
  }

  /// What a request is answered with to follow this channel.
  ///
  /// The stream sends `preamble` first, then every event with an id above `id`: those still here, then live ones, each
  /// once. An event without an id is sent only if it is published later.
  ///
  /// More `headers` go out beside the stream's own, and replace those of the same name.
  public func subscribe(
    after id: Int64, preamble: [ServerSentEvent] = [], headers: HTTPHeaders = HTTPHeaders()
  ) -> EventSubscription {
    let next = state.withLock { $0.ring.firstNumber(after: id) }
    return EventSubscription(channel: self, afterID: id, next: next, preamble: preamble, headers: headers)
  }

  /// Ends this many streams, the newest first; their clients try again after two seconds.
  public func shed(_ count: Int) {
    end { $0.streams.sorted { $0.attachment < $1.attachment }.suffix(max(0, count)) }
  }

  /// Ends every stream, and each later one as soon as it has its preamble.
  public func close() {
    end { state in
      state.isClosed = true
      return state.streams[...]
    }
  }

  private func end(_ choose: (inout State) -> ArraySlice<EventStream>) {
    let suspended = state.withLock { state in
      choose(&state).compactMap { $0.end() }
    }
    suspended.forEach { $0.resume() }
  }
}

/// A channel from one place in it on, as an answer to a request.
public struct EventSubscription: Sendable {
  let channel: EventChannel
  let afterID: Int64
  let next: Int
  let preamble: [ServerSentEvent]
  /// More headers for the response, beside the stream's own.
  public var headers: HTTPHeaders
}
