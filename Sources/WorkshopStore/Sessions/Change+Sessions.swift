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

  /// Keeps what someone said at check-in, for the gathering that goes on, and returns the device as it is now.
  @discardableResult
  public func checkIn(_ session: Session, as checkIn: CheckIn) throws -> Session {
    let gathering = try batch.room(db).gathering
    try db.execute(
      sql: """
        UPDATE session SET language = ?, groups = ?, organisation = ?, table_label = ?, badge = ?, is_checked_in = 1,
          gathering = ?
        WHERE number = ?
        """,
      arguments: [
        checkIn.language.rawValue, try StoredJSON.text(checkIn.groups), checkIn.organisation, checkIn.table,
        checkIn.badge, gathering?.rawValue, session.number,
      ])
    // Without the session's number: the journal must not lead from a time to a device.
    try note(.checkedIn, by: .participant)
    return Session(number: session.number, hash: session.hash, checkIn: checkIn, gathering: gathering)
  }
}

extension Reader {
  /// Whether a device is checked in for the gathering that goes on: who comes back for another one checks in again, so
  /// that its tables and its totals count them.
  ///
  /// A check-in from before gatherings were told apart is one of the first.
  public func isCheckedIn(_ session: Session) throws -> Bool {
    guard session.checkIn.isDone else { return false }
    guard let current = try currentGathering()?.id, session.gathering != current else { return true }
    return try session.gathering == nil && gatherings().first?.id == current
  }

  /// Every device that joined.
  public func sessions() throws -> [Session] {
    try Row.fetchAll(db, sql: "SELECT * FROM session").map { row in
      Session(
        number: row["number"], hash: Array(row["hash"] as Data),
        checkIn: CheckIn(
          language: Language(rawValue: row["language"]) ?? .dutch,
          groups: try StoredJSON.value([String].self, from: row["groups"]), organisation: row["organisation"],
          table: row["table_label"], badge: row["badge"], isDone: row["is_checked_in"]),
        gathering: (row["gathering"] as String?).map { GatheringID($0) })
    }
  }

  /// Who took part in the whole traject, as totals.
  public func participation() throws -> Participation {
    Self.participation(of: try sessions())
  }

  /// Who took part in its workdays, as totals: somebody who last checked in for another gathering is not among them.
  public func workdayParticipation() throws -> Participation {
    let gatherings = try gatherings()
    let workdays = Set(gatherings.filter { $0.kind == .workday }.map(\.id))
    // A check-in from before a gathering went on is one of the first.
    return Self.participation(
      of: try sessions().filter { session in
        (session.gathering ?? gatherings.first?.id).map(workdays.contains) ?? false
      })
  }

  private static func participation(of sessions: [Session]) -> Participation {
    let present = sessions.filter(\.checkIn.isDone)
    let byGroup = present.reduce(into: [String: Int]()) { totals, session in
      for group in Set(session.checkIn.groups) { totals[group, default: 0] += 1 }
    }
    return Participation(
      devices: present.count, byGroup: byGroup,
      organisations: Set(present.map(\.checkIn.organisation)).subtracting([""]).count,
      tables: Set(present.map(\.checkIn.table)).subtracting([""]).count)
  }
}
