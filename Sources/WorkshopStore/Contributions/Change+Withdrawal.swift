import GRDB
public import Workshop

extension Change {
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
    try letGo(of: stored)
    try db.execute(sql: "DELETE FROM photo WHERE contribution = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM contribution_version WHERE contribution = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM link WHERE from_id = ?1 OR to_contribution = ?1", arguments: [id])
    try db.execute(sql: "DELETE FROM stance WHERE proposal = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM backing WHERE subject = ?", arguments: [id])
    try eraseContacts(of: stored.id)
    try db.execute(
      sql: """
        UPDATE contribution SET state = 'withdrawn', hold_ground = NULL, hold_reason = NULL, confidant_note = NULL,
          confidant_seen_at = NULL, body = '{}', groups = '[]', consents = '[]',
          has_guardian_consent = 0, table_label = NULL, has_photo = 0, is_photo_allowed = 0,
          owner = NULL, merged_into = NULL,
          told_version = NULL, request_hash = zeroblob(32), edit_hash = NULL, edit_sequence = NULL,
          updated_at = max(?, created_at)
        WHERE id = ?
        """,
      arguments: [now.milliseconds, id])
    try db.execute(sql: "DELETE FROM search WHERE rowid = ?", arguments: [stored.number])
    batch.hasErased = true
    try db.execute(
      sql: "INSERT OR IGNORE INTO tombstone (id, withdrawn_at) VALUES (?, ?)", arguments: [id, now.milliseconds])
    try note(.withdrawn, id, by: .participant, stored.standingApart.merging(["kind": stored.kind.rawValue]) { $1 })
    return try reader.contribution(stored.id) ?? stored
  }

  /// What hangs on something that goes: what was merged into it stands on its own again, what was split off goes along,
  /// and every text it was split from, whose earlier versions hold its words, keeps only what it is now.
  private func letGo(of stored: Contribution) throws {
    for id in try reader.merged(into: stored.id) {
      try setState(.waiting, of: id)
      try note(.putBack, id.rawValue, by: .server)
    }
    for part in try reader.parts(of: stored.id) where part.state != .withdrawn { _ = try erase(part) }
    var whole = stored.splitFrom
    while let source = whole {
      try db.execute(sql: "DELETE FROM contribution_version WHERE contribution = ?", arguments: [source.rawValue])
      try db.execute(sql: "UPDATE contribution SET told_version = NULL WHERE id = ?", arguments: [source.rawValue])
      whole = try reader.contribution(source)?.splitFrom
    }
  }
}
