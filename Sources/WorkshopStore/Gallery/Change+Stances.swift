import GRDB
public import Workshop

extension Change {
  /// Takes a stance, or changes it; one that comes after the gallery is kept and noted as late.
  ///
  /// Throws `.notEditable` once the day is closed, `.gone` for a proposal that was shown and is not any more, `.unknown`
  /// for one that never was.
  public func take(_ stance: Stance, by voter: Voter) throws {
    guard try batch.room(db).closedAt == nil else { throw StoreError("stance", .notEditable) }
    try requireShown(stance.proposal)
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

  /// Who stands before a proposal may have opened it a minute ago; that it is gone is no secret to them, and what was
  /// never shown does not exist for them.
  private func requireShown(_ id: ContributionID) throws {
    let proposal = try reader.contribution(id)
    guard let proposal, proposal.kind == .proposal else { throw StoreError(id.rawValue, .unknown) }
    guard !proposal.may(.screen) else { return }
    let wasShown = try proposal.state != .released && reader.wasReleased(id)
    throw StoreError(id.rawValue, wasShown ? .gone : .unknown)
  }
}
