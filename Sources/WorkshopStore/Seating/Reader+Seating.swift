import GRDB
public import Workshop

/// Who checked in for a gathering, as far as its tables need to know.
public struct SeatingCheckIns: Hashable, Sendable {
  /// Those with a badge, one each; a badge given on several phones stands here several times.
  public let attendees: [Attendee]
  /// How many phones were checked in without the number of a badge.
  public let withoutBadge: Int
}

extension Reader {
  /// The tables of a gathering and their version; nil where nothing was kept yet.
  public func seatingPlan(of gathering: GatheringID) throws -> (plan: SeatingPlan, version: Int)? {
    let sql = "SELECT body, version FROM seating WHERE gathering = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [gathering.rawValue]).map {
      (try StoredJSON.value(SeatingPlan.self, from: $0["body"]), $0["version"])
    }
  }

  /// The version of a gathering's tables, 0 where nothing was kept yet; cheaper than the tables themselves.
  public func seatingVersion(of gathering: GatheringID) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT version FROM seating WHERE gathering = ?"), arguments: [gathering.rawValue]) ?? 0
  }

  /// Who checked in for a gathering.
  ///
  /// A check-in from before gatherings were told apart is one of the first. Nothing of what was told on these phones is
  /// read: a session does not know it.
  public func checkIns(for gathering: GatheringID) throws -> SeatingCheckIns {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT groups, organisation, language, badge FROM session
        WHERE is_checked_in = 1
          AND coalesce(gathering, (SELECT id FROM gathering ORDER BY position LIMIT 1)) = ?
        """,
      arguments: [gathering.rawValue])
    let attendees = try rows.compactMap { row -> Attendee? in
      guard let badge = Badge(row["badge"] as String) else { return nil }
      let groups = try StoredJSON.value([String].self, from: row["groups"])
      return Attendee(
        badge, groups: Set(groups), organisation: row["organisation"],
        languages: [Language(rawValue: row["language"]) ?? .dutch])
    }
    return SeatingCheckIns(
      attendees: attendees.sorted { $0.badge < $1.badge }, withoutBadge: rows.count - attendees.count)
  }
}
