import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/overleg/OVERLEG`: a meeting with its agenda, minutes and tasks, and what earlier
/// meetings left open.
///
/// 404 where there is none.
struct ShowTeamMeeting {
  static func answer(_ call: Call) throws -> Answer {
    let team = try call.designTeam()
    let meeting = try call.meeting(of: team)
    return try TeamMeetingPage(call: call, team: team, meeting: meeting, entry: MeetingEntry(meeting)).answer()
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/overleg/OVERLEG`: stores everything of the page at once, so that who writes the
/// minutes, hands out a task and ticks another off loses none of it.
///
/// Fields: `version` and those of `TeamMeetingDraft`; those of `FollowUpTaskDraft` for a new task with its UUID in `task`,
/// all empty for none; `done` for each task that is ticked, of those in `open` and `closed` as the page was drawn. 303 back
/// to the page; 422 for what has to be corrected; 409 with both texts where someone else changed the meeting since.
struct SaveTeamMeeting {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let team = try call.designTeam()
    let stored = try call.meeting(of: team)
    let entry = MeetingEntry(post)
    let page = TeamMeetingPage(call: call, team: team, meeting: stored, entry: entry)
    let faults = entry.draft.faults(meeting: stored.id, in: team)
    let meeting = entry.draft.meeting(id: stored.id, version: post.version ?? 0, in: team)
    guard faults.isEmpty, entry.taskFaults.isEmpty, let meeting else { return try page.answer(faults) }
    let newID = FollowUpTaskID(call.environment.secrets.uuid())
    do {
      try call.room().store.write { change in
        if (meeting.moment, meeting.content) != (stored.moment, stored.content) {
          try change.save(meeting, by: .facilitator)
        }
        try entry.apply(to: change, at: meeting, newID: newID)
      }
    } catch let error as StoreError where error.cause == .conflict {
      return try conflict(call, entry, seen: post.seen())
    }
    return call.back(to: try call.teamPath("overleg/\(stored.id)"))
  }

  private static func conflict(_ call: Call, _ entry: MeetingEntry, seen: TeamMeetingDraft?) throws -> Answer {
    let team = try call.designTeam()
    let meeting = try call.meeting(of: team)
    let (merged, differences) = entry.draft.merged(with: TeamMeetingDraft(meeting), seen: seen) { field, value in
      (field == .attendees ? team.member(TeamMemberID(value)).map(TeamMeetingPage.name) : nil) ?? value
    }
    var current = entry
    current.draft = merged
    current.version = meeting.version
    return try TeamMeetingPage(call: call, team: team, meeting: meeting, entry: current, isConflict: true)
      .answer(differences)
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/overleg/OVERLEG/weghalen`: takes away a meeting that was added.
///
/// 303 to the team; 409 while it has tasks, and for a meeting that every traject has.
struct RemoveTeamMeeting {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let id: TeamMeetingID = try call.id("meeting")
    do { try call.room().store.write { try $0.remove(id, by: .facilitator) } } catch let error as StoreError
      where error.cause == .notEditable
    {
      throw Problem(name: "meetingStays", status: .conflict)
    }
    return try call.back(to: .team, .removed)
  }
}

/// What is filled in on the page of a meeting.
struct MeetingEntry: Sendable {
  var draft: TeamMeetingDraft
  /// The version the form was drawn with.
  var version: Int
  /// A task to hand out, empty for none.
  var task = FollowUpTaskDraft()
  /// The id the form had for it, or nil.
  var taskID: FollowUpTaskID?
  /// The tasks whose box was empty when the page was drawn, and is ticked now.
  var closed: [FollowUpTaskID] = []
  /// The tasks whose box was ticked when the page was drawn, and is empty now.
  var opened: [FollowUpTaskID] = []

  /// A meeting as it is.
  init(_ meeting: TeamMeeting) {
    draft = TeamMeetingDraft(meeting)
    version = meeting.version
  }

  init(_ post: FormPost) {
    draft = post.draft()
    version = post.version ?? 0
    task = post.draft()
    taskID = FollowUpTaskID(uuid: post["task"])
    let ticked = Set(post.all("done"))
    closed = post.all("open").filter(ticked.contains).compactMap { FollowUpTaskID(uuid: $0) }
    opened = post.all("closed").filter { !ticked.contains($0) }.compactMap { FollowUpTaskID(uuid: $0) }
  }

  private var hasTask: Bool { FollowUpTaskDraft.Field.allCases.contains { !task[$0].isEmpty } }

  /// What is wrong with the task, if there is one.
  var taskFaults: [FollowUpTaskDraft.Field: FieldFault] { hasTask ? task.faults() : [:] }

  /// Whether the box of a task is ticked on the form; nil where it stands as it is stored.
  func isTicked(_ id: FollowUpTaskID) -> Bool? {
    closed.contains(id) ? true : opened.contains(id) ? false : nil
  }

  /// Stores the task and the ticks; a task that went in between is passed over.
  func apply(to change: Change, at meeting: TeamMeeting, newID: FollowUpTaskID) throws {
    if hasTask, let task = task.task(id: taskID ?? newID, meeting: meeting.id) {
      try change.add(task, at: meeting, by: .facilitator)
    }
    let known = Set(try change.reader.designTeam().tasks.map(\.id))
    for id in closed where known.contains(id) { try change.setDone(true, id, by: .facilitator) }
    for id in opened where known.contains(id) { try change.setDone(false, id, by: .facilitator) }
  }
}
