import Dispatch
import HTTPServer
import Workshop
import WorkshopStore

/// Carries committed changes from the writer's thread to the audiences, on a queue of its own and in order, so that
/// nobody's acknowledgement waits for a screen to be drawn.
final class Broadcast: Sendable {
  private struct State {
    var entries: [JournalEntry] = []
    var isScheduled = false
    var revision: Int64 = 0
    var gone: [String] = []
    var expected: Set<Live.Audience> = []
    /// Weak, or the room and its store would keep each other alive.
    weak var room: LiveRoom?
  }

  private let queue = DispatchQueue(label: "broadcast")
  private let state = Locked(State())

  var revision: Int64 { state.withLock { $0.revision } }

  /// What was last taken from the room.
  var gone: [String] { state.withLock { $0.gone } }

  /// Enough for a moderator's quickest minute; what is older a phone asks for anyway.
  private static let goneLimit = 20

  func begin(_ room: LiveRoom, revision: Int64) {
    state.withLock { ($0.room, $0.revision) = (room, revision) }
  }

  /// From now on an audience gets every change; called before it reads what it missed, so that nothing falls between.
  func expect(_ audience: Live.Audience) {
    state.withLock { _ = $0.expected.insert(audience) }
  }

  func add(_ entries: [JournalEntry]) {
    let mustSchedule = state.withLock { state in
      for entry in entries where entry.takesFromRoom || entry.returnsToRoom {
        state.gone.removeAll { $0 == entry.subject }
        if entry.takesFromRoom { state.gone.append(entry.subject) }
      }
      state.gone = state.gone.suffix(Self.goneLimit)
      state.entries += entries
      defer { state.isScheduled = true }
      return !state.isScheduled
    }
    if mustSchedule { queue.async { [self] in send() } }
  }

  private func send() {
    let (entries, expected, room) = state.withLock { state in
      defer { (state.entries, state.isScheduled) = ([], false) }
      return (state.entries, state.expected, state.room)
    }
    guard let room, let last = entries.last else { return }
    do {
      try room.store.read { reader in
        let step = try reader.room().step.flatMap { StepDefinition.shipped($0) }
        if let touched = entries.last(where: { $0.changes(step) }) { state.withLock { $0.revision = touched.sequence } }
        let live = try Live(room: room, reader: reader)
        if expected.contains(.console) { try live.events(for: entries, .console).forEach(room.console.publish) }
        if expected.contains(.screen) { try live.events(for: entries, .screen).forEach(room.screen.publish) }
        if room.phones.subscriberCount > 0 {
          room.phones.publish(try room.view(reader).event(id: last.sequence))
        }
      }
    } catch {
      // The file is stored all the same; who missed this catches up on returning, a phone by fetching its step again.
      state.withLock { $0.revision = last.sequence }
      for channel in [room.console, room.screen, room.phones] { channel.shed(channel.subscriberCount) }
    }
  }
}

extension JournalEntry {
  /// Whether what it is about may not be seen in the room from then on; what only waits again may stay with its table.
  fileprivate var takesFromRoom: Bool {
    switch kind {
    case .withdrawn, .held, .merged: true
    default: false
    }
  }

  /// Whether it may be with its table again: let go of by the moderators, or by what it was merged into.
  fileprivate var returnsToRoom: Bool {
    switch kind {
    case .released, .putBack: true
    // Who edits what is held does not get it back.
    case .edited: facts["outOf"] != nil
    default: false
    }
  }

  /// Whether the open step may look different on a phone after it.
  fileprivate func changes(_ step: StepDefinition?) -> Bool {
    switch kind {
    case .itemOpened, .itemClosed, .stepOpened, .stepClosed, .frameworkChanged, .atOnceChanged: true
    case .themeMade, .themeChanged, .themeMerged, .themeUnmerged, .themeRemoved, .released, .held, .putBack, .withdrawn,
      .edited, .guardianConsented, .reworded, .putAsTold, .split, .splitOff, .merged, .pledgeMatched, .pledgeUnmatched,
      .gatheringMade, .gatheringChanged, .gatheringRemoved:
      // Stories are released by the hundred while phones tell them; only a step that lists others' work has to know.
      step?.listsOthersWork ?? false
    default: false
    }
  }
}

extension StepDefinition {
  /// Whether its forms let people choose from what others made.
  fileprivate var listsOthersWork: Bool {
    activity != .forms
      || forms.contains { form in
        form.fields.contains { if case .references = $0.kind { true } else { false } }
      }
  }
}
