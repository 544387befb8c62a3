import GRDB
public import Workshop

extension Change {
  /// Keeps the tables of a gathering, and returns their new version.
  ///
  /// Throws `StoreError` with `.conflict` where `version` is not the one that is kept (0 for none), and with `.unknown`
  /// where there is no such gathering. The journal gets how many tables and whether they are shown, never who sits where.
  @discardableResult
  public func save(
    _ plan: SeatingPlan, of gathering: GatheringID, replacing version: Int, by role: JournalEntry.Role
  ) throws -> Int {
    guard try reader.gathering(gathering) != nil else { throw StoreError(gathering.rawValue, .unknown) }
    guard try reader.seatingVersion(of: gathering) == version else { throw StoreError(gathering.rawValue, .conflict) }
    try db.execute(
      sql: """
        INSERT INTO seating (gathering, body) VALUES (?, ?)
        ON CONFLICT (gathering) DO UPDATE SET body = excluded.body, version = version + 1
        """,
      arguments: [gathering.rawValue, try StoredJSON.text(plan)])
    try note(
      .seatingChanged, gathering.rawValue, by: role,
      ["tables": String(plan.seating.tables.count), "published": String(plan.isPublished)])
    return version + 1
  }
}
