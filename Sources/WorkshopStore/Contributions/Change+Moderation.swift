import GRDB
public import Workshop

extension Change {
  /// Lets a contribution go where its teller consents to; throws `.unknown` where there is nothing to release.
  public func release(_ id: ContributionID, by role: JournalEntry.Role) throws {
    try setState(.released, of: id)
    try note(.released, id.rawValue, by: role)
  }

  /// Releases everything of a kind that waits, but not what has to be read first; returns how many.
  public func releaseAll(_ kind: ContributionKind, by role: JournalEntry.Role) throws -> Int {
    let plain = try reader.waitingContributions(kind).filter(\.cautions.isEmpty)
    for contribution in plain { try release(contribution.id, by: role) }
    return plain.count
  }

  /// Keeps a contribution back, on a ground and with a note for the console; throws `.unknown` where there is nothing to
  /// hold.
  public func hold(
    _ id: ContributionID, ground: HoldGround = .other, reason: String, by role: JournalEntry.Role
  ) throws {
    try setState(.held, of: id, ground: ground, reason: String(reason.prefix(500)))
    try note(.held, id.rawValue, by: role)
  }

  /// Records that a guardian consented on paper, or that this was noted by mistake or taken back.
  ///
  /// Throws `.unknown` where the contribution is not there or was withdrawn.
  public func recordGuardianConsent(_ given: Bool, for id: ContributionID, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: """
        UPDATE contribution SET has_guardian_consent = ?, updated_at = max(?, created_at)
        WHERE id = ? AND state <> 'withdrawn'
        """,
      arguments: [given, now.milliseconds, id.rawValue])
    guard db.changesCount == 1 else { throw StoreError(id.rawValue, .unknown) }
    try note(.guardianConsented, id.rawValue, by: role, ["given": String(given)])
  }

  /// Lets the photo of a contribution by minors be seen, or keeps it with the facilitators again.
  ///
  /// Throws `.unknown` where there is no photo.
  public func allowPhoto(_ allowed: Bool, of id: ContributionID, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: """
        UPDATE contribution SET is_photo_allowed = ?, updated_at = max(?, created_at) WHERE id = ? AND has_photo = 1
        """,
      arguments: [allowed, now.milliseconds, id.rawValue])
    guard db.changesCount == 1 else { throw StoreError(id.rawValue, .unknown) }
    try note(.photoAllowed, id.rawValue, by: role, ["allowed": String(allowed)])
  }

  /// Takes a decision back: the contribution waits again, and is shown nowhere meanwhile.
  public func putBack(_ id: ContributionID, by role: JournalEntry.Role) throws {
    try setState(.waiting, of: id)
    try note(.putBack, id.rawValue, by: role)
  }

  /// Takes a contribution back for its teller: its text, photo, earlier versions and links go for good.
  ///
  /// What is left is a tombstone, by which the withdrawal is applied again after a restore; the hashes of what was sent go
  /// too, since a short text can be guessed from its hash. Throws `.unknown` for a code that belongs to nothing; a second
  /// withdrawal changes nothing.
  public func withdraw(_ code: WithdrawalCode, in store: TrajectoryStore) throws -> Contribution {
    guard let found = try reader.contribution(of: code, in: store), let stored = try reader.contribution(found) else {
      throw StoreError("code", .unknown)
    }
    return stored.state == .withdrawn ? stored : try erase(stored)
  }

  private func erase(_ stored: Contribution) throws -> Contribution {
    let id = stored.id.rawValue
    try db.execute(sql: "DELETE FROM photo WHERE contribution = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM contribution_version WHERE contribution = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM link WHERE from_id = ?1 OR to_contribution = ?1", arguments: [id])
    try db.execute(sql: "DELETE FROM stance WHERE proposal = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM backing WHERE subject = ?", arguments: [id])
    try eraseContacts(of: stored.id)
    try db.execute(
      sql: """
        UPDATE contribution SET state = 'withdrawn', hold_ground = NULL, hold_reason = NULL, body = '{}', groups = '[]', consents = '[]',
          has_guardian_consent = 0, table_label = NULL, has_photo = 0, is_photo_allowed = 0, owner = NULL, merged_into = NULL,
          told_version = NULL, request_hash = zeroblob(32), edit_hash = NULL, edit_sequence = NULL,
          updated_at = max(?, created_at)
        WHERE id = ?
        """,
      arguments: [now.milliseconds, id])
    try db.execute(sql: "DELETE FROM search WHERE rowid = ?", arguments: [stored.number])
    batch.hasErased = true
    try db.execute(
      sql: "INSERT OR IGNORE INTO tombstone (id, withdrawn_at) VALUES (?, ?)", arguments: [id, now.milliseconds])
    try note(.withdrawn, id, by: .participant, ["kind": stored.kind.rawValue])
    return try reader.contribution(stored.id) ?? stored
  }

  private func setState(
    _ state: ContributionState, of id: ContributionID, ground: HoldGround? = nil, reason: String? = nil
  ) throws {
    try db.execute(
      sql: """
        UPDATE contribution SET state = ?, hold_ground = ?, hold_reason = ?, updated_at = max(?, created_at)
        WHERE id = ? AND state <> 'withdrawn'
        """,
      arguments: [state.rawValue, ground?.rawValue, reason, now.milliseconds, id.rawValue])
    guard db.changesCount == 1 else { throw StoreError(id.rawValue, .unknown) }
  }
}
