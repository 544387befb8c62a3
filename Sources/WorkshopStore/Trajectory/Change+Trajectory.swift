import GRDB
public import Workshop

extension Change {
  /// Stores the data of the traject, and moves its workdays and its opvolgmoment to its dates.
  ///
  /// A second date without a second workday makes one with `secondDay`; a workday without a date goes. Throws `StoreError`
  /// with `.conflict` where `version` is not the stored one, and `.notEditable` where that workday was held already, or
  /// was arranged and `dropsArranged` is not set.
  public func set(
    _ trajectory: Trajectory, version: Int64, secondDay: RunSheet, dropsArranged: Bool = false,
    by role: JournalEntry.Role
  ) throws {
    guard try reader.trajectoryVersion() == version else { throw StoreError("trajectory", .conflict) }
    let second = Gathering.workdayID(2)
    if trajectory.dates.count < 2, !dropsArranged, try reader.isArranged(second) {
      throw StoreError(second.rawValue, .notEditable)
    }
    if try reader.trajectory().followUpMeeting != trajectory.followUpMeeting {
      try moveFollowUp(to: trajectory.followUpMeeting, by: role)
    }
    try store(trajectory)
    try moveDays(to: trajectory.dates, secondDay: secondDay, by: role)
    try note(.trajectoryChanged, by: role, ["days": String(trajectory.dates.count)])
  }

  /// Keeps the day and the place of the opvolgmoment with the traject, where documents and calendars find them.
  func setFollowUp(_ meeting: FollowUpMeetingPlan, by role: JournalEntry.Role) throws {
    var trajectory = try reader.trajectory()
    guard trajectory.followUpMeeting != meeting else { return }
    trajectory.followUpMeeting = meeting
    try store(trajectory)
    try note(.trajectoryChanged, by: role)
  }

  /// Stores the terms of the traject.
  ///
  /// Throws `StoreError` with `.conflict` where `version` is not the stored one.
  public func set(_ framework: FrameworkContent, version: Int64, by role: JournalEntry.Role) throws {
    guard try reader.frameworkVersion() == version else { throw StoreError("framework", .conflict) }
    try db.execute(sql: "UPDATE trajectory SET framework = ?", arguments: [try StoredJSON.text(framework)])
    try note(.frameworkChanged, by: role)
  }

  private func store(_ trajectory: Trajectory) throws {
    try db.execute(sql: "UPDATE trajectory SET body = ?", arguments: [try StoredJSON.text(trajectory)])
  }

  private func moveDays(to dates: [CalendarDate], secondDay: RunSheet, by role: JournalEntry.Role) throws {
    for day in 1...2 {
      let date = dates.indices.contains(day - 1) ? dates[day - 1] : nil
      switch (try reader.gathering(Gathering.workdayID(day)), date) {
      case (var gathering?, let date?) where gathering.date != date:
        gathering.date = date
        try change(gathering, by: role)
      case (let gathering?, nil): try remove(gathering.id, by: role)
      case (nil, .some) where day == 2: try make(secondDay, by: role)
      default: break
      }
    }
  }
}
