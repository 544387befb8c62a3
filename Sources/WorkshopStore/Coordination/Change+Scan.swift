import GRDB
public import Workshop

extension Change {
  /// Replaces a person's answers to the coordination role scan; those that come after the step are kept and noted as late.
  ///
  /// Throws `.notEditable` once the day is closed.
  public func answer(_ scan: ScanAnswers, by voter: Voter) throws {
    guard try batch.room(db).closedAt == nil else { throw StoreError("scan", .notEditable) }
    try db.execute(
      sql: "DELETE FROM scan_answer WHERE voter = ? AND person = ?", arguments: [voter.owner.bytes.data, voter.person])
    for (question, answer) in scan.answers {
      try db.execute(
        sql: "INSERT INTO scan_answer (voter, person, question, answer) VALUES (?, ?, ?, ?)",
        arguments: [voter.owner.bytes.data, voter.person, question.rawValue, answer])
    }
    try note(.scanAnswered, by: .participant, ["late": String(!isOpen(.scan))])
  }
}
