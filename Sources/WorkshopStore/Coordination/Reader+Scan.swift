import GRDB
public import Workshop

extension Reader {
  /// Every answer to the coordination role scan, counted.
  public func coordinationScan() throws -> CoordinationScan {
    let rows = try Row.fetchAll(
      db, sql: "SELECT question, answer, count(*) AS people FROM scan_answer GROUP BY question, answer")
    let answers = rows.reduce(into: [ScanQuestion: [String: Int]]()) { answers, row in
      guard let question = ScanQuestion(rawValue: row["question"]) else { return }
      answers[question, default: [:]][row["answer"]] = row["people"]
    }
    let people = try Int.fetchOne(db, sql: "SELECT count(*) FROM (SELECT DISTINCT voter, person FROM scan_answer)")
    return CoordinationScan(answers: answers, people: people ?? 0)
  }

  /// What the people on a device answered, by person.
  public func scanAnswers(of owner: OwnerKey) throws -> [Int: [String: String]] {
    let sql = "SELECT person, question, answer FROM scan_answer WHERE voter = ?"
    return try Row.fetchAll(db, sql: sql, arguments: [owner.bytes.data]).reduce(into: [:]) { people, row in
      people[row["person"] as Int, default: [:]][row["question"] as String] = row["answer"] as String
    }
  }
}
