import GRDB
public import Workshop

extension Change {
  /// Keeps the counts of a list, term by term; what is not among them stays as it was.
  ///
  /// Throws `.conflict` where `version` is not the `countsVersion(of:)` that is kept, and where more people are present than
  /// confirmed or a count is out of bounds: the schema refuses both.
  public func keep(
    _ counts: [RecruitmentCount], of list: RecruitmentList, replacing version: Int64, by role: JournalEntry.Role
  ) throws {
    guard try reader.countsVersion(of: list) == version else { throw StoreError(list.rawValue, .conflict) }
    for count in counts {
      guard !count.isEmpty else {
        try db.execute(
          sql: "DELETE FROM recruitment_target WHERE list = ? AND term = ?", arguments: [list.rawValue, count.term])
        continue
      }
      try db.execute(
        sql: """
          INSERT INTO recruitment_target (list, term, target, invited, confirmed, present) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (list, term) DO UPDATE SET target = excluded.target, invited = excluded.invited,
            confirmed = excluded.confirmed, present = excluded.present
          """,
        arguments: [list.rawValue, count.term, count.target, count.invited, count.confirmed, count.present])
    }
    try note(.recruitmentChanged, list.rawValue, by: role, ["of": "counts"])
  }

  /// Adds an effort after those that are there; the same id again changes nothing, as for a form that is sent twice.
  public func add(_ effort: RecruitmentEffort, by role: JournalEntry.Role) throws {
    if try rows(.efforts).add(effort.id, effort) { try noteEffort(effort.id, "added", by: role) }
  }

  /// Changes an effort; throws `.conflict` where it was changed since that version, `.unknown` where there is none.
  public func change(_ effort: RecruitmentEffort, by role: JournalEntry.Role) throws {
    try rows(.efforts).change(effort.id, effort, version: effort.version)
    try noteEffort(effort.id, "changed", by: role)
  }

  /// Removes an effort; one that is gone already is no fault.
  public func removeEffort(_ id: RecruitmentEffortID, by role: JournalEntry.Role) throws {
    if try rows(.efforts).remove(id) { try noteEffort(id, "removed", by: role) }
  }

  private func noteEffort(_ id: RecruitmentEffortID, _ change: String, by role: JournalEntry.Role) throws {
    try note(.recruitmentChanged, id.rawValue, by: role, ["of": "effort", "change": change])
  }
}
