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

  /// The events of changes, in their order.
  ///
  /// What several changes touch is sent once, with the last of them.
  func events(for entries: [JournalEntry], _ audience: Audience) throws -> [ServerSentEvent] {
    guard let last = entries.last else { return [] }
    var events = try contributionEvents(entries, audience)
    let kinds = Set(entries.map(\.kind))
    func add(_ name: String, _ view: some Encodable) throws {
      events.append(ServerSentEvent(id: last.sequence, name: name, data: try ViewJSON.bytes(view)))
    }
    if !kinds.isDisjoint(with: Self.themeKinds) {
      try add("themes", views.themes(audience))
    }
    // The console counts the reasons that wait to be read.
    let hasReason = entries.contains {
      $0.kind == .submitted && $0.facts["kind"] == ContributionKind.stanceReason.rawValue
    }
    if audience == .console && hasReason
      || !kinds.isDisjoint(with: [
        .stanceTaken, .revealed, .released, .held, .putBack, .edited, .withdrawn, .reworded, .putAsTold, .split,
        .merged,
      ])
    {
      try add("spreads", views.spreads(audience))
    }
    if entries.contains(where: \.touchesCoverage) { try add("coverage", views.coverage()) }
    if !kinds.isDisjoint(with: Self.destinyKinds) { try add("destiny", DestinyView(reader)) }
    if !kinds.isDisjoint(with: [.scanAnswered, .revealed]) { try add("scan", views.scan(audience)) }
    if !kinds.isDisjoint(with: [.joinCodeRotated, .addressChosen]) { try add("join", JoinView(room, reader)) }
    if audience == .console {
      if !kinds.isDisjoint(with: [
        .itemOpened, .itemClosed, .dayClosed, .runSheetChanged, .runSheetAdjusted, .gatheringMade, .gatheringChanged,
        .gatheringRemoved,
      ]) {
        try add("runSheet", views.runSheet())
      }
      if let changed = entries.last(where: { $0.kind == .seatingChanged }) {
        try add("seating", ["gathering": changed.subject])
      }
      if !kinds.isDisjoint(with: Self.arrangingKinds) {
        try add("themeHistory", views.themeHistory())
      }
      if kinds.contains(.checkedIn) { try add("participation", ParticipationView(try reader.participation())) }
    }
    try add("room", room.view(reader))
    return events
  }

  private static let arrangingKinds: Set<JournalEntry.Kind> = [
    .themeMade, .themeChanged, .themeFilled, .themeEmptied, .themeMerged, .themeUnmerged, .themeRemoved,
  ]

  private static let destinyKinds: Set<JournalEntry.Kind> = [
    .backed, .pledgeMatched, .pledgeUnmatched, .released, .held, .putBack, .edited, .withdrawn, .guardianConsented,
    .merged,
  ]

  private static let themeKinds = arrangingKinds.union([
    .dotsGiven, .revealed, .withdrawn, .released, .held, .putBack, .edited, .guardianConsented, .merged,
  ])

  private func contributionEvents(_ entries: [JournalEntry], _ audience: Audience) throws -> [ServerSentEvent] {
    var latest: [String: JournalEntry] = [:]
    for entry in entries where entry.concernsContribution {
      for id in entry.touched { latest[id] = entry }
    }
    let events = try latest.sorted { ($0.value.sequence, $0.key) < ($1.value.sequence, $1.key) }
      .compactMap { try event(of: ContributionID($0.key), for: $0.value, audience) }
    return audience == .screen ? try events + quotingEvents(entries, besides: Set(latest.keys)) : events
  }

  /// The success factors told by the quote of a story whose showing changed: the quote comes and goes with the story.
  ///
  /// What was withdrawn has no links any more; there the screen, which looks the words up in the story, has none left.
  private func quotingEvents(_ entries: [JournalEntry], besides sent: Set<String>) throws -> [ServerSentEvent] {
    let changed = entries.filter { $0.changesShowing }
    var factors: [ContributionID: Int64] = [:]
    for entry in changed {
      for story in entry.touched {
        for factor in try reader.factors(quoting: ContributionID(story)) where !sent.contains(factor.rawValue) {
          factors[factor] = entry.sequence
        }
      }
    }
    return try factors.sorted { $0.key < $1.key }.compactMap { id, sequence in
      guard let factor = try reader.contribution(id), let item = try views.item(factor) else { return nil }
      return ServerSentEvent(id: sequence, name: "item", data: try ViewJSON.bytes(item))
    }
  }

  private func event(
    of id: ContributionID, for entry: JournalEntry, _ audience: Audience
  ) throws -> ServerSentEvent? {
    guard let contribution = try reader.contribution(id) else { return nil }
    switch audience {
    case .console:
      if contribution.isSetApart { return try gone(contribution, entry) }
      let entryView = try views.entry(contribution, links: try reader.links(from: contribution.id))
      return ServerSentEvent(id: entry.sequence, name: "entry", data: try ViewJSON.bytes(entryView))
    case .screen:
      if let item = try views.item(contribution) {
        return ServerSentEvent(id: entry.sequence, name: "item", data: try ViewJSON.bytes(item))
      }
      // What was never shown needs no taking away, and the screen need not know that it exists.
      return [.submitted, .splitOff].contains(entry.kind) ? nil : try gone(contribution, entry)
    }
  }

  private func gone(_ contribution: Contribution, _ entry: JournalEntry) throws -> ServerSentEvent {
    ServerSentEvent(id: entry.sequence, name: "gone", data: try ViewJSON.bytes(["id": contribution.id.rawValue]))
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

  /// The contributions a change is about: its subject and what that was merged into, or the one put into a theme.
  fileprivate var touched: [String] {
    [facts["contribution"] ?? subject] + (kind == .merged ? [facts["into"]].compactMap(\.self) : [])
  }
}
