import GRDB

extension Reader {
  /// The building blocks stories speak of, each with the groups whose tellers spoke of it; a block nobody spoke of is not
  /// in it, one that only tellers without a group spoke of has none.
  public func coverage() throws -> [String: Set<String>] {
    let sql = """
      SELECT DISTINCT block.value AS block, teller.value AS teller
      FROM contribution JOIN json_each(contribution.body, '$.buildingBlocks') AS block
        LEFT JOIN json_each(contribution.groups) AS teller
      WHERE contribution.kind = 'story' AND contribution.state NOT IN ('held', 'withdrawn')
      """
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { heard, row in
      heard[row["block"], default: []].formUnion([row["teller"] as String?].compactMap { $0 })
    }
  }
}
