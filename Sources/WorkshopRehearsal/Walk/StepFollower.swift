import Synchronization

/// What a phone does by itself: it fetches its step whenever the room says that it changed, at a moment of its own, since
/// every phone hears of it in the same instant.
final class StepFollower: Sendable {
  private struct State {
    var heard: Int64 = -1
    var isFetching = false
  }

  private let client: WebClient
  private let state = Mutex(State())
  private static let longestWait = 1_000

  init(_ client: WebClient) {
    self.client = client
  }

  /// The room said how often the step changed.
  func hears(of revision: Int64) {
    let mustFetch = state.withLock { state in
      guard state.heard != revision else { return false }
      state.heard = revision
      defer { state.isFetching = true }
      return !state.isFetching
    }
    if mustFetch { Task { try await fetch() } }
  }

  /// Ends where the server is gone, as a phone's own asking does until the stream is back.
  private func fetch() async throws {
    while true {
      try await Task.sleep(for: .milliseconds(Int.random(in: 0..<Self.longestWait)))
      let asked = state.withLock(\.heard)
      defer { state.withLock { $0.isFetching = false } }
      _ = try await client.send("GET", "/api/step")
      let isCurrent = state.withLock { state in
        state.isFetching = state.heard != asked
        return state.heard == asked
      }
      if isCurrent { return }
    }
  }
}
