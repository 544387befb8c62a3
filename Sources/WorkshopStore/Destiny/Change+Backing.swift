import GRDB
public import Workshop

extension Change {
  /// Lets a person join an action team or co-sign a pledge, or takes that back; what was so already stays so.
  ///
  /// Throws `.notEditable` once the day is closed, `.unknown` for no action or pledge that the room may see.
  public func back(_ subject: ContributionID, _ backs: Bool, by voter: Voter) throws {
    guard try batch.room(db).closedAt == nil else { throw StoreError("backing", .notEditable) }
    guard let stored = try reader.contribution(subject), stored.canBeBacked, stored.may(.screen) else {
      throw StoreError(subject.rawValue, .unknown)
    }
    try db.execute(
      sql: backs
        ? "INSERT OR IGNORE INTO backing (voter, person, subject, subject_kind) VALUES (?, ?, ?, ?)"
        : "DELETE FROM backing WHERE voter = ? AND person = ? AND subject = ? AND subject_kind = ?",
      arguments: [voter.owner.bytes.data, voter.person, subject.rawValue, stored.kind.rawValue])
    if db.changesCount > 0 { try note(.backed, subject.rawValue, by: .participant, ["backs": String(backs)]) }
  }
}

extension Reader {
  /// How many joined each action or co-signed each pledge; one nobody did is not in it.
  public func backing() throws -> [ContributionID: Int] {
    let sql = "SELECT subject, count(*) AS n FROM backing GROUP BY subject"
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { $0[ContributionID($1["subject"] as String)] = $1["n"] }
  }

  /// How many joined one action or co-signed one pledge.
  public func backing(of subject: ContributionID) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM backing WHERE subject = ?", arguments: [subject.rawValue]) ?? 0
  }

  /// What the people on a device joined or co-signed.
  public func backing(by owner: OwnerKey) throws -> [(person: Int, subject: ContributionID)] {
    let sql = "SELECT person, subject FROM backing WHERE voter = ? ORDER BY person, subject"
    return try Row.fetchAll(db, sql: sql, arguments: [owner.bytes.data]).map {
      ($0["person"], ContributionID($0["subject"] as String))
    }
  }
}

extension Contribution {
  /// Whether people can put themselves behind it.
  var canBeBacked: Bool { kind == .action || (kind == .pledge && pledgeKind != .request) }
}
