public import struct Foundation.Date

/// The id of a follow-up task.
public typealias FollowUpTaskID = Identifier<FollowUpTask>

/// What someone took on at a meeting of the ontwerpteam (opvolgingsopdracht, seed 001).
public struct FollowUpTask: Hashable, Sendable, Identifiable {
  /// Made by the page that adds the task.
  public let id: FollowUpTaskID
  /// The meeting it was given at; it stays there while later ones show it for as long as it is open.
  public let meeting: TeamMeetingID
  /// What is to be done.
  public var what: String
  /// Who sees to it: a role, an organisation or a name that person chose; never empty.
  public var owner: String
  /// By when, or nil where no day was agreed.
  public var due: CalendarDate?
  /// When it was done, or nil while it is open.
  public var doneAt: Date?
  /// 1 at first; counts up with every edit.
  public var version: Int

  /// Makes a task of parts that were validated before.
  public init(
    id: FollowUpTaskID, meeting: TeamMeetingID, what: String, owner: String, due: CalendarDate? = nil,
    doneAt: Date? = nil, version: Int = 1
  ) {
    self.id = id
    self.meeting = meeting
    self.what = what
    self.owner = owner
    self.due = due
    self.doneAt = doneAt
    self.version = version
  }

  /// Whether it still has to be done.
  public var isOpen: Bool { doneAt == nil }

  /// Whether it is open and its day is past.
  public func isOverdue(on today: CalendarDate) -> Bool {
    isOpen && due.map { $0 < today } ?? false
  }
}
