import Foundation
import GRDB
public import Workshop

extension Change {
  /// Lets a device in.
  public func join(hash: [UInt8]) throws -> Session {
    try db.execute(
      sql: """
        INSERT INTO session (hash, language, groups, organisation, table_label, badge, is_checked_in, created_at)
        VALUES (?, 'nl', '[]', '', '', '', 0, ?)
        """,
      arguments: [hash.data, now.milliseconds])
    return Session(number: db.lastInsertedRowID, hash: hash, checkIn: CheckIn())
  }

  /// Keeps what someone said at check-in.
  public func checkIn(_ session: Session, as checkIn: CheckIn) throws {
    try db.execute(
      sql: """
        UPDATE session SET language = ?, groups = ?, organisation = ?, table_label = ?, badge = ?, is_checked_in = 1,
          gathering = ?
        WHERE number = ?
        """,
      arguments: [
        checkIn.language.rawValue, try StoredJSON.text(checkIn.groups), checkIn.organisation, checkIn.table,
        checkIn.badge, try batch.room(db).gathering?.rawValue, session.number,
      ])
    // Without the session's number: the journal must not lead from a time to a device.
    try note(.checkedIn, by: .participant)
  }
}

extension Reader {
  /// Every device that joined.
  public func sessions() throws -> [Session] {
    try Row.fetchAll(db, sql: "SELECT * FROM session").map { row in
      Session(
        number: row["number"], hash: Array(row["hash"] as Data),
        checkIn: CheckIn(
          language: Language(rawValue: row["language"]) ?? .dutch,
          groups: try StoredJSON.value([String].self, from: row["groups"]), organisation: row["organisation"],
          table: row["table_label"], badge: row["badge"], isDone: row["is_checked_in"]))
    }
  }

  /// Who took part, as totals.
  public func participation() throws -> Participation {
    let present = try sessions().filter(\.checkIn.isDone)
    let byGroup = present.reduce(into: [String: Int]()) { totals, session in
      for group in Set(session.checkIn.groups) { totals[group, default: 0] += 1 }
    }
    return Participation(
      devices: present.count, byGroup: byGroup,
      organisations: Set(present.map(\.checkIn.organisation)).subtracting([""]).count,
      tables: Set(present.map(\.checkIn.table)).subtracting([""]).count)
  }
}
