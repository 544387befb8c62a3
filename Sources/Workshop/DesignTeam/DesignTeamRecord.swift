public import struct Foundation.Date

/// Everything documents need of the ontwerpteam, as plain values: no database, no pages, and no way to reach anybody.
public struct DesignTeamRecord: Hashable, Sendable {
  /// The traject.
  public let trajectory: Trajectory
  /// Its terms.
  public let framework: FrameworkContent
  /// The members, as documents may know them.
  public let people: [Person]
  /// The meetings, in the order they take place.
  public let meetings: [MeetingRecord]
  /// The moment of the record.
  public let madeAt: Date

  /// A member as documents may know one: by role, and by name only with consent; never an address or a number.
  public struct Person: Hashable, Sendable, Identifiable {
    /// The member's id.
    public let id: TeamMemberID
    /// The name, or nil without consent.
    public let name: String?
    /// What someone is here.
    public let role: String
    /// The organisation, or empty.
    public let organisation: String

    init(_ member: TeamMember) {
      id = member.id
      name = member.contact?.name
      role = member.role
      organisation = member.organisation
    }
  }

  /// Takes out of a team what documents may tell.
  public init(trajectory: Trajectory, framework: FrameworkContent, team: DesignTeam, madeAt: Date) {
    self.trajectory = trajectory
    self.framework = framework
    self.madeAt = madeAt
    people = team.members.map(Person.init)
    meetings = team.meetings.indices.map { MeetingRecord(team, at: $0) }
  }

  /// Whether there is anything for a calendar: a meeting with a day, or an open task with one.
  public var hasDates: Bool {
    meetings.contains { $0.meeting.moment.day != nil || $0.tasks.contains { $0.isOpen && $0.due != nil } }
  }

  /// A meeting, or nil where there is none of that id.
  public func meeting(_ id: TeamMeetingID) -> MeetingRecord? { meetings.first { $0.meeting.id == id } }
}

/// A meeting with everything its agenda and minutes tell.
public struct MeetingRecord: Hashable, Sendable {
  /// The meeting.
  public let meeting: TeamMeeting
  /// Its place among all, from 1.
  public let number: Int
  /// Who was there, in the order of the team.
  public let present: [DesignTeamRecord.Person]
  /// What earlier meetings left to come back to.
  public let carried: [FollowUpTask]
  /// What was taken on here.
  public let tasks: [FollowUpTask]
  /// The meeting after it, or nil where none is planned.
  public let next: TeamMeeting?

  init(_ team: DesignTeam, at place: Int) {
    meeting = team.meetings[place]
    number = place + 1
    let attendees = Set(meeting.content.attendees)
    present = team.members.filter { attendees.contains($0.id) }.map(DesignTeamRecord.Person.init)
    carried = team.carriedTasks(to: meeting.id)
    tasks = team.tasks(of: meeting.id)
    next = team.meetings[(place + 1)...].first
  }
}
