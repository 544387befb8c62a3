import GRDB
public import Workshop

extension Change {
  /// Takes a decision over many back: what was released between two places in the journal waits again.
  ///
  /// What was held, edited, put back or released again since stays as it is: that was somebody's later word.
  public func putBack(
    releasedFrom first: Int64, through last: Int64, _ kind: ContributionKind, by role: JournalEntry.Role
  ) throws {
    let sql = """
      SELECT subject FROM journal JOIN contribution ON contribution.id = journal.subject
      WHERE journal.sequence BETWEEN :first AND :last AND journal.kind = 'released'
        AND contribution.kind = :kind AND contribution.state = 'released'
        AND NOT EXISTS (
          SELECT 1 FROM journal AS later
          WHERE later.subject = journal.subject AND later.kind = 'released' AND later.sequence > :last
        ) ORDER BY journal.sequence
      """
    let arguments: StatementArguments = ["first": first, "last": last, "kind": kind.rawValue]
    for id in try String.fetchAll(db, sql: sql, arguments: arguments) {
      try putBack(ContributionID(id), by: role)
    }
  }
}

extension Contribution {
  /// For the journal: what it was merged into, and stands apart from after the change.
  var standingApart: [String: String] { mergedInto.map { ["outOf": $0.rawValue] } ?? [:] }
}
