import HTTPServer
import Workshop
import WorkshopStore

/// The traject and its terms, read once and again after a change to them: every form a phone gets is drawn from them.
final class KeptTerms: Sendable {
  struct Terms: Sendable {
    var trajectory: Trajectory
    var framework: FrameworkContent
  }

  private struct State {
    var terms: Terms?
    var isStale = false
  }

  private let state = Locked(State())

  /// Looks whether a commit changed them; called before anybody hears of that commit.
  func note(_ entries: [JournalEntry]) {
    guard entries.contains(where: { $0.kind == .trajectoryChanged || $0.kind == .frameworkChanged }) else { return }
    state.withLock { $0.isStale = true }
  }

  /// Reads them.
  @discardableResult
  func read(_ reader: Reader) throws -> Terms {
    let terms = Terms(trajectory: try reader.trajectory(), framework: try reader.framework())
    state.withLock { $0.terms = terms }
    return terms
  }

  /// As they are now; the last known where the file cannot be read.
  func now(in store: TrajectoryStore) -> Terms {
    let (kept, isStale) = state.withLock { state in
      defer { state.isStale = false }
      return (state.terms, state.isStale)
    }
    if let kept, !isStale { return kept }
    if let terms = try? store.read({ try read($0) }) { return terms }
    state.withLock { $0.isStale = true }
    guard let kept else { preconditionFailure("a room is made after its terms were read") }
    return kept
  }
}
