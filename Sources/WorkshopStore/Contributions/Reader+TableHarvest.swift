import GRDB
public import Workshop

/// What a table has before it when it looks for what made its stories work.
public struct TableHarvest: Hashable, Sendable {
  /// The stories of the table and of the device itself that are not set apart, by number.
  public let stories: [Contribution]
  /// Those of them that the device itself sent, and so may read whatever their state.
  public let own: Set<ContributionID>
  /// How many success factors the table wrote at this gathering, those set apart left out.
  public let factorCount: Int
}

extension Reader {
  /// The stories of a table and how many success factors it wrote, at the gathering that goes on.
  ///
  /// Without a table it is what the device itself sent. What a moderator set apart is in no list and no count, the device's
  /// own included: that it is missing must not tell on which ground.
  public func tableHarvest(at table: String, owner: OwnerKey) throws -> TableHarvest {
    let (mine, arguments) = try condition(table, owner)
    let stories = try contributions(where: "kind = 'story' AND \(mine)", arguments)
    let own = try String.fetchSet(
      db, sql: "SELECT id FROM contribution WHERE owner = ?", arguments: [owner.bytes.data])
    let factors = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM contribution WHERE kind = 'successFactor' AND \(mine)", arguments: arguments)
    return TableHarvest(
      stories: stories, own: Set(own.map { ContributionID($0) }), factorCount: factors ?? 0)
  }

  private func condition(_ table: String, _ owner: OwnerKey) throws -> (String, StatementArguments) {
    let gathering = try currentGathering()?.id.rawValue
    let here = """
      state IN ('waiting', 'released') AND coalesce(
        contribution.gathering, (SELECT gathering.id FROM gathering ORDER BY gathering.position LIMIT 1)) IS ?
      """
    let arguments: StatementArguments = [gathering, owner.bytes.data]
    guard !table.isEmpty else { return ("\(here) AND owner = ?", arguments) }
    return ("\(here) AND (owner = ? OR lower(table_label) = lower(?))", arguments + [table])
  }
}
