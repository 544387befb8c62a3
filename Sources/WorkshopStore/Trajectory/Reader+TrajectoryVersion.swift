import GRDB
import Workshop

extension Reader {
  /// The place in the journal of the last change to the traject's data: of two editors, the second has an older one.
  public func trajectoryVersion() throws -> Int64 { try lastSequence(of: .trajectoryChanged) }

  /// The same for its terms.
  public func frameworkVersion() throws -> Int64 { try lastSequence(of: .frameworkChanged) }

  /// Whether a term stands in anything that people told, or in the preparation; such a term can be switched off and stays.
  public func isUsed(_ term: String) throws -> Bool { try !used(of: [term]).isEmpty }

  /// Which of some terms stand in anything that people told, or in the preparation.
  public func used(of terms: [String]) throws -> Set<String> {
    let sql = """
      WITH asked (name, quoted) AS (SELECT value, '"' || value || '"' FROM json_each(?))
      SELECT name FROM asked
      WHERE EXISTS (SELECT 1 FROM contribution WHERE instr(body, quoted) OR instr(groups, quoted))
        OR EXISTS (SELECT 1 FROM session WHERE instr(groups, quoted))
        OR EXISTS (SELECT 1 FROM theme WHERE building_block = name)
        OR EXISTS (SELECT 1 FROM team_member WHERE life_domain = name)
        OR EXISTS (SELECT 1 FROM recruitment_target WHERE term = name)
        OR EXISTS (SELECT 1 FROM recruitment_effort WHERE instr(body, quoted))
        OR EXISTS (SELECT 1 FROM seating WHERE instr(body, quoted))
      """
    return try String.fetchSet(db, sql: sql, arguments: [try StoredJSON.text(terms)])
  }

  private func lastSequence(of kind: JournalEntry.Kind) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM journal WHERE kind = ?", arguments: [kind.rawValue]) ?? 0
  }
}
