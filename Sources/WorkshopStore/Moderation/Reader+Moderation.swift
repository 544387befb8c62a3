import GRDB
public import Workshop

public import struct Foundation.Date

extension Reader {
  /// Where what was merged is carried on.
  public func standing() throws -> Standing<Contribution> {
    let sql = "SELECT id, merged_into FROM contribution WHERE merged_into IS NOT NULL"
    return Standing(
      try Row.fetchAll(db, sql: sql).reduce(into: [:]) { merges, row in
        merges[ContributionID(row["id"] as String)] = ContributionID(row["merged_into"] as String)
      })
  }

  /// The numbers of what was merged into each contribution, in order; one that nothing was merged into is not in it.
  public func mergedNumbers() throws -> [ContributionID: [Int64]] {
    let sql = "SELECT merged_into, number FROM contribution WHERE merged_into IS NOT NULL ORDER BY number"
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { numbers, row in
      numbers[ContributionID(row["merged_into"] as String), default: []].append(row["number"])
    }
  }

  /// The answers as they were in an earlier version, or nil where that is not kept.
  public func body(of id: ContributionID, version: Int) throws -> Body? {
    let sql = "SELECT body FROM contribution_version WHERE contribution = ? AND version = ?"
    let body = try String.fetchOne(db, sql: sql, arguments: [id.rawValue, version])
    return try body.map { try StoredJSON.value(Body.self, from: $0) }
  }

  /// The answers as their teller gave them, where a moderator reworded them since; nil where they stand as told.
  public func toldBody(of contribution: Contribution) throws -> Body? {
    try contribution.toldVersion.flatMap { try body(of: contribution.id, version: $0) }
  }

  /// What a moderator set apart for the confidant, by number; in no other list.
  public func setApart() throws -> [SetApart] {
    try Row.fetchAll(db, sql: Self.setApart).compactMap { row in
      guard let contribution = try contribution(ContributionID(row["id"] as String)) else { return nil }
      return SetApart(
        contribution: contribution, heldAt: (row["held_at"] as Int64?).map { Date(milliseconds: $0) },
        note: row["confidant_note"] ?? "", seenAt: (row["confidant_seen_at"] as Int64?).map { Date(milliseconds: $0) })
    }
  }

  /// What moderators decided, the newest first: facts and numbers, never a text.
  ///
  /// What is set apart for the confidant is not in it.
  public func moderationLog(limit: Int) throws -> [ModerationAct] {
    let sql = """
      SELECT journal.*, contribution.number, other.number AS other_number
      FROM journal LEFT JOIN contribution ON contribution.id = journal.subject
        LEFT JOIN contribution AS other
          ON other.id = coalesce(json_extract(journal.facts, '$.into'), json_extract(journal.facts, '$.from'))
      WHERE journal.kind IN (\(ModerationAct.Kind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
        AND contribution.hold_ground IS NOT 'confidant' AND other.hold_ground IS NOT 'confidant'
      ORDER BY journal.sequence DESC LIMIT ?
      """
    return try Row.fetchAll(db, sql: sql, arguments: [limit]).compactMap(ModerationAct.init(row:))
  }

  func merged(into id: ContributionID) throws -> [ContributionID] {
    try String.fetchAll(
      db, sql: "SELECT id FROM contribution WHERE merged_into = ? ORDER BY number", arguments: [id.rawValue]
    ).map { ContributionID($0) }
  }

  /// A contribution with all that was merged into it, and into that, by number.
  func family(of id: ContributionID) throws -> [ContributionID] {
    let sql = "SELECT id FROM contribution WHERE id IN (\(Self.family)) ORDER BY number"
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: ["id": id.rawValue]).map { ContributionID($0) }
  }

  /// The ids of `family(of:)` for the parameter `:id`, as a query within another.
  static let family = """
    WITH RECURSIVE family (id) AS (
      SELECT :id UNION SELECT contribution.id FROM contribution JOIN family ON contribution.merged_into = family.id)
    SELECT id FROM family
    """

  static let setApart = """
    SELECT contribution.id, confidant_note, confidant_seen_at, (SELECT max(at) FROM journal
      WHERE subject = contribution.id AND kind = 'held') AS held_at
    FROM contribution WHERE hold_ground = 'confidant' ORDER BY number
    """

  func parts(of id: ContributionID) throws -> [Contribution] {
    try contributions(where: "split_from = ?", [id.rawValue])
  }
}

/// A contribution that was set apart for the confidant, and what became of it.
public struct SetApart: Hashable, Sendable {
  /// The contribution.
  public let contribution: Contribution
  /// When it was set apart.
  public let heldAt: Date?
  /// What was done, as the facilitator noted it; empty where nothing was noted.
  public let note: String
  /// When it was noted that the confidant saw it; nil while that is not so.
  public let seenAt: Date?
}

/// One act of moderation: who in what capacity, when, what, about which number.
public struct ModerationAct: Hashable, Sendable {
  /// What was done; the raw values are those of the journal.
  public enum Kind: String, CaseIterable, Sendable {
    case released, held, putBack, guardianConsented, reworded, putAsTold, split, splitOff, merged, atOnceChanged
  }

  /// Its place in the journal.
  public let sequence: Int64
  /// When, on the server's clock.
  public let at: Date
  /// What.
  public let kind: Kind
  /// In what capacity.
  public let role: JournalEntry.Role
  /// The number of the contribution; nil for what concerns a step.
  public let number: Int64?
  /// The number of the other contribution it was merged into or split from; nil where there is none.
  public let otherNumber: Int64?
  /// Facts: the ground of holding, whether a guardian consented, whether a step releases at once.
  public let facts: [String: String]
  /// The step it concerns; nil for what concerns a contribution.
  public let step: StepID?
}

extension ModerationAct {
  fileprivate init?(row: Row) throws {
    guard let kind = Kind(rawValue: row["kind"]), let role = JournalEntry.Role(rawValue: row["role"]) else {
      return nil
    }
    self.init(
      sequence: row["sequence"], at: Date(milliseconds: row["at"]), kind: kind, role: role, number: row["number"],
      otherNumber: row["other_number"], facts: try StoredJSON.value([String: String].self, from: row["facts"]),
      step: kind == .atOnceChanged ? StepID(row["subject"] as String) : nil)
  }
}

extension Change {
  /// Notes what was done about something that is set apart for the confidant, and whether the confidant saw it.
  ///
  /// Throws `.unknown` where it is not set apart.
  public func noteForConfidant(
    _ note: String, isSeen: Bool, on id: ContributionID, by role: JournalEntry.Role
  ) throws {
    try db.execute(
      sql: """
        UPDATE contribution SET confidant_note = ?,
          confidant_seen_at = CASE WHEN ? THEN coalesce(confidant_seen_at, ?) END
        WHERE id = ? AND hold_ground = 'confidant'
        """,
      arguments: [String(note.prefix(4_000)), isSeen, now.milliseconds, id.rawValue])
    guard db.changesCount == 1 else { throw StoreError(id.rawValue, .unknown) }
    // Without its id: the journal does not say of which contribution somebody worries.
    try self.note(.confidantNoted, by: role, ["seen": String(isSeen)])
  }
}
