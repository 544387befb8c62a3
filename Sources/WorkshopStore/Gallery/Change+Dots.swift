import GRDB
public import Workshop

extension Change {
  /// Replaces the dots of a person; those that come after the step are kept and noted as late.
  ///
  /// Throws `.notEditable` once the day is closed, `.badReference` for no such theme.
  public func give(_ dots: Dots, from voter: Voter) throws {
    guard try batch.room(db).closedAt == nil else { throw StoreError("dots", .notEditable) }
    try db.execute(
      sql: "DELETE FROM dot WHERE voter = ? AND person = ?", arguments: [voter.owner.bytes.data, voter.person])
    let known = Set(try reader.themes().map(\.id))
    for (offset, theme) in dots.themes.enumerated() {
      guard known.contains(theme) else { throw StoreError("dots", .badReference("themes")) }
      try db.execute(
        sql: "INSERT INTO dot (voter, person, slot, theme) VALUES (?, ?, ?, ?)",
        arguments: [voter.owner.bytes.data, voter.person, offset + 1, theme.rawValue])
    }
    try note(.dotsGiven, by: .participant, ["count": String(dots.themes.count), "late": String(!isOpen(.dots))])
  }

  func isOpen(_ activity: StepDefinition.Activity) throws -> Bool {
    guard let step = try batch.room(db).step else { return false }
    return StepDefinition.shipped(step)?.activity == activity
  }
}
