import GRDB
public import Workshop

extension Change {
  /// Lets a person choose a building block to work on, or another one; first come, first served.
  ///
  /// Being decided within the one transaction that writes, the last place goes to one person only. Who chose it before
  /// keeps it, also where the limit was lowered since. Throws `.notEditable` once the day is closed, `.full` where the
  /// building block has no room, with how the room stands.
  public func choose(_ buildingBlock: String, by voter: Voter) throws {
    guard try batch.room(db).closedAt == nil else { throw StoreError("choice", .notEditable) }
    let arguments: StatementArguments = [voter.owner.bytes.data, voter.person]
    let sql = "SELECT building_block FROM design_choice WHERE voter = ? AND person = ?"
    guard try String.fetchOne(db, sql: sql, arguments: arguments) != buildingBlock else { return }
    let groups = try reader.designGroups()
    guard !groups.isFull(buildingBlock) else { throw StoreError(buildingBlock, .full(groups)) }
    try db.execute(
      sql: """
        INSERT INTO design_choice (voter, person, building_block) VALUES (?, ?, ?)
        ON CONFLICT (voter, person) DO UPDATE SET building_block = excluded.building_block
        """,
      arguments: arguments + [buildingBlock])
    try note(.designChosen, buildingBlock, by: .participant, ["late": String(!isOpen(.choosing))])
  }

  /// Sets the most people on one building block, or takes the limit away; it throws nobody out.
  public func limitDesignGroups(to limit: Int?, by role: JournalEntry.Role) throws {
    try setRoom(.designChanged, by: role) { $0.designGroupLimit = limit }
  }

  /// Opens a building block beyond the limit, or no longer.
  public func open(_ buildingBlock: String, beyondLimit isOpen: Bool, by role: JournalEntry.Role) throws {
    try setRoom(.designChanged, buildingBlock, by: role) { state in
      var opened = state.openedBuildingBlocks ?? []
      if isOpen { opened.insert(buildingBlock) } else { opened.remove(buildingBlock) }
      state.openedBuildingBlocks = opened.isEmpty ? nil : opened
    }
  }
}
