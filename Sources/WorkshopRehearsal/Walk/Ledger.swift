import Synchronization
import Workshop

/// What phones sent and what they were told, kept apart from what the server says of itself.
final class Ledger: Sendable {
  private struct State {
    var submitted: Set<String> = []
    var receipts: [String: Receipt] = [:]
    var contradicted: Set<String> = []
    var waits: [Duration] = []
    /// When each was sent first, until the console shows it.
    var sentAt: [String: ContinuousClock.Instant] = [:]
    var consoleWaits: [Duration] = []
  }

  /// The part of a 201 that must be the same every time.
  struct Receipt: Hashable, Sendable, Decodable {
    let id: String
    let number: Int
    let code: String
  }

  private let state = Mutex(State())

  func submits(_ id: ContributionID, at moment: ContinuousClock.Instant = .now) {
    state.withLock { state in
      if state.submitted.insert(id.rawValue).inserted { state.sentAt[id.rawValue] = moment }
    }
  }

  /// The console got a contribution; only the first time counts.
  func shows(_ id: String, at moment: ContinuousClock.Instant) {
    state.withLock { state in
      guard let sent = state.sentAt.removeValue(forKey: id) else { return }
      state.consoleWaits.append(sent.duration(to: moment))
    }
  }

  /// Notes a 201 for a contribution; a second one counts as a fault where it tells something else.
  func acknowledges(_ id: ContributionID, _ receipt: Receipt, took: Duration) {
    state.withLock { state in
      guard let earlier = state.receipts[id.rawValue] else {
        state.receipts[id.rawValue] = receipt
        state.waits.append(took)
        return
      }
      if earlier != receipt { state.contradicted.insert(id.rawValue) }
    }
  }

  /// The withdrawal codes people were given, in a fixed order.
  var codes: [String] { state.withLock { $0.receipts.values.map(\.code).sorted() } }

  /// Compares with the ids that the file holds.
  func summary(
    trajectory: String, phones: Int, stored: [String], ledOn: Int = 0, broadcasts: [Duration]
  ) -> RehearsalSummary {
    state.withLock { state in
      let kept = Set(stored)
      let doubled = (stored.count - kept.count) + kept.subtracting(state.submitted).count + state.contradicted.count
      return RehearsalSummary(
        trajectory: trajectory, phones: phones, submitted: state.submitted.count, acknowledged: state.receipts.count,
        lost: Set(state.receipts.keys).subtracting(kept).count, duplicated: doubled,
        ackMilliseconds: Percentiles(state.waits), consoleMilliseconds: Percentiles(state.consoleWaits),
        unseen: state.sentAt.count, ledOn: ledOn, broadcastMilliseconds: Percentiles(broadcasts))
    }
  }
}
