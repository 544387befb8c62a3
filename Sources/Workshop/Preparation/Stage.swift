/// The stages of a traject (seed 001), in order; the draaiboek is part of the workdays.
public enum Stage: String, CaseIterable, Sendable {
  case intake, team, recruitment, workdays, followUp, sharing

  /// What has to be done in it, in order.
  public var tasks: [StageTask] {
    switch self {
    case .intake: [.trajectoryData, .conditions, .confidant]
    case .team: [.members, .meetingsPlanned, .meetingsHeld, .followUpTasks]
    case .recruitment: [.targets, .confirmations, .practicalHelp]
    case .workdays: [.dates, .runSheets, .held, .closed]
    case .followUp: [.followUpDate, .actions, .followUpHeld]
    case .sharing: [.practices]
    }
  }
}

/// Something to do in a stage; the words are in the catalogue (`preparation.stages.tasks.…`).
public enum StageTask: String, CaseIterable, Sendable {
  case trajectoryData, conditions, confidant
  case members, meetingsPlanned, meetingsHeld, followUpTasks
  case targets, confirmations, practicalHelp
  case dates, runSheets, held, closed
  case followUpDate, actions, followUpHeld
  case practices
}

/// How far a task is.
public struct StageTaskState: Hashable, Sendable {
  /// The task.
  public let task: StageTask
  /// How much of it is done.
  public let done: Int
  /// How much there is to do; 0 where there is nothing to do yet, which keeps nobody waiting.
  public let total: Int

  /// Whether nothing of it is open.
  public var isDone: Bool { done >= total }
}

/// How far a stage is.
public struct StageState: Hashable, Sendable {
  /// The stage.
  public let stage: Stage
  /// Its tasks, in order.
  public let tasks: [StageTaskState]

  /// Whether nothing of it is open.
  public var isDone: Bool { tasks.allSatisfy(\.isDone) }
}

/// The plain numbers that tell how far a traject is.
public struct StageFacts: Hashable, Sendable {
  /// Conditions of the intake that were agreed to.
  public var agreedConditions = 0
  /// Whether place and municipalities are known.
  public var hasTrajectoryData = false
  /// Whether somebody takes care of worrying stories.
  public var hasConfidant = false
  /// Members of the ontwerpteam.
  public var members = 0
  /// Meetings with a date.
  public var plannedMeetings = 0
  /// Meetings whose day is past.
  public var heldMeetings = 0
  /// Follow-up tasks, and how many of them are done.
  public var (followUpTasks, doneTasks) = (0, 0)
  /// Groups to recruit from; how many have a target; how many of those have somebody who confirmed.
  public var (groups, groupsWithTarget, groupsConfirmed) = (0, 0, 0)
  /// Kinds of practical help that were asked for, and how many are arranged.
  public var (practicalHelp, arrangedHelp) = (0, 0)
  /// Gatherings, how many have a date, and how many have a run sheet with anything in it.
  public var (gatherings, datedGatherings, readyRunSheets) = (0, 0, 0)
  /// Workdays, and how many of them began.
  public var (workdays, begunWorkdays) = (0, 0)
  /// Whether the day was closed.
  public var isClosed = false
  /// Whether the opvolgmoment has a date, and whether that is past.
  public var (hasFollowUpDate, isFollowUpPast) = (false, false)
  /// Actions that were made on the day.
  public var actions = 0
  /// Released contributions whose tellers agree to publication.
  public var practices = 0

  /// Nothing known yet.
  public init() {}

  /// The meetings of the ontwerpteam that seed 001 asks for: "drie overlegmomenten".
  private static let meetings = 3

  /// How far each stage is, in order.
  public func states() -> [StageState] {
    Stage.allCases.map { stage in StageState(stage: stage, tasks: stage.tasks.map(state)) }
  }

  /// The stage a traject is in: the first with something open, and after the day at least the follow-up.
  public var current: Stage {
    let states = states()
    let behind: Set<Stage> = isClosed ? [.intake, .team, .recruitment, .workdays] : []
    if !isClosed, begunWorkdays > 0 { return .workdays }
    return states.first { !$0.isDone && !behind.contains($0.stage) }?.stage ?? .sharing
  }

  private func state(_ task: StageTask) -> StageTaskState {
    let (done, total) = amounts(task)
    return StageTaskState(task: task, done: min(done, total), total: total)
  }

  private func amounts(_ task: StageTask) -> (done: Int, total: Int) {
    switch task {
    case .trajectoryData: (hasTrajectoryData ? 1 : 0, 1)
    case .conditions: (agreedConditions, IntakeCondition.allCases.count)
    case .confidant: (hasConfidant ? 1 : 0, 1)
    case .members: (members, DesignTeam.fewestMembers)
    case .meetingsPlanned: (plannedMeetings, Self.meetings)
    case .meetingsHeld: (heldMeetings, max(Self.meetings, plannedMeetings))
    case .followUpTasks: (doneTasks, followUpTasks)
    case .targets: (groupsWithTarget, groups)
    case .confirmations: (groupsConfirmed, max(1, groupsWithTarget))
    case .practicalHelp: (arrangedHelp, practicalHelp)
    case .dates: (datedGatherings, gatherings)
    case .runSheets: (readyRunSheets, gatherings)
    case .held: (begunWorkdays, workdays)
    case .closed: (isClosed ? 1 : 0, 1)
    case .followUpDate: (hasFollowUpDate ? 1 : 0, 1)
    case .actions: (actions > 0 ? 1 : 0, 1)
    case .followUpHeld: (isFollowUpPast ? 1 : 0, 1)
    case .practices: (practices > 0 ? 1 : 0, 1)
    }
  }
}
