import HTTPServer
import Workshop
import WorkshopStore

/// The page of a meeting: one form for its plan, its minutes and its tasks.
struct TeamMeetingPage {
  let call: Call
  let team: DesignTeam
  let meeting: TeamMeeting
  let entry: MeetingEntry
  var isConflict = false

  private var words: Catalogue { call.words }

  func answer(_ faults: [TeamMeetingDraft.Field: FieldFault] = [:]) throws -> Answer {
    let taskFaults = entry.taskFaults
    let parts = ["plan": plan(faults), "after": after(faults), "task": task(taskFaults)]
    let status: HTTPStatus =
      isConflict ? .conflict : faults.isEmpty && taskFaults.isEmpty ? .ok : .unprocessableContent
    var values: [String: Any] = parts.mapValues(Self.withoutSummary)
    let errors = ["plan", "after", "task"].flatMap { Self.errors(of: parts[$0] ?? [:]) }
    values.merge([
      "path": try call.teamPath("overleg/\(meeting.id)"),
      "base": PreparationPlace.overview.path(in: try call.room().trajectory.id),
      "csrf": call.application.pages.formToken.value, "isConflict": isConflict,
      "errors": errors, "hasErrors": !errors.isEmpty, "errorsTitle": words["preparation.form.errors"],
      "removable": meeting.isRemovable && team.tasks(of: meeting.id).isEmpty,
      "newTaskID": (entry.taskID ?? FollowUpTaskID(call.environment.secrets.uuid())).rawValue,
    ]) { $1 }
    values.merge(tasks(team.carriedTasks(to: meeting.id), named: "carried")) { $1 }
    values.merge(tasks(team.tasks(of: meeting.id), named: "own")) { $1 }
    return try call.page("team-meeting", at: .team, section: "team", title: title, values, status: status)
  }

  private var title: String {
    words("team.meetingTitle", ["number": String(team.number(of: meeting.id) ?? 0), "title": meeting.content.title])
  }

  // MARK: The parts of the form

  private func plan(_ faults: [TeamMeetingDraft.Field: FieldFault]) -> [String: Any] {
    call.form(
      entry.draft, faults: faults, section: "team.fields.meeting", version: entry.version,
      [
        .text(.title).required.wide, .date(.day), .text(.place), .time(.start), .time(.end),
        .longText(.agenda, rows: 9),
      ])
  }

  private func after(_ faults: [TeamMeetingDraft.Field: FieldFault]) -> [String: Any] {
    let members = team.members.map { FormOption(value: $0.id.rawValue, label: Self.name($0)) }
    let controls: [FormControl<TeamMeetingDraft.Field>] = [.longText(.minutes, rows: 10), .longText(.decisions)]
    return call.form(
      entry.draft, faults: faults, section: "team.fields.meeting",
      (members.isEmpty ? [] : [.choices(.attendees, members)]) + controls)
  }

  private func task(_ faults: [FollowUpTaskDraft.Field: FieldFault]) -> [String: Any] {
    call.form(
      entry.task, faults: faults, section: "team.fields.task", prefix: "task",
      [.text(.what).wide, .text(.owner), .date(.due)])
  }

  private func tasks(_ tasks: [FollowUpTask], named name: String) -> [String: Any] {
    let rows = tasks.map {
      TaskView(call: call, team: team, task: $0, isTicked: entry.isTicked($0.id)).context()
    }
    return [name: rows, "\(name)Any": !tasks.isEmpty]
  }

  /// "An Peeters (coördinator)", or role and organisation of who is not named.
  static func name(_ member: TeamMember) -> String {
    if let contact = member.contact { return "\(contact.name) (\(member.role))" }
    return member.organisation.isEmpty ? member.role : "\(member.role), \(member.organisation)"
  }

  // MARK: One list of errors for all parts

  private static func withoutSummary(_ part: [String: Any]) -> [String: Any] {
    part.merging(["hasErrors": false]) { $1 }
  }

  private static func errors(of part: [String: Any]) -> [[String: Any]] {
    (part["fields"] as? [[String: Any]] ?? []).filter { $0["error"] is String }
  }
}
