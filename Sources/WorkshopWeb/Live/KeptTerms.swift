import HTTPServer
import Workshop
import WorkshopStore

/// The traject and its terms, read once and again after a change to them: every form a phone gets is drawn from them.
final class KeptTerms: Sendable {
  struct Terms: Sendable {
    var trajectory: Trajectory
    var framework: FrameworkContent
  }

  /// Counted and not flagged: who reads for one change must not hide the next, nor be overtaken by who reads after it.
  private struct State {
    var terms: Terms?
    var changes = 0
    var changesRead = 0
  }

  private let state = Locked(State())

  /// Looks whether a commit changed them; called before anybody hears of that commit.
  func note(_ entries: [JournalEntry]) {
    guard entries.contains(where: { $0.kind == .trajectoryChanged || $0.kind == .frameworkChanged }) else { return }
    state.withLock { $0.changes += 1 }
  }

  /// As they are now; the last known where the file cannot be read.
  func now(in store: TrajectoryStore) -> Terms {
    let (kept, changes, isCurrent) = state.withLock { ($0.terms, $0.changes, $0.changesRead == $0.changes) }
    if let kept, isCurrent { return kept }
    if let terms = try? store.read({ try read($0, changes: changes) }) { return terms }
    guard let kept else { preconditionFailure("a room is made after its terms were read") }
    return kept
  }

  /// Reads them; `changes` is how many there were before the look at the file began.
  @discardableResult
  func read(_ reader: Reader, changes: Int = 0) throws -> Terms {
    let terms = Terms(trajectory: try reader.trajectory(), framework: try reader.framework())
    state.withLock { state in
      // A reader whose look at the file began earlier may come later.
      if state.terms == nil || changes > state.changesRead { (state.terms, state.changesRead) = (terms, changes) }
    }
    return terms
  }
}
