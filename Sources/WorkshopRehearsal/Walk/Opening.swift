import Synchronization
import Workshop

/// Measures how long the opening of an item takes to reach each phone.
final class Opening: Sendable {
  private struct State {
    var item: String?
    var begun = ContinuousClock.now
    var waiting: Set<Int> = []
    var waits: [Duration] = []
    var done: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Every wait so far.
  var waits: [Duration] { state.withLock { $0.waits } }

  /// The request to open an item goes out now.
  func begins(_ item: RunSheetItemID, phones: Int) {
    state.withLock { state in
      (state.item, state.begun, state.waiting) = (item.rawValue, .now, Set(0..<phones))
    }
  }

  /// A phone heard of an item.
  func arrives(_ item: String, at phone: Int, moment: ContinuousClock.Instant) {
    let done = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard item == state.item, state.waiting.remove(phone) != nil else { return nil }
      state.waits.append(state.begun.duration(to: moment))
      guard state.waiting.isEmpty else { return nil }
      defer { state.done = nil }
      return state.done
    }
    done?.resume()
  }

  /// Waits until every phone heard of it, at most so long; returns how many did not.
  func reached(within limit: Duration) async -> Int {
    let deadline = Task { [self] in
      try await Task.sleep(for: limit)
      giveUp()
    }
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.waiting.isEmpty { return true }
        state.done = continuation
        return false
      }
      if isDone { continuation.resume() }
    }
    deadline.cancel()
    return state.withLock { $0.waiting.count }
  }

  private func giveUp() {
    let done = state.withLock { state in
      defer { state.done = nil }
      return state.done
    }
    done?.resume()
  }
}
