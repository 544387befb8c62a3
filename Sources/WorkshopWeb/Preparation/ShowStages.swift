import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding`: the stages of the traject, each with what is done and what is open.
struct ShowStages {
  static func answer(_ call: Call) throws -> Answer {
    let today = call.environment.clock.today
    let facts = try call.room().store.read { try $0.stageFacts(on: today) }
    let stages = try facts.states().map {
      try StageView(call: call, state: $0, isCurrent: $0.stage == facts.current).context()
    }
    return try call.page("stages", at: .overview, section: "preparation.stages", ["stages": stages])
  }
}

/// One stage on the overview.
private struct StageView {
  let call: Call
  let state: StageState
  let isCurrent: Bool

  func context() throws -> [String: Any] {
    let words = call.words
    let open = state.tasks.count { !$0.isDone }
    let progress =
      open == 0
      ? words["preparation.stages.progress.done"]
      : words("preparation.stages.progress.open", ["open": String(open)])
    return [
      "stage": state.stage.rawValue, "stageName": words["preparation.stages.names.\(state.stage.rawValue)"],
      "isCurrent": isCurrent, "isDone": state.isDone, "progress": progress, "tasks": try state.tasks.map(task),
    ]
  }

  private func task(_ task: StageTaskState) throws -> [String: Any] {
    let words = call.words
    let count =
      switch (task.done, task.total) {
      case (_, 0): words["preparation.stages.nothing"]
      case (let done, 1): words[done == 1 ? "preparation.stages.done" : "preparation.stages.open"]
      case (let done, let total):
        words("preparation.stages.count", ["done": String(done), "total": String(total)])
      }
    return [
      "taskName": words["preparation.stages.tasks.\(task.task.rawValue)"], "taskDone": task.isDone && task.total > 0,
      "taskCount": count, "href": try href(task.task),
    ]
  }

  private func href(_ task: StageTask) throws -> String {
    let id = try call.room().trajectory.id
    return switch task {
    case .trajectoryData, .confidant, .followUpDate: PreparationPlace.trajectory.path(in: id)
    case .conditions: PreparationPlace.intake.path(in: id)
    case .members, .meetingsPlanned, .meetingsHeld, .followUpTasks: PreparationPlace.team.path(in: id)
    case .targets, .confirmations: PreparationPlace.recruitment.path(in: id)
    case .practicalHelp: PreparationPlace.practical.path(in: id)
    case .dates, .runSheets, .followUpHeld: PreparationPlace.gatherings.path(in: id)
    case .held, .closed, .actions: "/begeleider/\(id)"
    case .practices: "/begeleider/\(id)/documenten/report.html"
    }
  }
}
