import Dispatch
import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// A traject while it is served: its file, the devices that joined, and the three audiences that follow it.
///
/// The road is one way: a change is committed, its journal lines come here, and what each audience may see of them is
/// read from the file and sent. So a stream never shows what is not stored.
final class LiveRoom: Sendable {
  let store: TrajectoryStore
  private let terms: KeptTerms
  let hintKeeper = HintKeeper()
  let stepsAtOnce: StepsAtOnce
  let clock: WallClock
  let timerClock: TimerClock
  let words: Catalogue
  let hosts: HostPolicy
  let phones: EventChannel
  let console: EventChannel
  let screen: EventChannel
  private let devices: Locked<[[UInt8]: Device]>
  private let broadcast: Broadcast
  private let keptFacts = Locked<RoomFacts?>(nil)
  private let seatsKeeper = SeatsKeeper()
  private let coverageKeeper = CoverageKeeper()
  private let shownContributions = ShownContributions()
  private let stepViews = Locked<(revision: Int64, bytes: [UInt8])?>(nil)

  /// What the state of the room is drawn from, as of one place in the journal: whatever changes it adds a line there.
  private struct RoomFacts: Sendable {
    let sequence: Int64
    let state: RoomState
    let sheet: RunSheet?
    let counts: [ContributionKind: [ContributionState: Int]]
    let seating: String?
    let people: [String: Int]
  }

  /// A device that joined, and what it may still spend.
  private struct Device: Sendable {
    var session: Session
    let budget: TokenBucket
  }

  init(path: String, clock: WallClock, words: Catalogue, hosts: HostPolicy) throws {
    self.hosts = hosts
    let (broadcast, terms, stepsAtOnce) = (Broadcast(), KeptTerms(), StepsAtOnce())
    self.stepsAtOnce = stepsAtOnce
    let store = try TrajectoryStore(opening: path, clock: clock) { [hintKeeper] in
      // First: whoever hears of a change from the broadcast must not draw what was there before it.
      terms.note($0)
      stepsAtOnce.note($0)
      hintKeeper.note($0)
      broadcast.add($0)
    }
    let (sessions, last) = try store.read { reader in
      _ = try terms.now(reader)
      stepsAtOnce.begin(try reader.room().releasesAtOnce ?? [])
      return (try reader.sessions(), try reader.lastSequence())
    }
    (self.store, self.terms) = (store, terms)
    (self.clock, self.words, self.broadcast) = (clock, words, broadcast)
    timerClock = TimerClock(clock)
    // Phones need only the newest state; four ticks a second feel live and cost little with thousands of them.
    phones = EventChannel(
      name: "phones", retaining: 2, delivery: .latestOnly(minimumInterval: .milliseconds(250)), startingAfter: last)
    console = EventChannel(name: "console", retaining: 4_096, delivery: .everyEvent, startingAfter: last)
    screen = EventChannel(name: "screen", retaining: 4_096, delivery: .everyEvent, startingAfter: last)
    devices = Locked(
      Dictionary(uniqueKeysWithValues: sessions.map { ($0.hash, Device(session: $0, budget: Self.budget())) }))
    broadcast.begin(self, revision: last)
  }

  /// The traject as it is now; within a look at the file it is `terms(_:)` that tells.
  var trajectory: Trajectory { terms.now(in: store).trajectory }

  /// Its terms as they are now, with which forms are checked; within a look at the file it is `terms(_:)` that tells.
  var framework: FrameworkContent { terms.now(in: store).framework }

  /// The traject and its terms as they are now, for what is drawn within a look at the file.
  func terms(_ reader: Reader) throws -> Terms { try terms.now(reader) }

  /// A snapshot is smaller than the story of more changes than this.
  private static let replayLimit: Int64 = 5_000

  /// Sixty at once, as when an outbox empties after an hour without network, then five a second.
  private static func budget() -> TokenBucket { TokenBucket(capacity: 60, perSecond: 5) }

  /// The device behind a cookie, or nil.
  func session(hash: [UInt8]) -> Session? { devices.withLock { $0[hash]?.session } }

  /// Remembers a device, new or changed.
  func remember(_ session: Session) {
    devices.withLock { devices in
      if devices[session.hash] == nil {
        devices[session.hash] = Device(session: session, budget: Self.budget())
      } else {
        devices[session.hash]?.session = session
      }
    }
  }

  /// How many devices joined.
  var deviceCount: Int { devices.withLock { $0.count } }

  /// Spends one of a device's writes; throws `Problem.tooMany` when it has none left.
  func spend(_ session: Session) throws {
    let budget = devices.withLock { $0[session.hash]?.budget }
    if let seconds = budget?.spend() { throw Problem.tooMany(retryAfter: seconds) }
  }

  /// What counts up whenever a phone has to fetch its step again.
  var revision: Int64 { broadcast.revision }

  /// The step as phones draw it, drawn once for all of them until something in it changes.
  func stepView(_ make: () throws -> [UInt8]) throws -> [UInt8] {
    let current = revision
    if let kept = stepViews.withLock({ $0?.revision == current ? $0?.bytes : nil }) { return kept }
    let bytes = try make()
    stepViews.withLock { $0 = (current, bytes) }
    return bytes
  }

  /// The room as it is now.
  func view(_ reader: Reader) throws -> RoomView {
    let facts = try facts(reader)
    return RoomView(
      facts.state, sheet: facts.sheet, counts: facts.counts.mapValues { $0.values.reduce(0, +) },
      seating: facts.seating, people: facts.people, devices: deviceCount, revision: revision, gone: broadcast.gone,
      sequence: facts.sequence, now: timerClock.now(for: facts.state.timer))
  }

  /// How many contributions of each kind are in each state, by the state's name.
  func counts(_ reader: Reader) throws -> [ContributionKind: [String: Int]] {
    try facts(reader).counts.mapValues { states in
      Dictionary(uniqueKeysWithValues: states.map { ($0.key.rawValue, $0.value) })
    }
  }

  /// Which contributions the room may see.
  func shown(_ reader: Reader) throws -> Shown { try shownContributions.now(reader) }

  /// Where everybody sits, as far as the room may see it; nil while that is not shown.
  func seats(_ reader: Reader) throws -> ShownSeats? { try seatsKeeper.seats(reader) }

  /// What was heard about each building block, and from whom.
  func coverage(_ reader: Reader) throws -> Coverage {
    try coverageKeeper.coverage(reader, checkedIn: checkedIn)
  }

  /// Who checked in, as totals.
  private func checkedIn() -> GroupMixes {
    GroupMixes(devices.withLock { $0.values.map(\.session.checkIn) }.filter(\.isDone).map(\.groups))
  }

  /// Read and decoded once for each change, since a room full of phones asks for the same when it joins.
  private func facts(_ reader: Reader) throws -> RoomFacts {
    let sequence = try reader.lastSequence()
    if let kept = keptFacts.withLock({ $0?.sequence == sequence ? $0 : nil }) { return kept }
    let facts = RoomFacts(
      sequence: sequence, state: try reader.room(),
      sheet: try reader.currentGathering().flatMap { try reader.runSheet(of: $0.id) },
      counts: try reader.contributionCountsByState(), seating: try seats(reader)?.key,
      people: try reader.designGroups().people)
    keptFacts.withLock { kept in
      // A reader that began earlier may come later.
      if kept.map({ $0.sequence < sequence }) ?? true { kept = facts }
    }
    return facts
  }

  /// Follows an audience from a change on; what lies before the stream's memory is read from the journal.
  ///
  /// An entry can give several events of one id, so the one named is sent again: every event holds the whole of what it
  /// is about, and drawing it twice changes nothing.
  ///
  /// Throws `Problem.tooFarBehind` where more was missed than is worth replaying: the client then begins with a snapshot.
  func follow(_ audience: Live.Audience, after sequence: Int64) throws -> EventSubscription {
    broadcast.expect(audience)
    let channel = audience == .screen ? screen : console
    let (last, missed) = try store.read { reader in
      let last = try reader.lastSequence()
      guard last - sequence <= Self.replayLimit else { throw Problem.tooFarBehind }
      return (last, try Live(room: self, reader: reader).events(for: reader.journal(after: sequence - 1), audience))
    }
    return channel.subscribe(after: last, preamble: missed)
  }

  /// Follows the state of the room, as phones do.
  func followState() throws -> EventSubscription {
    let now = try store.read { try view($0) }
    // The newest change may have been read here before the broadcast knew that phones have to fetch their step again,
    // so its own event is still wanted.
    return phones.subscribe(after: now.seq - 1, preamble: [try now.event()])
  }

  /// Ends the streams of every audience.
  func endStreams() {
    for channel in [phones, console, screen] { channel.close() }
  }

  /// Ends the streams, commits what waits and closes the file.
  func close() throws {
    endStreams()
    try store.close()
  }
}
