import Foundation
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
        ? "INSERT OR IGNORE INTO backing (voter, person, subject, subject_kind) VALUES (:voter, :person, :id, :kind)"
        : """
        DELETE FROM backing WHERE voter = :voter AND person = :person AND subject_kind = :kind
          AND subject IN (\(Reader.family))
        """,
      arguments: [
        "voter": voter.owner.bytes.data, "person": voter.person, "id": subject.rawValue, "kind": stored.kind.rawValue,
      ])
    if db.changesCount > 0 { try note(.backed, subject.rawValue, by: .participant, ["backs": String(backs)]) }
  }
}

extension Reader {
  /// How many joined each action or co-signed each pledge, what was merged into it with it and nobody twice; one nobody did
  /// is not in it.
  public func backing() throws -> [ContributionID: Int] {
    let standing = try standing()
    let rows = try Row.fetchAll(db, sql: "SELECT voter, person, subject FROM backing")
    let backers = rows.reduce(into: [ContributionID: Set<Backer>]()) { backers, row in
      let subject = standing(for: ContributionID(row["subject"] as String))
      backers[subject, default: []].insert(Backer(voter: row["voter"], person: row["person"]))
    }
    return backers.mapValues(\.count)
  }

  /// How many joined one action or co-signed one pledge, as `backing()` counts.
  public func backing(of subject: ContributionID) throws -> Int {
    let sql = "SELECT count(*) FROM (SELECT DISTINCT voter, person FROM backing WHERE subject IN (\(Self.family)))"
    return try Int.fetchOne(db, sql: sql, arguments: ["id": subject.rawValue]) ?? 0
  }

  /// What the people on a device joined or co-signed; what was merged as what carries it on.
  public func backing(by owner: OwnerKey) throws -> [(person: Int, subject: ContributionID)] {
    let standing = try standing()
    let sql = "SELECT person, subject FROM backing WHERE voter = ? ORDER BY person, subject"
    var seen: [Int: Set<ContributionID>] = [:]
    return try Row.fetchAll(db, sql: sql, arguments: [owner.bytes.data]).compactMap { row in
      let (person, subject) = (row["person"] as Int, standing(for: ContributionID(row["subject"] as String)))
      return seen[person, default: []].insert(subject).inserted ? (person, subject) : nil
    }
  }
}

private struct Backer: Hashable {
  let voter: Data
  let person: Int
}

extension Contribution {
  /// Whether people can put themselves behind it.
  var canBeBacked: Bool { kind == .action || (kind == .pledge && pledgeKind != .request) }
}
