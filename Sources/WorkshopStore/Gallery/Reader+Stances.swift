import GRDB
public import Workshop

extension Reader {
  /// Every stance, without who took it.
  public func stances() throws -> [Stance] {
    try Row.fetchAll(db, sql: "SELECT proposal, position, groups FROM stance ORDER BY proposal, position, groups")
      .compactMap(Stance.init(row:))
  }

  /// The stances on one proposal, without who took them.
  public func stances(on proposal: ContributionID) throws -> [Stance] {
    // Hundreds of people stand in a few places: each place is read once.
    let sql = """
      SELECT proposal, position, groups, count(*) AS people FROM stance WHERE proposal = ?
      GROUP BY position, groups ORDER BY position, groups
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [proposal.rawValue]).flatMap { row in
      try Stance(row: row).map { Array(repeating: $0, count: row["people"]) } ?? []
    }
  }

  /// The stances a device took, with the person on it.
  public func stances(of owner: OwnerKey) throws -> [(person: Int, stance: Stance)] {
    let sql = "SELECT person, proposal, position, groups FROM stance WHERE voter = ? ORDER BY person, proposal"
    return try Row.fetchAll(db, sql: sql, arguments: [owner.bytes.data]).compactMap { row in
      try Stance(row: row).map { (row["person"], $0) }
    }
  }
}

extension Stance {
  init?(row: Row) throws {
    guard let position = StancePosition(rawValue: row["position"]) else { return nil }
    self.init(
      proposal: ContributionID(row["proposal"] as String), position: position,
      groups: try JSONTextReader.list(row["groups"]))
  }
}
