import Foundation

/// The ontwerpteam of a traject: its members, its meetings and what was taken on at them (seed 001).
public struct DesignTeam: Hashable, Sendable {
  /// The fewest members that seed 001 asks for: "Sleutelfiguren (minimum 4)".
  public static let fewestMembers = 4

  /// The members, in the order they were added.
  public var members: [TeamMember]
  /// The meetings, in the order they take place.
  public private(set) var meetings: [TeamMeeting]
  /// The tasks, in the order they were taken on.
  public var tasks: [FollowUpTask]

  /// Makes a team; meetings are put in the order they take place.
  public init(members: [TeamMember] = [], meetings: [TeamMeeting] = [], tasks: [FollowUpTask] = []) {
    self.members = members
    self.meetings = meetings.inOrder()
    self.tasks = tasks
  }

  /// How many members are still missing; 0 from four members on.
  public var missingMembers: Int { max(0, Self.fewestMembers - members.count) }

  /// The same team with every template's meeting in it, stored or made ready.
  public func prepared(words: Catalogue) -> DesignTeam {
    let missing = MeetingTemplate.allCases.filter { meeting(.prepared($0)) == nil }
    return DesignTeam(
      members: members, meetings: meetings + missing.map { TeamMeeting($0, words: words) }, tasks: tasks)
  }

  /// A member, or nil where there is none of that id.
  public func member(_ id: TeamMemberID) -> TeamMember? { members.first { $0.id == id } }

  /// A meeting, or nil where there is none of that id.
  public func meeting(_ id: TeamMeetingID) -> TeamMeeting? { meetings.first { $0.id == id } }

  /// A task, or nil where there is none of that id.
  public func task(_ id: FollowUpTaskID) -> FollowUpTask? { tasks.first { $0.id == id } }

  /// The place of a meeting among all, from 1; nil where there is none of that id.
  public func number(of id: TeamMeetingID) -> Int? {
    meetings.firstIndex { $0.id == id }.map { $0 + 1 }
  }

  /// The meeting that takes place at the same time as another, or nil.
  public func meeting(overlapping moment: MeetingMoment, besides id: TeamMeetingID) -> TeamMeeting? {
    meetings.first { $0.id != id && $0.moment.overlaps(moment) }
  }
}

// MARK: Tasks

extension DesignTeam {
  /// The tasks that still have to be done: those with a day first, the earliest at the top.
  public var openTasks: [FollowUpTask] { tasks.filter(\.isOpen).byDue() }

  /// The tasks taken on at a meeting, in order.
  public func tasks(of meeting: TeamMeetingID) -> [FollowUpTask] { tasks.filter { $0.meeting == meeting } }

  /// What a meeting has to come back to: the tasks of earlier meetings that are open, and those that were done since the
  /// meeting before it.
  ///
  /// So a task that is ticked off at a meeting stays in that meeting's minutes, and is gone from the next.
  public func carriedTasks(to id: TeamMeetingID) -> [FollowUpTask] {
    guard let place = meetings.firstIndex(where: { $0.id == id }) else { return [] }
    let earlier = meetings[..<place]
    let since = earlier.last?.moment.day
    let carried = tasks.filter { task in
      guard earlier.contains(where: { $0.id == task.meeting }) else { return false }
      guard let doneAt = task.doneAt else { return true }
      return since.map { CalendarDate(doneAt) >= $0 } ?? false
    }
    return carried.byDue()
  }
}

extension [TeamMeeting] {
  /// In the order of their days; those without a day come last, as the templates have them and then as they were added.
  fileprivate func inOrder() -> [TeamMeeting] {
    let templates = MeetingTemplate.allCases.map(TeamMeetingID.prepared)
    func rank(_ offset: Int) -> (String, Int, Int, Int) {
      let meeting = self[offset]
      let place = templates.firstIndex(of: meeting.id) ?? templates.count
      return (meeting.moment.day?.description ?? "9999", meeting.moment.start ?? 0, place, offset)
    }
    return indices.sorted { rank($0) < rank($1) }.map { self[$0] }
  }
}

extension [FollowUpTask] {
  /// The earliest day first, those without a day last, otherwise in the order they were taken on.
  fileprivate func byDue() -> [FollowUpTask] {
    enumerated().sorted { left, right in
      (left.element.due?.description ?? "9999", left.offset) < (right.element.due?.description ?? "9999", right.offset)
    }.map(\.element)
  }
}
