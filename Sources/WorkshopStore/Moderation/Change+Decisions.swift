import GRDB
public import Workshop

extension Change {
  /// Lets a contribution go where its teller consents to.
  ///
  /// Throws `.unknown` where there is nothing to release, `.decidedOtherwise` or `.editedMeanwhile` where it is not what was
  /// seen. What is released already stays so.
  public func release(_ id: ContributionID, seen: SeenContribution = .init(), by role: JournalEntry.Role) throws {
    let stored = try decidable(id, by: role)
    if stored.state == .released { return }
    try check(stored, is: seen)
    guard stored.state != .merged, !stored.isSetApart else { throw StoreError(id.rawValue, .decidedOtherwise) }
    try setState(.released, of: id)
    try note(.released, id.rawValue, by: role)
  }

  /// Releases everything of a kind that waits, but not what has to be read first: for its cautions, or because of what
  /// `isMarked` finds in it.
  ///
  /// Returns what was released, and how many were left.
  public func releaseAll(
    _ kind: ContributionKind, passingOver isMarked: (Contribution) -> Bool = { _ in false }, by role: JournalEntry.Role
  ) throws -> (released: [ContributionID], left: Int) {
    let waiting = try reader.waitingContributions(kind)
    let plain = waiting.filter { $0.cautions.isEmpty && !isMarked($0) }
    for contribution in plain { try release(contribution.id, by: role) }
    return (plain.map(\.id), waiting.count - plain.count)
  }

  /// Keeps a contribution back, on a ground and with a note for the console.
  ///
  /// On the ground `.confidant` it is set apart, with all that was merged into it, step by step too. Throws as `release` does; the same decision
  /// twice changes nothing.
  public func hold(
    _ id: ContributionID, ground: HoldGround = .other, reason: String, seen: SeenContribution = .init(),
    by role: JournalEntry.Role
  ) throws {
    let (stored, reason) = (try decidable(id, by: role), String(reason.prefix(500)))
    if stored.holdGround == ground, stored.holdReason == reason || ![nil, .held].contains(seen.state) { return }
    try check(stored, is: seen)
    guard stored.state != .merged, !stored.isSetApart else { throw StoreError(id.rawValue, .decidedOtherwise) }
    try hold(id, ground, reason, by: role)
    guard ground == .confidant else { return }
    for merged in try reader.family(of: id) where merged != id { try hold(merged, ground, reason, by: role) }
  }

  private func hold(_ id: ContributionID, _ ground: HoldGround, _ reason: String, by role: JournalEntry.Role) throws {
    try setState(.held, of: id, ground: ground, reason: reason)
    // The journal does not say of which contribution somebody worries: it is a hold like any other.
    let told = ground == .confidant ? HoldGround.other : ground
    try note(.held, id.rawValue, by: role, ["ground": told.rawValue])
  }

  /// Records that a guardian consented on paper, or that this was noted by mistake or taken back; throws as `release` does.
  public func recordGuardianConsent(
    _ given: Bool, for id: ContributionID, seen: SeenContribution = .init(), by role: JournalEntry.Role
  ) throws {
    let stored = try decidable(id, by: role)
    if stored.teller.hasGuardianConsent == given, seen.version ?? stored.version == stored.version { return }
    try check(stored, is: seen)
    try db.execute(
      sql: "UPDATE contribution SET has_guardian_consent = ?, updated_at = max(?, created_at) WHERE id = ?",
      arguments: [given, now.milliseconds, id.rawValue])
    try note(.guardianConsented, id.rawValue, by: role, ["given": String(given)])
  }

  /// Lets the photo of a contribution by minors be seen, or keeps it with those who moderate again.
  ///
  /// Throws `.unknown` where there is no photo, or none for this role.
  public func allowPhoto(_ allowed: Bool, of id: ContributionID, by role: JournalEntry.Role) throws {
    _ = try decidable(id, by: role)
    try db.execute(
      sql: """
        UPDATE contribution SET is_photo_allowed = ?, updated_at = max(?, created_at) WHERE id = ? AND has_photo = 1
        """,
      arguments: [allowed, now.milliseconds, id.rawValue])
    guard db.changesCount == 1 else { throw StoreError(id.rawValue, .unknown) }
    try note(.photoAllowed, id.rawValue, by: role, ["allowed": String(allowed)])
  }

  /// Takes a decision back, merging too: the contribution waits again, and is shown nowhere meanwhile.
  ///
  /// Throws as `release` does.
  public func putBack(_ id: ContributionID, seen: SeenContribution = .init(), by role: JournalEntry.Role) throws {
    let stored = try decidable(id, by: role)
    if stored.state == .waiting { return }
    try check(stored, is: seen)
    try setState(.waiting, of: id)
    try note(.putBack, id.rawValue, by: role, stored.standingApart)
  }

  /// What a moderator may decide on; what is set apart for the confidant is the facilitator's alone.
  func decidable(_ id: ContributionID, by role: JournalEntry.Role) throws -> Contribution {
    guard let stored = try reader.contribution(id), stored.state != .withdrawn,
      !(stored.isSetApart && role == .moderator)
    else { throw StoreError(id.rawValue, .unknown) }
    return stored
  }

  /// Throws where a contribution is not what was seen of it any more.
  func check(_ stored: Contribution, is seen: SeenContribution) throws {
    if let version = seen.version, version != stored.version { throw StoreError(stored.id.rawValue, .editedMeanwhile) }
    if let state = seen.state, state != stored.state { throw StoreError(stored.id.rawValue, .decidedOtherwise) }
  }

  func setState(
    _ state: ContributionState, of id: ContributionID, ground: HoldGround? = nil, reason: String? = nil,
    mergedInto: ContributionID? = nil
  ) throws {
    try db.execute(
      sql: """
        UPDATE contribution SET state = ?, hold_ground = ?, hold_reason = ?, merged_into = ?, confidant_note = NULL,
          confidant_seen_at = NULL, updated_at = max(?, created_at)
        WHERE id = ? AND state <> 'withdrawn'
        """,
      arguments: [
        state.rawValue, ground?.rawValue, reason, mergedInto?.rawValue, now.milliseconds, id.rawValue,
      ])
    guard db.changesCount == 1 else { throw StoreError(id.rawValue, .unknown) }
  }

  /// Releases what comes in for the open step where its free text goes on at once, unless it has to be read first.
  ///
  /// A photo is always looked at first.
  func releaseAtOnce(_ prepared: PreparedSubmission) throws {
    let (submission, room) = (prepared.submission, try batch.room(db))
    // The step is a phone's own word for it: one that is closed waits for a reader.
    guard !prepared.mustBeRead, room.step == submission.step, room.releasesAtOnce?.contains(submission.step) == true,
      let stored = try reader.contribution(submission.id), stored.state == .waiting, stored.cautions.isEmpty,
      !stored.hasPhoto
    else { return }
    try release(stored.id, by: .server)
  }

  /// Has a step's free text released as it comes in, or read first again; what is there already stays as it is.
  public func setReleasesAtOnce(_ step: StepID, _ isOn: Bool, by role: JournalEntry.Role) throws {
    guard try (batch.room(db).releasesAtOnce ?? []).contains(step) != isOn else { return }
    var state = try batch.room(db)
    var steps = state.releasesAtOnce ?? []
    if isOn { steps.insert(step) } else { steps.remove(step) }
    state.releasesAtOnce = steps.isEmpty ? nil : steps
    try batch.setRoom(state, db)
    try note(.atOnceChanged, step.rawValue, by: role, ["on": String(isOn)])
  }
}
