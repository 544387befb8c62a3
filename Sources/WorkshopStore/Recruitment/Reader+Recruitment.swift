import GRDB
public import Workshop

extension Reader {
  /// What was planned and done to have everybody in the room.
  public func recruitment() throws -> RecruitmentStrategy {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM recruitment_target ORDER BY list, term")
    let counts = rows.reduce(into: [RecruitmentList: [RecruitmentCount]]()) { counts, row in
      guard let list = RecruitmentList(rawValue: row["list"]) else { return }
      let count = RecruitmentCount(
        row["term"], target: row["target"], invited: row["invited"], confirmed: row["confirmed"],
        present: row["present"])
      counts[list, default: []].append(count)
    }
    let efforts = try RecruitmentRows(db: db, table: .efforts).all(RecruitmentEffort.self).map { row in
      var effort = row.body
      effort.version = row.version
      return effort
    }
    return RecruitmentStrategy(counts: counts, efforts: efforts)
  }

  /// The place in the journal of the last change to the counts of a list, 0 before the first: of two editors, the second
  /// has an older one.
  public func countsVersion(of list: RecruitmentList) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT max(sequence) FROM journal WHERE kind = ? AND subject = ?",
      arguments: [JournalEntry.Kind.recruitmentChanged.rawValue, list.rawValue]) ?? 0
  }

  /// Everything practical to arrange, in the order it was noted.
  public func practicalHelp() throws -> [PracticalHelp] {
    try RecruitmentRows(db: db, table: .help).all(PracticalHelp.self).map { row in
      var help = row.body
      help.version = row.version
      return help
    }
  }
}
