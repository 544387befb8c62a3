import GRDB
import Workshop

extension Reader {
  /// The place in the journal of the last change to the traject's data: of two editors, the second has an older one.
  public func trajectoryVersion() throws -> Int64 { try lastSequence(of: .trajectoryChanged) }

  /// The same for its terms.
  public func frameworkVersion() throws -> Int64 { try lastSequence(of: .frameworkChanged) }

  /// Whether a term stands in anything that people told, or in the preparation; such a term can be switched off and stays.
  public func isUsed(_ term: String) throws -> Bool {
    let quoted = "\"\(term)\""
    return try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM contribution WHERE instr(body, :quoted) OR instr(groups, :quoted))
          OR EXISTS (SELECT 1 FROM session WHERE instr(groups, :quoted))
          OR EXISTS (SELECT 1 FROM theme WHERE building_block = :term)
          OR EXISTS (SELECT 1 FROM team_member WHERE life_domain = :term)
          OR EXISTS (SELECT 1 FROM recruitment_target WHERE term = :term)
          OR EXISTS (SELECT 1 FROM recruitment_effort WHERE instr(body, :quoted))
        """, arguments: ["quoted": quoted, "term": term]) ?? false
  }

  private func lastSequence(of kind: JournalEntry.Kind) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM journal WHERE kind = ?", arguments: [kind.rawValue]) ?? 0
  }
}
