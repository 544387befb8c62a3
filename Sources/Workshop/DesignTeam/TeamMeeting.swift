/// The id of a meeting of the ontwerpteam.
public typealias TeamMeetingID = Identifier<TeamMeeting>

/// A meeting of the ontwerpteam (overlegmoment): when, where, what about, and what came of it.
public struct TeamMeeting: Hashable, Sendable, Identifiable {
  /// Never changes.
  public let id: TeamMeetingID
  /// When it takes place.
  public var moment: MeetingMoment
  /// What it is about and what came of it.
  public var content: Content
  /// 0 while it is only made ready, 1 when it is stored; counts up with every edit.
  public var version: Int

  /// What is said of a meeting, apart from when it is.
  public struct Content: Hashable, Sendable, Codable {
    /// What it is called.
    public var title: String
    /// Where it takes place, or empty.
    public var place: String
    /// The points of the agenda, in order.
    public var agenda: [String]
    /// Who was there, by the ids of members; an id of someone who left the team stays and says nothing.
    public var attendees: [TeamMemberID]
    /// The minutes (verslag), in paragraphs; empty while there are none.
    public var minutes: String
    /// What was decided, one sentence each.
    public var decisions: [String]

    /// Makes the content of a meeting; without more than a title it still has to take place.
    public init(
      title: String, place: String = "", agenda: [String] = [], attendees: [TeamMemberID] = [], minutes: String = "",
      decisions: [String] = []
    ) {
      self.title = title
      self.place = place
      self.agenda = agenda
      self.attendees = attendees
      self.minutes = minutes
      self.decisions = decisions
    }

    /// Whether anything was written down of what happened.
    public var hasMinutes: Bool { !minutes.isEmpty || !decisions.isEmpty }
  }

  /// Makes a meeting of parts that were validated before.
  public init(id: TeamMeetingID, moment: MeetingMoment = .init(), content: Content, version: Int = 1) {
    self.id = id
    self.moment = moment
    self.content = content
    self.version = version
  }

  /// The meeting a template makes ready, in the words of the catalogue and not stored yet.
  public init(_ template: MeetingTemplate, words: Catalogue) {
    let key = "team.templates.\(template.rawValue)"
    self.init(
      id: .prepared(template),
      content: Content(title: words["\(key).title"], agenda: words["\(key).agenda"].trimmedLines()), version: 0)
  }

  /// The template it comes from, or nil for one that was added.
  public var template: MeetingTemplate? { MeetingTemplate.allCases.first { id == .prepared($0) } }

  /// Whether it may be taken away: the ones seed 001 asks for stay.
  public var isRemovable: Bool { template == nil }
}

/// When a meeting takes place, as far as that is agreed.
public struct MeetingMoment: Hashable, Sendable {
  /// The day, or nil while it is not agreed.
  public var day: CalendarDate?
  /// The start in minutes after midnight, or nil.
  public var start: Int?
  /// The end in minutes after midnight, after the start, or nil.
  public var end: Int?

  /// Makes a moment; without a day it is still to be agreed.
  public init(day: CalendarDate? = nil, start: Int? = nil, end: Int? = nil) {
    self.day = day
    self.start = start
    self.end = end
  }

  /// Whether two moments share time of a day; two that follow each other without a break do not.
  ///
  /// A meeting without an end counts as its first minute, one without a start as no time at all.
  public func overlaps(_ other: MeetingMoment) -> Bool {
    guard let day, day == other.day, let start, let otherStart = other.start else { return false }
    return start < (other.end ?? otherStart + 1) && otherStart < (end ?? start + 1)
  }
}

extension String {
  /// The lines with text in them, without spaces around them.
  public func trimmedLines() -> [String] {
    split(whereSeparator: \.isNewline).map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }
}
