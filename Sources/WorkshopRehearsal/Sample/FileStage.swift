import Foundation
import Workshop
import WorkshopStore

/// Plays a day straight into a traject's file, at the times a day like it has.
actor FileStage: DayStage {
  private let store: TrajectoryStore
  private let clock: DayClock
  private var owners: [OwnerKey] = []
  private var opened = 0
  /// How many minutes each item begins after its plan: Discover runs over, lunch wins some back.
  private static let drift = [5, 5, 6, 14, 16, 20, 18, 8, 6, 5, 3, 2, 0]

  init(store: TrajectoryStore, clock: DayClock) {
    (self.store, self.clock) = (store, clock)
  }

  func welcome(_ phones: [PlannedPhone]) throws {
    for phone in phones {
      clock.advance(seconds: 20)
      let secret = "toestel-\(phone.index)"
      owners.append(Session.owner(of: secret))
      try store.write { change in
        let session = try change.join(hash: Session.hash(of: secret))
        try change.checkIn(
          session,
          as: CheckIn(
            language: phone.language, groups: phone.people.first ?? [], organisation: phone.organisation,
            table: phone.table, badge: phone.badge, isDone: true))
      }
    }
  }

  func open(_ item: RunSheetItem) throws {
    clock.set(minuteOfDay: item.start + (opened < Self.drift.count ? Self.drift[opened] : 0))
    opened += 1
    try store.write { change in
      if let earlier = try change.room().item { try change.end(earlier) }
      try change.start(item.id)
      try change.setRoom(.itemOpened, item.id.rawValue, by: .facilitator) { state in
        (state.item, state.step, state.scene) = (item.id, item.step, item.scene)
      }
    }
    clock.advance(seconds: 8 * 60)
  }

  func submit(_ contributions: [PlannedContribution]) throws {
    for contribution in contributions { try store(contribution, owner: owners[contribution.phone], by: .participant) }
  }

  func enter(_ contributions: [PlannedContribution]) throws {
    for contribution in contributions { try store(contribution, owner: nil, by: .facilitator) }
  }

  private func store(_ contribution: PlannedContribution, owner: OwnerKey?, by role: JournalEntry.Role) throws {
    clock.advance(seconds: 37)
    var submission = try Submission(
      json: try contribution.json(), hasPhoto: contribution.photo != nil, framework: .shipped)
    submission.photo = contribution.photo
    let prepared = try store.prepare(submission, owner: owner)
    _ = try store.write { try $0.submit(prepared, by: role) }
  }

  func moderate(_ contributions: [PlannedContribution]) throws {
    clock.advance(seconds: 60)
    for contribution in contributions {
      try store.write { change in
        if let other = contribution.mergedInto {
          try change.merge(contribution.id, into: other, by: .moderator)
        } else if let reason = contribution.holdReason {
          try change.hold(contribution.id, reason: reason, by: .moderator)
        } else {
          try Self.reword(contribution, change)
          try change.release(contribution.id, by: .moderator)
        }
      }
    }
  }

  private static func reword(_ planned: PlannedContribution, _ change: Change) throws {
    guard !planned.rewording.isEmpty, let stored = try change.reader.contribution(planned.id) else { return }
    let body = try stored.body(reworded: planned.rewording, framework: .shipped)
    try change.reword(planned.id, body: body, by: .moderator)
  }

  func make(_ theme: PlannedTheme) throws {
    clock.advance(seconds: 25)
    try store.write { change in
      // The room decides on its positive core later, once it saw the dots.
      try change.make(theme.theme.outsideCore, by: .moderator)
      for member in theme.members { try change.put(member, into: theme.theme.id, by: .moderator) }
    }
  }

  func merge(_ theme: ThemeID, into target: ThemeID) throws {
    try store.write { try $0.merge(theme, into: target, by: .facilitator) }
  }

  func unmerge(_ theme: ThemeID) throws {
    try store.write { try $0.unmerge(theme, by: .facilitator) }
  }

  func markAsPositiveCore(_ theme: ThemeID) throws {
    try store.write { change in
      guard var stored = try change.reader.themes().first(where: { $0.id == theme }) else { return }
      stored.isPositiveCore = true
      try change.change(stored, by: .facilitator)
    }
  }

  func give(_ dots: [PlannedDots]) throws {
    for own in dots {
      guard let voter = Voter(owner: owners[own.phone], person: own.person), let dots = Dots(own.themes) else {
        continue
      }
      try store.write { try $0.give(dots, from: voter) }
    }
  }

  func take(_ stances: [PlannedStance]) throws {
    for own in stances {
      guard let voter = Voter(owner: owners[own.phone], person: own.person) else { continue }
      let stance = Stance(proposal: own.proposal, position: own.position, groups: own.groups)
      try store.write { try $0.take(stance, by: voter) }
    }
  }

  func choose(_ choices: [PlannedChoice]) throws {
    for own in choices {
      guard let voter = Voter(owner: owners[own.phone], person: own.person) else { continue }
      guard let liked = own.buildingBlocks.first else { continue }
      try store.write { try $0.choose(liked, by: voter) }
    }
  }

  func answer(_ scan: [PlannedScan]) throws {
    for own in scan {
      let answers = own.answers.reduce(into: [String: String]()) { $0[$1.key.rawValue] = $1.value }
      guard let voter = Voter(owner: owners[own.phone], person: own.person), let answers = ScanAnswers(answers) else {
        continue
      }
      try store.write { try $0.answer(answers, by: voter) }
    }
  }

  func back(_ backings: [PlannedBacking]) throws {
    for own in backings {
      guard let voter = Voter(owner: owners[own.phone], person: own.person) else { continue }
      try store.write { try $0.back(own.subject, true, by: voter) }
    }
  }

  func reveal(_ what: Revealed) throws {
    try store.write { change in
      _ = try change.setRoom(.revealed, by: .facilitator) { state in
        switch what {
        case .dots: state.areDotsRevealed = true
        case .stances: state.areStancesRevealed = true
        // What a document tells of the scan, it counts itself.
        case .scan: break
        }
      }
    }
  }

  func close() throws {
    clock.set(minuteOfDay: 16 * 60 + 28)
    let now = clock.wallClock.now
    try store.write { change in
      if let last = try change.room().item { try change.end(last) }
      _ = try change.setRoom(.dayClosed, by: .facilitator) { state in
        (state.item, state.step, state.scene, state.closedAt) = (nil, nil, .thanks, now)
      }
    }
  }
}

extension Theme {
  fileprivate var outsideCore: Theme {
    var theme = self
    theme.isPositiveCore = false
    return theme
  }
}
