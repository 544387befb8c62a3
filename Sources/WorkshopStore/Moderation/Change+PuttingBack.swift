import GRDB
public import Workshop

extension Change {
  /// Takes a decision over many back: what was released between two places in the journal waits again.
  ///
  /// What was held, edited or put back since stays as it is: that was somebody's later word.
  public func putBack(
    releasedFrom first: Int64, through last: Int64, _ kind: ContributionKind, by role: JournalEntry.Role
  ) throws {
    let sql = """
      SELECT subject FROM journal JOIN contribution ON contribution.id = journal.subject
      WHERE journal.sequence BETWEEN ? AND ? AND journal.kind = 'released'
        AND contribution.kind = ? AND contribution.state = 'released' ORDER BY journal.sequence
      """
    for id in try String.fetchAll(db, sql: sql, arguments: [first, last, kind.rawValue]) {
      try putBack(ContributionID(id), by: role)
    }
  }
}
