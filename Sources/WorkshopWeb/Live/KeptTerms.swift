import HTTPServer
import Workshop
import WorkshopStore

/// The traject and its terms as they are at one moment: every form a phone gets is drawn from them.
struct Terms: Sendable {
  let trajectory: Trajectory
  let framework: FrameworkContent
}

/// The terms, read once and again after a change to them.
final class KeptTerms: Sendable {
  /// By places in the journal: a look at the file that began before a change neither hides it nor replaces a later look.
  private struct State {
    var terms: Terms?
    /// The last journal line that the kept terms know of.
    var readAt: Int64 = 0
    /// The last journal line that changed them.
    var changedAt: Int64 = 0

    /// The kept terms where nothing changed them since.
    var current: Terms? { readAt < changedAt ? nil : terms }
  }

  private let state = Locked(State())

  /// Looks whether a commit changed them; called before anybody hears of that commit.
  func note(_ entries: [JournalEntry]) {
    let changes = entries.filter { $0.kind == .trajectoryChanged || $0.kind == .frameworkChanged }
    guard let last = changes.map(\.sequence).max() else { return }
    state.withLock { $0.changedAt = max($0.changedAt, last) }
  }

  /// As they are now; the last known where the file cannot be read.
  ///
  /// Never within a look at the file, which cannot hold another one: there it is `now(_:)`.
  func now(in store: TrajectoryStore) -> Terms {
    let (kept, current) = state.withLock { ($0.terms, $0.current) }
    if let current { return current }
    if let terms = try? store.read({ try read($0) }) { return terms }
    guard let kept else { preconditionFailure("a room is made after its terms were read") }
    return kept
  }

  /// As they are now, within a look at the file that began before.
  func now(_ reader: Reader) throws -> Terms {
    if let current = state.withLock({ $0.current }) { return current }
    return try read(reader)
  }

  private func read(_ reader: Reader) throws -> Terms {
    let (terms, sequence) = (
      Terms(trajectory: try reader.trajectory(), framework: try reader.framework()), try reader.lastSequence()
    )
    state.withLock { state in
      if state.terms == nil || sequence > state.readAt { (state.terms, state.readAt) = (terms, sequence) }
    }
    return terms
  }
}
