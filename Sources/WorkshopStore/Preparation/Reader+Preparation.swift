import GRDB
public import Workshop

extension Reader {
  /// What is kept of the conversations before the traject; nothing yet where nothing was stored.
  public func preparation() throws -> Preparation {
    guard let row = try Row.fetchOne(db, sql: "SELECT body, version FROM preparation") else { return Preparation() }
    var preparation = try StoredJSON.value(Preparation.self, from: row["body"])
    preparation.version = row["version"]
    return preparation
  }

  /// The numbers that tell how far the traject is on a day.
  public func stageFacts(on today: CalendarDate) throws -> StageFacts {
    let trajectory = try trajectory()
    var facts = StageFacts()
    facts.hasTrajectoryData = !trajectory.place.isEmpty && !trajectory.municipalities.isEmpty
    facts.hasConfidant = trajectory.confidant != nil
    facts.agreedConditions = try preparation().agreedCount
    facts.isClosed = try room().closedAt != nil
    facts.hasFollowUpDate = trajectory.followUpMeeting.date != nil
    facts.isFollowUpPast = trajectory.followUpMeeting.date.map { $0 < today } ?? false
    try countPeople(&facts, framework: framework(), today: today)
    try countGatherings(&facts)
    facts.actions = try count(
      "contribution WHERE kind = 'action' AND state <> 'withdrawn' AND hold_ground IS NOT 'confidant'")
    facts.practices = try count(
      "contribution WHERE kind = 'story' AND state = 'released' AND instr(consents, '\"publication\"') > 0")
    return facts
  }

  private func countPeople(_ facts: inout StageFacts, framework: FrameworkContent, today: CalendarDate) throws {
    facts.members = try count("team_member")
    facts.plannedMeetings = try count("team_meeting WHERE day IS NOT NULL")
    facts.heldMeetings = try count("team_meeting WHERE day < ?", [today.description])
    facts.followUpTasks = try count("follow_up_task")
    facts.doneTasks = try count("follow_up_task WHERE done_at IS NOT NULL")
    facts.groups = framework.offered(.stakeholderGroups).count
    facts.groupsWithTarget = try count("recruitment_target WHERE list = 'stakeholderGroups' AND target > 0")
    facts.groupsConfirmed = try count(
      "recruitment_target WHERE list = 'stakeholderGroups' AND target > 0 AND confirmed > 0")
    facts.practicalHelp = try count("practical_help")
    facts.arrangedHelp = try count("practical_help WHERE json_extract(body, '$.isArranged') = 1")
  }

  private func countGatherings(_ facts: inout StageFacts) throws {
    let gatherings = try gatherings()
    facts.gatherings = gatherings.count
    facts.datedGatherings = gatherings.count { $0.date != nil }
    facts.workdays = gatherings.count { $0.kind == .workday }
    facts.readyRunSheets = try count(
      "gathering WHERE EXISTS (SELECT 1 FROM run_sheet_item WHERE gathering = gathering.id)")
    facts.begunWorkdays = try count(
      """
      gathering WHERE kind = 'workday' AND EXISTS
      (SELECT 1 FROM run_sheet_item WHERE gathering = gathering.id AND actual_start IS NOT NULL)
      """)
  }

  private func count(_ table: String, _ arguments: StatementArguments = []) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM \(table)")
    return try Int.fetchOne(statement, arguments: arguments) ?? 0
  }
}
