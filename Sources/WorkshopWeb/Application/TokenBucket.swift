import HTTPServer

/// A budget that fills up again by itself: what one session, or all wrong codes together, may spend.
final class TokenBucket: Sendable {
  private let capacity: Double
  private let perSecond: Double
  private let state: Locked<(level: Double, readAt: ContinuousClock.Instant)>

  init(capacity: Int, perSecond: Double) {
    self.capacity = Double(capacity)
    self.perSecond = perSecond
    state = Locked((Double(capacity), .now))
  }

  /// Whether anything is left, without spending it.
  var isEmpty: Bool {
    state.withLock {
      refill(&$0)
      return $0.level < 1
    }
  }

  /// Spends one; nil when there is one, else the seconds until there is.
  func spend() -> Int? {
    state.withLock { state in
      refill(&state)
      guard state.level < 1 else {
        state.level -= 1
        return nil
      }
      return max(1, Int(((1 - state.level) / perSecond).rounded(.up)))
    }
  }

  private func refill(_ state: inout (level: Double, readAt: ContinuousClock.Instant)) {
    let now = ContinuousClock.now
    let elapsed = state.readAt.duration(to: now).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    state = (min(capacity, state.level + seconds * perSecond), now)
  }
}
