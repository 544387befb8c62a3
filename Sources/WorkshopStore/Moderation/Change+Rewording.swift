import GRDB
public import Workshop

extension Change {
  /// Puts other words in the place of its teller's, which are kept; what is released stays so, for a moderator read it.
  ///
  /// `body` holds the answers as they become. Throws as `release` does; what changes nothing is not noted.
  public func reword(
    _ id: ContributionID, body: Body, seen: SeenContribution = .init(), by role: JournalEntry.Role
  ) throws {
    let stored = try rewordable(id, by: role)
    if stored.body == body { return }
    try check(stored, is: seen)
    let told = try stored.toldVersion.flatMap { try reader.body(of: id, version: $0) } ?? stored.body
    try replace(body, of: stored, isTold: told == body, by: role)
    try note(told == body ? .putAsTold : .reworded, id.rawValue, by: role, ["version": String(stored.version + 1)])
  }

  /// Puts its teller's words back; what stands as told stays so.
  ///
  /// Throws as `release` does.
  public func putAsTold(
    _ id: ContributionID, seen: SeenContribution = .init(), by role: JournalEntry.Role
  ) throws {
    let stored = try rewordable(id, by: role)
    guard let told = try stored.toldVersion.flatMap({ try reader.body(of: id, version: $0) }) else { return }
    try reword(id, body: told, seen: seen, by: role)
  }

  /// Makes two of one contribution: `first` stays in its place, `second` becomes a contribution of its own with the same
  /// teller, consents, origin and links.
  ///
  /// Splitting into the same part again changes nothing. Throws as `release` does, and `.conflict` where the part's id is
  /// taken by something else.
  public func split(
    _ id: ContributionID, into part: PreparedPart, first: Body, second: Body, seen: SeenContribution = .init(),
    by role: JournalEntry.Role
  ) throws {
    let stored = try rewordable(id, by: role)
    if let there = try reader.contribution(part.id) {
      guard there.splitFrom == id else { throw StoreError(part.id.rawValue, .conflict) }
      return
    }
    guard try !exists("SELECT 1 FROM tombstone WHERE id = ?", [part.id.rawValue]) else {
      throw StoreError(part.id.rawValue, .conflict)
    }
    try check(stored, is: seen)
    try replace(first, of: stored, isTold: false, by: role)
    try note(.split, id.rawValue, by: role, ["into": part.id.rawValue])
    let sequence = try note(.splitOff, part.id.rawValue, by: role, ["from": id.rawValue])
    try insert(part, of: stored, body: second, sequence: sequence)
  }

  /// Makes a contribution part of another, which carries it on; what pointed to it counts there.
  ///
  /// Throws `.cannotMerge` with why not, and as `release` does; merged there already, it stays so.
  public func merge(
    _ id: ContributionID, into target: ContributionID, seen: SeenContribution = .init(), by role: JournalEntry.Role
  ) throws {
    let stored = try decidable(id, by: role)
    if stored.mergedInto == target { return }
    if let fault = try mergeFault(stored, into: target) { throw StoreError(id.rawValue, .cannotMerge(fault)) }
    try check(stored, is: seen)
    guard !stored.isSetApart else { throw StoreError(id.rawValue, .decidedOtherwise) }
    try setState(.merged, of: id, mergedInto: target)
    try note(.merged, id.rawValue, by: role, ["into": target.rawValue])
  }

  private func mergeFault(_ stored: Contribution, into target: ContributionID) throws -> MergeFault? {
    if stored.id == target { return .itself }
    guard let other = try reader.contribution(target), other.state != .withdrawn, !other.isSetApart else {
      return .gone
    }
    if other.kind != stored.kind { return .otherKind }
    return try reader.standing()(for: target) == stored.id ? .circle : nil
  }

  private func rewordable(_ id: ContributionID, by role: JournalEntry.Role) throws -> Contribution {
    let stored = try decidable(id, by: role)
    guard stored.state != .merged, !stored.isSetApart else { throw StoreError(id.rawValue, .decidedOtherwise) }
    return stored
  }

  private func replace(_ body: Body, of stored: Contribution, isTold: Bool, by role: JournalEntry.Role) throws {
    try keepVersion(of: stored, by: role)
    try db.execute(
      sql: """
        UPDATE contribution SET body = ?, version = version + 1, told_version = ?, updated_at = max(?, created_at)
        WHERE id = ?
        """,
      arguments: [
        JSONText.of(body), isTold ? nil : stored.toldVersion ?? stored.version, now.milliseconds, stored.id.rawValue,
      ])
    try reindex(SearchText.of(body), of: stored)
  }

  private func insert(_ part: PreparedPart, of stored: Contribution, body: Body, sequence: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO contribution (id, body, has_photo, version, request_hash, withdrawal_hash, sequence, updated_at,
          split_from, kind, step, state, owner, route, table_label, language, is_late, groups, consents, consent_version,
          has_guardian_consent, hold_ground, hold_reason, created_at, gathering)
        SELECT ?, ?, 0, 1, ?, ?, ?, max(?, created_at),
          id, kind, step, state, owner, route, table_label, language, is_late, groups, consents, consent_version,
          has_guardian_consent, hold_ground, hold_reason, created_at, gathering
        FROM contribution WHERE id = ?
        """,
      arguments: [
        part.id.rawValue, JSONText.of(body), part.requestHash.data, part.withdrawalHash.data, sequence,
        now.milliseconds,
        stored.id.rawValue,
      ])
    let number = db.lastInsertedRowID
    try db.execute(
      sql: """
        INSERT INTO link (from_id, from_kind, relation, to_contribution, to_kind, to_theme)
        SELECT ?, from_kind, relation, to_contribution, to_kind, to_theme FROM link
        WHERE from_id = ? AND relation <> 'belongsTo' ORDER BY number
        """,
      arguments: [part.id.rawValue, stored.id.rawValue])
    try index(SearchText.of(body), number: number)
  }
}

/// The part that a contribution is split into, with what the file knows it by.
public struct PreparedPart: Sendable {
  /// Made by the console.
  public let id: ContributionID
  let requestHash: [UInt8]
  let withdrawalHash: [UInt8]
}

extension TrajectoryStore {
  /// Prepares a part of a contribution; its own code takes it back.
  public func preparePart(_ id: ContributionID) -> PreparedPart {
    // Nobody sends a part, so that its hash has to fit no body.
    PreparedPart(
      id: id, requestHash: Digest.sha256(Array("part \(id)".utf8)),
      withdrawalHash: WithdrawalCode(for: id, secret: secret).hash(secret: secret))
  }
}
