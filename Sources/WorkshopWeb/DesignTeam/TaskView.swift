import Workshop
import WorkshopStore

/// A follow-up task as a row: what, who, by when, and whether that day is past.
struct TaskView {
  let call: Call
  let team: DesignTeam
  let task: FollowUpTask
  /// Whether the box of its row is ticked, where that is not what is stored.
  var isTicked: Bool?

  func context() -> [String: Any] {
    let words = call.words
    let isOverdue = task.isOverdue(on: call.environment.clock.today)
    let due = task.due.map { words(isOverdue ? "team.task.overdue" : "team.task.due", ["date": words.short($0)]) }
    return [
      "id": task.id.rawValue, "what": task.what, "owner": task.owner, "due": due ?? words["team.task.noDue"],
      "overdue": isOverdue, "isDone": isTicked ?? !task.isOpen, "wasDone": !task.isOpen,
      "from": team.meeting(task.meeting)?.content.title ?? "",
    ]
  }
}
