import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// What each audience may see of a change: made in one place for live events and for replay, so that the replay can
/// never show more than the stream did.
struct Live {
  /// Who follows; phones follow the state of the room and nothing else.
  enum Audience: Sendable {
    case console
    case screen
  }

  let room: LiveRoom
  let reader: Reader
  private let views: Views

  init(room: LiveRoom, reader: Reader) throws {
    (self.room, self.reader) = (room, reader)
    views = try Views(room: room, reader: reader)
  }

  /// Beyond so many changed contributions a snapshot says it shorter: the client is told to take a new one.
  private static let mostAtOnce = 400

  /// The events of changes, in their order.
  ///
  /// What several changes touch is sent once, with the last of them. What is sent is worked out from what changed, and not
  /// from all there is.
  func events(for entries: [JournalEntry], _ audience: Audience) throws -> [ServerSentEvent] {
    guard let last = entries.last else { return [] }
    let changes = lastChanges(in: entries)
    guard changes.count <= Self.mostAtOnce else {
      return [try event("anew", ["seq": last.sequence], last), try room.view(reader).event(id: last.sequence)]
    }
    let touched = try changes.compactMap { id, entry in
      try reader.contribution(id).map { (entry: entry, contribution: $0) }
    }
    var events = try touched.compactMap { try event(for: $0.entry, $0.contribution, audience) }
    events += try quotingEvents(entries, besides: Set(changes.map(\.id)), audience)
    // Each has the place of its own change, whoever was quoted in it.
    events.sort { ($0.id ?? 0) < ($1.id ?? 0) }
    if !touched.isEmpty {
      switch audience {
      case .console: events.append(try event("counts", room.counts(reader), last))
      case .screen: events.append(try event("totals", views.totals(), last))
      }
    }
    events += try themeEvents(entries, touched.map(\.contribution), audience)
    events += try spreadEvents(entries, touched.map(\.contribution), audience)
    if entries.contains(where: { [.joinCodeRotated, .addressChosen].contains($0.kind) }) {
      events.append(try event("join", JoinView(room, reader), last))
    }
    events += try roomEvents(entries, audience)
    if audience == .console { events += try dayEvents(entries) }
    // Whoever was told of a gathering that is one of minors now, or is not any more: anything of it may come or go.
    if entries.contains(where: \.mayChangeMinors) { events.append(try event("anew", ["seq": last.sequence], last)) }
    return events + [try room.view(reader).event(id: last.sequence)]
  }

  /// The themes where they look different on this screen; what was done to them, for the console.
  private func themeEvents(
    _ entries: [JournalEntry], _ touched: [Contribution], _ audience: Audience
  ) throws -> [ServerSentEvent] {
    guard let last = entries.last else { return [] }
    let kinds = Set(entries.map(\.kind))
    switch audience {
    case .screen:
      // The room sees names and, once they are revealed, dots; not what lies in a theme.
      let areDotsNew = kinds.contains(.dotsGiven) ? try reader.room().areDotsRevealed : false
      guard areDotsNew || !kinds.isDisjoint(with: Self.namingKinds) else { return [] }
      return [try event("themes", views.themes(.screen), last)]
    case .console:
      let cards = touched.filter { [.story, .successFactor].contains($0.kind) }
      // What was set apart or merged counts again once it waits.
      let isSizeNew = !cards.isEmpty && kinds.contains(.putBack) || cards.contains { $0.state != .waiting }
      let isArranged = !kinds.isDisjoint(with: Self.arrangingKinds)
      var events: [ServerSentEvent] = []
      if isSizeNew || isArranged || !kinds.isDisjoint(with: [.dotsGiven, .revealed]) {
        events.append(try event("themes", views.themes(.console), last))
      }
      // Its sentences hold the titles of single cards.
      if isArranged || !cards.isEmpty && !kinds.isDisjoint(with: Self.wordingKinds) {
        events.append(try event("themeHistory", views.themeHistory(), last))
      }
      return events
    }
  }

  /// After these a title may be another, or none that may be seen.
  private static let wordingKinds: Set<JournalEntry.Kind> = [
    .withdrawn, .held, .putBack, .edited, .reworded, .putAsTold, .split,
  ]

  private static let namingKinds: Set<JournalEntry.Kind> = [
    .themeMade, .themeChanged, .themeMerged, .themeUnmerged, .themeRemoved, .revealed,
  ]

  private static let arrangingKinds = namingKinds.subtracting([.revealed]).union([.themeFilled, .themeEmptied])

  /// A stance changes the spread of its proposal; which proposals and reasons are shown changes the list of them.
  private func spreadEvents(
    _ entries: [JournalEntry], _ touched: [Contribution], _ audience: Audience
  ) throws -> [ServerSentEvent] {
    guard let last = entries.last else { return [] }
    let isListNew = touched.contains { [.proposal, .stanceReason].contains($0.kind) }
    if isListNew || entries.contains(where: { $0.kind == .revealed }) {
      return [try event("spreads", views.spreads(audience), last)]
    }
    let proposals = Set(entries.filter { $0.kind == .stanceTaken }.map(\.subject))
    return try proposals.sorted().compactMap { try views.spread(of: ContributionID($0), audience) }
      .map { try event("spread", $0, last) }
  }

  /// What only the console follows: the run sheet, the tables, who is there and what was heard.
  private func dayEvents(_ entries: [JournalEntry]) throws -> [ServerSentEvent] {
    guard let last = entries.last else { return [] }
    let kinds = Set(entries.map(\.kind))
    var events: [ServerSentEvent] = []
    if !kinds.isDisjoint(with: [
      .itemOpened, .itemClosed, .dayClosed, .runSheetChanged, .runSheetAdjusted, .gatheringMade, .gatheringChanged,
      .gatheringRemoved,
    ]) {
      events.append(try event("runSheet", views.runSheet(), last))
    }
    if let changed = entries.last(where: { $0.kind == .seatingChanged }) {
      events.append(try event("seating", ["gathering": changed.subject], last))
    }
    if kinds.contains(.checkedIn) {
      events.append(try event("participation", ParticipationView(try reader.participation()), last))
    }
    return events
  }

  /// What was heard, what is joined and matched, and how the scan stands: for console and projector alike.
  private func roomEvents(_ entries: [JournalEntry], _ audience: Audience) throws -> [ServerSentEvent] {
    guard let last = entries.last else { return [] }
    let kinds = Set(entries.map(\.kind))
    var events: [ServerSentEvent] = []
    if entries.contains(where: \.touchesCoverage) { events.append(try event("coverage", views.coverage(), last)) }
    if !kinds.isDisjoint(with: Self.destinyKinds) { events.append(try event("destiny", DestinyView(views), last)) }
    if !kinds.isDisjoint(with: [.scanAnswered, .revealed]) {
      events.append(try event("scan", views.scan(audience), last))
    }
    return events
  }

  private static let destinyKinds: Set<JournalEntry.Kind> = [
    .backed, .pledgeMatched, .pledgeUnmatched, .released, .held, .putBack, .edited, .withdrawn, .guardianConsented,
    .split, .splitOff, .merged,
  ]

  private func event(_ name: String, _ view: some Encodable, _ entry: JournalEntry) throws -> ServerSentEvent {
    ServerSentEvent(id: entry.sequence, name: name, data: try ViewJSON.bytes(view))
  }

  /// The success factors told by the quote of a story whose showing changed: the quote comes and goes with the story.
  ///
  /// What was withdrawn has no links any more; there the screens let go of the quote with the story.
  private func quotingEvents(
    _ entries: [JournalEntry], besides sent: Set<ContributionID>, _ audience: Audience
  ) throws -> [ServerSentEvent] {
    var factors: [ContributionID: JournalEntry] = [:]
    for entry in entries where entry.changesShowing {
      for story in entry.touched {
        for factor in try reader.factors(quoting: ContributionID(story)) where !sent.contains(factor) {
          factors[factor] = entry
        }
      }
    }
    return try factors.sorted { $0.key < $1.key }.compactMap { id, entry in
      // What is not to be seen there needs no word that it exists.
      guard let factor = try reader.contribution(id), audience == .screen ? factor.may(.screen) : !factor.isSetApart
      else { return nil }
      return try event(for: entry, factor, audience)
    }
  }

  /// The last change to each contribution, in order.
  private func lastChanges(in entries: [JournalEntry]) -> [(id: ContributionID, entry: JournalEntry)] {
    var latest: [ContributionID: JournalEntry] = [:]
    for entry in entries where entry.concernsContribution {
      for id in entry.touched { latest[ContributionID(id)] = entry }
    }
    return latest.sorted { ($0.value.sequence, $0.key) < ($1.value.sequence, $1.key) }
      .map { (id: $0.key, entry: $0.value) }
  }

  private func event(
    for entry: JournalEntry, _ contribution: Contribution, _ audience: Audience
  ) throws -> ServerSentEvent? {
    switch audience {
    case .console:
      // It leaves every list, also on the screens of those who had it before them.
      if contribution.isSetApart { return try event("gone", ["id": contribution.id.rawValue], entry) }
      return try event("entry", views.entry(contribution), entry)
    case .screen:
      guard Views.drawn.contains(contribution.kind) else { return nil }
      if let item = try views.item(contribution) { return try event("item", item, entry) }
      // What was never shown needs no taking away, and the screen need not know that it exists.
      if [.submitted, .splitOff].contains(entry.kind) { return nil }
      return try event("gone", ["id": contribution.id.rawValue], entry)
    }
  }
}

extension JournalEntry {
  fileprivate var concernsContribution: Bool {
    switch kind {
    case .submitted, .edited, .released, .held, .putBack, .withdrawn, .guardianConsented, .photoAllowed, .themeFilled,
      .themeEmptied, .pledgeMatched, .pledgeUnmatched, .reworded, .putAsTold, .split, .splitOff, .merged:
      true
    default: false
    }
  }

  /// Whether it may change what was heard, and from whom.
  fileprivate var touchesCoverage: Bool {
    switch kind {
    case .submitted: facts["kind"] == ContributionKind.story.rawValue
    case .frameworkChanged: true
    default: concernsContribution
    }
  }

  /// Whether a contribution may be shown, or in other words, after it.
  fileprivate var changesShowing: Bool {
    switch kind {
    case .released, .held, .putBack, .edited, .guardianConsented, .reworded, .putAsTold, .split, .merged: true
    default: false
    }
  }

  /// The contributions a change is about: its subject and what that was merged into or stands apart from again, or the one
  /// put into a theme.
  fileprivate var touched: [String] {
    [facts["contribution"] ?? subject] + [kind == .merged ? facts["into"] : facts["outOf"]].compactMap(\.self)
  }
}
