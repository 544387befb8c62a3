import GRDB
public import Workshop

extension Change {
  /// Takes a stance, or changes it; one that comes after the gallery is kept and noted as late.
  ///
  /// Throws `.notEditable` once the day is closed, `.unknown` for no such proposal.
  public func take(_ stance: Stance, by voter: Voter) throws {
    guard try batch.room(db).closedAt == nil else { throw StoreError("stance", .notEditable) }
    let proposal = try reader.contribution(stance.proposal)
    guard let proposal, proposal.kind == .proposal, proposal.may(.screen) else {
      throw StoreError(stance.proposal.rawValue, .unknown)
    }
    try db.execute(
      sql: """
        INSERT INTO stance (voter, person, proposal, position, groups) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (voter, person, proposal) DO UPDATE SET position = excluded.position, groups = excluded.groups
        """,
      arguments: [
        voter.owner.bytes.data, voter.person, stance.proposal.rawValue, stance.position.rawValue,
        try StoredJSON.text(stance.groups),
      ])
    try note(.stanceTaken, stance.proposal.rawValue, by: .participant, ["late": String(!isOpen(.stances))])
  }
}
