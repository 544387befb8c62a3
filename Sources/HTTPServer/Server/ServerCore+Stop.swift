import Glibc
import Synchronization

extension ServerCore {
  /// Waits for deferred answers; at the deadline those left become 503, and no later request may wait.
  func endDeferred(until end: MonotonicTime) {
    while MonotonicTime.now < end, deferred.withLock({ !$0.exchanges.isEmpty }) {
      rest(.milliseconds(5))
    }
    let left = deferred.withLock { deferred in
      deferred.isClosed = true
      return Array(deferred.exchanges.values)
    }
    left.forEach { $0.fulfil(response(for: .stopping, head: nil)) }
  }

  /// Waits until no request is under way, then cuts those that are; false where even that did not end them.
  func awaitQuiet(until end: MonotonicTime) -> Bool {
    if isQuiet(until: max(end, .now + .milliseconds(500))) { return true }
    registry.forEach { shutdown($0.descriptor, Int32(SHUT_RDWR)) }
    return isQuiet(until: .now + .seconds(2))
  }

  private func isQuiet(until end: MonotonicTime) -> Bool {
    while activeExchanges.load(ordering: .relaxed) > 0 || deferred.withLock({ !$0.exchanges.isEmpty }) {
      guard MonotonicTime.now < end else { return false }
      rest(.milliseconds(5))
    }
    return true
  }
}
