import GRDB
public import Workshop

extension Change {
  /// Stores a submission: envelope, photo, links, search index and journal.
  ///
  /// The same submission again gives the same receipt. Throws `StoreError` with `.conflict` where its UUID is taken by
  /// another body, and `.badReference` where a link points to something that is not there or not of the right kind.
  public func submit(_ prepared: PreparedSubmission, by role: JournalEntry.Role = .participant) throws -> Receipt {
    if let earlier = try earlierReceipt(for: prepared) { return earlier }
    let submission = prepared.submission
    let isLate = try batch.room(db).step != submission.step && role == .participant
    let gathering = try gathering(of: submission, by: role)
    let sequence = try note(.submitted, submission.id.rawValue, by: role, ["kind": submission.kind.rawValue])
    try insert(prepared, at: gathering, isLate: isLate, sequence: sequence)
    let number = db.lastInsertedRowID
    if let photo = submission.photo { try save(photo, of: submission.id) }
    try save(submission.links, from: submission.kind)
    try index(prepared.searchText, number: number)
    try releaseAtOnce(prepared)
    return Receipt(
      id: submission.id, number: number, kind: submission.kind, version: 1, isLate: isLate, sequence: sequence,
      code: prepared.code)
  }

  /// Replaces the answers of a contribution while its step is open; the earlier version is kept beside it.
  ///
  /// Throws `.unknown` where the device did not send it, `.notEditable` where its step is closed, `.badReference` where the
  /// edit names another step than its own, `.outdated` where
  /// `version` is not the latest. What a moderator released or merged goes back to waiting, since the new text was not read
  /// yet; where a moderator had reworded it, the teller's words stand again.
  public func edit(_ prepared: PreparedSubmission, version: Int, owner: OwnerKey) throws -> Receipt {
    let submission = prepared.submission
    guard let stored = try reader.contribution(submission.id), stored.kind == submission.kind,
      try reader.owner(of: submission.id) == owner.bytes
    else { throw StoreError(submission.id.rawValue, .unknown) }
    if let again = try repeatedEdit(prepared, stored: stored, version: version) { return again }
    guard stored.state != .withdrawn, try batch.room(db).step == stored.step else {
      throw StoreError(submission.id.rawValue, .notEditable)
    }
    guard submission.step == stored.step else { throw StoreError(submission.id.rawValue, .badReference("step")) }
    guard stored.version == version else { throw StoreError(submission.id.rawValue, .outdated) }
    try keepVersion(of: stored, by: .participant)
    let facts = stored.standingApart.merging(["version": String(version + 1)]) { $1 }
    let sequence = try note(.edited, submission.id.rawValue, by: .participant, facts)
    try replace(prepared, stored: stored, sequence: sequence)
    try releaseAtOnce(prepared)
    return Receipt(
      id: stored.id, number: stored.number, kind: stored.kind, version: version + 1, isLate: stored.origin.isLate,
      sequence: sequence, code: prepared.code)
  }

  /// The gathering something was told at: the one that goes on; only who enters for somebody else may name another.
  private func gathering(of submission: Submission, by role: JournalEntry.Role) throws -> GatheringID? {
    guard role != .participant, let named = submission.origin.gathering else { return try batch.room(db).gathering }
    guard try exists("SELECT 1 FROM gathering WHERE id = ?", [named.rawValue]) else {
      throw StoreError(submission.id.rawValue, .badReference("gathering"))
    }
    return named
  }

  private func earlierReceipt(for prepared: PreparedSubmission) throws -> Receipt? {
    let id = prepared.submission.id
    let earlier = try db.run(
      "SELECT number, is_late, sequence, request_hash FROM contribution WHERE id = ?", [.text(id.rawValue)]
    ) { row in
      // The kind is part of what is hashed; the hash of what was withdrawn is gone, so that it fits nothing.
      let isSame = row.isBlob(3, prepared.requestHash)
      return (number: row.integer(0), isLate: row.integer(1) == 1, sequence: row.integer(2), isSame: isSame)
    }
    guard let earlier else {
      let isWithdrawn = try db.run("SELECT 1 FROM tombstone WHERE id = ?", [.text(id.rawValue)]) { _ in true }
      guard isWithdrawn == nil else { throw StoreError(id.rawValue, .conflict) }
      return nil
    }
    guard earlier.isSame else { throw StoreError(id.rawValue, .conflict) }
    return Receipt(
      id: id, number: earlier.number, kind: prepared.submission.kind, version: 1, isLate: earlier.isLate,
      sequence: earlier.sequence, code: prepared.code)
  }

  /// An edit whose answer got lost and that is sent again: the same body on the version before.
  func repeatedEdit(_ prepared: PreparedSubmission, stored: Contribution, version: Int) throws -> Receipt? {
    // Written this way round, since the version named is anything a client likes.
    guard stored.version - 1 == version else { return nil }
    let sql = "SELECT edit_sequence FROM contribution WHERE id = ? AND edit_hash = ?"
    let last = try Int64.fetchOne(db, sql: sql, arguments: [stored.id.rawValue, prepared.requestHash.data])
    guard let last else { return nil }
    return Receipt(
      id: stored.id, number: stored.number, kind: stored.kind, version: stored.version, isLate: stored.origin.isLate,
      sequence: last, code: prepared.code)
  }

  private func insert(
    _ prepared: PreparedSubmission, at gathering: GatheringID?, isLate: Bool, sequence: Int64
  ) throws {
    let submission = prepared.submission
    try db.run(
      """
      INSERT INTO contribution (id, kind, step, state, owner, route, table_label, language, is_late, groups, consents,
        consent_version, has_guardian_consent, body, has_photo, version, request_hash, withdrawal_hash, sequence,
        created_at, updated_at, gathering)
      VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(submission.id.rawValue), .text(submission.kind.rawValue), .text(submission.step.rawValue),
        prepared.owner.map { .blob($0.bytes) } ?? .null, .text(submission.origin.route.rawValue),
        .text(submission.origin.table), .text(submission.origin.language.rawValue), .flag(isLate),
        .text(prepared.groups), .text(prepared.consents), .text(Consent.textVersion),
        .flag(submission.teller.hasGuardianConsent), .text(prepared.body), .flag(submission.photo != nil),
        .blob(prepared.requestHash), .blob(prepared.withdrawalHash), .integer(sequence), .integer(now.milliseconds),
        .integer(now.milliseconds), .text(gathering?.rawValue),
      ])
  }

  func replace(_ prepared: PreparedSubmission, stored: Contribution, sequence: Int64) throws {
    let submission = prepared.submission
    let state = stored.state == .held ? ContributionState.held : .waiting
    try db.execute(
      sql: """
        UPDATE contribution SET groups = ?1, consents = ?2, consent_version = ?3, has_guardian_consent = ?4,
          body = ?5, language = ?6, has_photo = has_photo OR ?7, is_photo_allowed = is_photo_allowed AND NOT ?7,
          version = version + 1, state = ?8, merged_into = NULL,
          told_version = NULL, edit_hash = ?9, edit_sequence = ?10, updated_at = max(?11, created_at)
        WHERE id = ?12
        """,
      arguments: [
        prepared.groups, prepared.consents, Consent.textVersion, submission.teller.hasGuardianConsent, prepared.body,
        submission.origin.language.rawValue, submission.photo != nil, state.rawValue,
        prepared.requestHash.data, sequence, now.milliseconds, stored.id.rawValue,
      ])
    if let photo = submission.photo { try save(photo, of: stored.id) }
    try removeOwnLinks(of: stored)
    try save(submission.links, from: submission.kind)
    try reindex(prepared.searchText, of: stored)
  }

  func keepVersion(of stored: Contribution, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: """
        INSERT INTO contribution_version (contribution, version, body, replaced_at, replaced_by)
        SELECT id, version, body, ?, ? FROM contribution WHERE id = ?
        """,
      arguments: [now.milliseconds, role.rawValue, stored.id.rawValue])
  }

  private func save(_ photo: [UInt8], of id: ContributionID) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO photo (contribution, jpeg) VALUES (?, ?)", arguments: [id.rawValue, photo.data])
  }

  func reindex(_ text: String, of stored: Contribution) throws {
    try db.execute(sql: "DELETE FROM search WHERE rowid = ?", arguments: [stored.number])
    try index(text, number: stored.number)
  }

  func index(_ text: String, number: Int64) throws {
    // Filled here and not by a trigger: FTS5 triggers fail while trusted_schema is off.
    try db.run("INSERT INTO search (rowid, text) VALUES (?, ?)", [.integer(number), .text(text)])
  }
}
