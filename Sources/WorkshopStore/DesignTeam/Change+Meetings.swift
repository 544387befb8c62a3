import GRDB
public import Workshop

extension Change {
  /// Stores a meeting: of version 0 for the first time, of a later one over what was read at that version.
  ///
  /// Throws `.conflict` where someone else stored it in between, `.unknown` where it is not there any more.
  public func save(_ meeting: TeamMeeting, by role: JournalEntry.Role) throws {
    if meeting.version == 0 { try insert(meeting) } else { try update(meeting) }
    try note(.meetingChanged, meeting.id.rawValue, by: role, ["version": String(meeting.version + 1)])
  }

  /// Takes a meeting away that was added.
  ///
  /// Throws `.notEditable` for one that every traject has, or while tasks were taken on at it.
  public func remove(_ meeting: TeamMeetingID, by role: JournalEntry.Role) throws {
    let team = try reader.designTeam()
    guard let stored = team.meeting(meeting) else { return }
    guard stored.isRemovable, team.tasks(of: meeting).isEmpty else { throw StoreError(meeting.rawValue, .notEditable) }
    try db.execute(sql: "DELETE FROM team_meeting WHERE id = ?", arguments: [meeting.rawValue])
    try note(.meetingChanged, meeting.rawValue, by: role, ["action": "removed"])
  }

  private func insert(_ meeting: TeamMeeting) throws {
    guard try !isStored(meeting.id) else { throw StoreError(meeting.id.rawValue, .conflict) }
    try db.execute(
      sql: """
        INSERT INTO team_meeting (id, position, day, starts_at, ends_at, body)
        VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM team_meeting), ?, ?, ?, ?)
        """,
      arguments: [
        meeting.id.rawValue, meeting.moment.day?.description, meeting.moment.start, meeting.moment.end,
        try StoredJSON.text(meeting.content),
      ])
  }

  private func update(_ meeting: TeamMeeting) throws {
    try db.execute(
      sql: """
        UPDATE team_meeting SET day = ?, starts_at = ?, ends_at = ?, body = ?, version = version + 1
        WHERE id = ? AND version = ?
        """,
      arguments: [
        meeting.moment.day?.description, meeting.moment.start, meeting.moment.end,
        try StoredJSON.text(meeting.content), meeting.id.rawValue, meeting.version,
      ])
    guard db.changesCount == 1 else { throw try refusal(of: meeting.id.rawValue, isThere: isStored(meeting.id)) }
  }

  private func isStored(_ id: TeamMeetingID) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT 1 FROM team_meeting WHERE id = ?", arguments: [id.rawValue]) ?? false
  }
}

// MARK: Tasks

extension Change {
  /// Adds a task that was taken on at a meeting, which is stored with it where it was only made ready; the same task added
  /// again changes nothing.
  public func add(_ task: FollowUpTask, at meeting: TeamMeeting, by role: JournalEntry.Role) throws {
    guard try !isStored(task.id) else { return }
    if try !isStored(meeting.id) { try insert(meeting) }
    try db.execute(
      sql: """
        INSERT INTO follow_up_task (id, meeting, position, what, owner, due, done_at)
        VALUES (?, ?, (SELECT coalesce(max(position) + 1, 0) FROM follow_up_task), ?, ?, ?, ?)
        """,
      arguments: [
        task.id.rawValue, task.meeting.rawValue, task.what, task.owner, task.due?.description,
        task.doneAt?.milliseconds,
      ])
    try note(.taskChanged, task.id.rawValue, by: role, ["action": "added", "meeting": task.meeting.rawValue])
  }

  /// Changes what, who and by when; whether it is done stays.
  ///
  /// Throws `.unknown` where there is no such task, `.conflict` where it was changed since the version it was read at.
  public func change(_ task: FollowUpTask, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: """
        UPDATE follow_up_task SET what = ?, owner = ?, due = ?, version = version + 1 WHERE id = ? AND version = ?
        """,
      arguments: [task.what, task.owner, task.due?.description, task.id.rawValue, task.version])
    guard db.changesCount == 1 else { throw try refusal(of: task.id.rawValue, isThere: isStored(task.id)) }
    try note(.taskChanged, task.id.rawValue, by: role, ["action": "changed"])
  }

  /// Ticks a task off, or opens it again; one that is so already stays as it is.
  ///
  /// Throws `.unknown` where there is none.
  public func setDone(_ isDone: Bool, _ task: FollowUpTaskID, by role: JournalEntry.Role) throws {
    guard try isStored(task) else { throw StoreError(task.rawValue, .unknown) }
    try db.execute(
      sql: """
        UPDATE follow_up_task SET done_at = ?, version = version + 1 WHERE id = ? AND (done_at IS NULL) = ?
        """,
      arguments: [isDone ? now.milliseconds : nil, task.rawValue, isDone])
    guard db.changesCount == 1 else { return }
    try note(.taskChanged, task.rawValue, by: role, ["action": isDone ? "done" : "opened"])
  }

  /// Takes a task away that was written down by mistake.
  public func remove(_ task: FollowUpTaskID, by role: JournalEntry.Role) throws {
    try db.execute(sql: "DELETE FROM follow_up_task WHERE id = ?", arguments: [task.rawValue])
    guard db.changesCount == 1 else { return }
    try note(.taskChanged, task.rawValue, by: role, ["action": "removed"])
  }

  private func isStored(_ id: FollowUpTaskID) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT 1 FROM follow_up_task WHERE id = ?", arguments: [id.rawValue]) ?? false
  }
}
