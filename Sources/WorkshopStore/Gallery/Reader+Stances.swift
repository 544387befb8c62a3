import GRDB
public import Workshop

extension Reader {
  /// Every stance, without who took it.
  public func stances() throws -> [Stance] {
    try Row.fetchAll(db, sql: "SELECT proposal, position, groups FROM stance ORDER BY proposal, position, groups")
      .compactMap(Stance.init(row:))
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
      groups: try StoredJSON.value([String].self, from: row["groups"]))
  }
}
