import GRDB
public import Workshop

extension Reader {
  /// On which building block how many people want to work.
  public func designGroups() throws -> DesignGroups {
    let statement = try db.cachedStatement(
      sql: "SELECT building_block, count(*) AS people FROM design_choice GROUP BY building_block")
    let people = try Row.fetchAll(statement).reduce(into: [String: Int]()) { $0[$1["building_block"]] = $1["people"] }
    let room = try room()
    return DesignGroups(people: people, limit: room.designGroupLimit, opened: room.openedBuildingBlocks ?? [])
  }

  /// What the people on a device chose, by person.
  public func designChoices(of owner: OwnerKey) throws -> [(person: Int, buildingBlock: String)] {
    let sql = "SELECT person, building_block FROM design_choice WHERE voter = ? ORDER BY person"
    return try Row.fetchAll(db, sql: sql, arguments: [owner.bytes.data]).map { ($0["person"], $0["building_block"]) }
  }
}
