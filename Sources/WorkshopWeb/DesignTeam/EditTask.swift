import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/taak/TAAK`: a task, to be changed or taken away.
///
/// 404 where there is none.
struct ShowTask {
  static func answer(_ call: Call) throws -> Answer {
    let task = try call.task(of: try call.designTeam())
    return try TaskPage(call: call, task: task, draft: FollowUpTaskDraft(task)).answer()
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/taak/TAAK`: changes what, who and by when.
///
/// Fields: `version` and those of `FollowUpTaskDraft`. 303 to the meeting it was taken on at; 422 for what has to be
/// corrected; 409 with both texts where someone else changed it since.
struct ChangeTask {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let task = try call.task(of: try call.designTeam())
    let draft = post.draft(FollowUpTaskDraft.self)
    guard let changed = draft.task(id: task.id, meeting: task.meeting, version: post.version ?? 0) else {
      return try TaskPage(call: call, task: task, draft: draft, faults: draft.faults(), version: post.version).answer()
    }
    do {
      try call.room().store.write { try $0.change(changed, by: .facilitator) }
    } catch let error as StoreError where error.cause == .conflict {
      let current = try call.task(of: try call.designTeam())
      let faults = draft.changedMeanwhile(to: FollowUpTaskDraft(current))
      return try TaskPage(call: call, task: current, draft: draft, faults: faults, isConflict: true).answer()
    }
    return call.back(to: try call.teamPath("overleg/\(task.meeting)"))
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/taak/TAAK/stand`: ticks a task off where `done` is `true`, else opens it again.
///
/// 303 to the team; 404 where there is none.
struct SetTaskDone {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let (id, isDone): (FollowUpTaskID, Bool) = (try call.id("task"), post["done"] == "true")
    try call.room().store.write { try $0.setDone(isDone, id, by: .facilitator) }
    return try call.back(to: .team)
  }
}

/// `POST /begeleider/TRAJECT/voorbereiding/taak/TAAK/weghalen`: takes a task away that was written down by mistake.
///
/// 303 to the meeting it was taken on at; 404 where there is none.
struct RemoveTask {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let task = try call.task(of: try call.designTeam())
    try call.room().store.write { try $0.remove(task.id, by: .facilitator) }
    return call.back(to: try call.teamPath("overleg/\(task.meeting)"), .removed)
  }
}

/// The page of a task.
private struct TaskPage {
  let call: Call
  let task: FollowUpTask
  let draft: FollowUpTaskDraft
  var faults: [FollowUpTaskDraft.Field: FieldFault] = [:]
  /// The version the form was drawn with; the stored one unless told otherwise.
  var version: Int?
  var isConflict = false

  func answer() throws -> Answer {
    let status: HTTPStatus = isConflict ? .conflict : faults.isEmpty ? .ok : .unprocessableContent
    return try call.page(
      "team-task", at: .team, section: "team", title: call.words["team.taskTitle"],
      [
        "path": try call.teamPath("taak/\(task.id)"), "csrf": call.application.pages.formToken.value,
        "isConflict": isConflict,
        "form": call.form(
          draft, faults: faults, section: "team.fields.task", version: version ?? task.version,
          [.text(.what).required.wide, .text(.owner).required, .date(.due)]),
      ], status: status)
  }
}
