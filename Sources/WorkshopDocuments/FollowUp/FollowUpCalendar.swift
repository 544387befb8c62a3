import Workshop

/// The dates between the workday and the end of the traject, in order.
struct FollowUpCalendar: Sendable {
  let day: QuotableDay
  let words: DocumentWords

  /// One date to keep.
  struct Entry: Sendable {
    /// Unique and the same in every export, so that calendars update instead of doubling.
    let id: String
    /// The day.
    let day: CalendarDate
    /// What kind of date it is.
    let kind: String
    /// What it is about.
    let subject: String
    /// Who sees to it.
    let who: String
    /// Where it takes place; empty where that is not known.
    var place = ""
    /// The action it comes from, or nil.
    var source: Contribution?
  }

  /// How many days after the workday the ontwerpteam looks back, as a proposal to move (seed 001: the team meets after the day).
  static let daysToEvaluation = 21

  /// All dates, earliest first.
  var dates: [Entry] {
    let entries = day.quotable(.action).flatMap(dates(of:)) + fixed
    return entries.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  private func dates(of action: Contribution) -> [Entry] {
    [("firstStepDate", "firstStep", action.text("firstStep")), ("endDate", "end", action.headline)].compactMap {
      field, kind, subject in
      CalendarDate(action.text(FieldID(field))).map {
        Entry(
          id: "\(action.id)-\(kind)", day: $0, kind: words["followUp.dates.\(kind)"], subject: subject,
          who: action.text("lead"), source: action)
      }
    }
  }

  private var fixed: [Entry] {
    let trajectory = day.trajectory
    var entries: [Entry] = []
    if let last = trajectory.dates.max() {
      entries.append(fixedEntry("evaluation", last.adding(days: Self.daysToEvaluation)))
    }
    if let meeting = trajectory.followUpMeeting.date {
      entries.append(fixedEntry("meeting", meeting, place: trajectory.followUpMeeting.place))
    }
    entries.append(fixedEntry("retention", trajectory.retentionDate))
    return entries
  }

  private func fixedEntry(_ kind: String, _ date: CalendarDate, place: String = "") -> Entry {
    Entry(
      id: kind, day: date, kind: words["followUp.dates.\(kind)"], subject: words["followUp.subjects.\(kind)"],
      who: words["followUp.who.\(kind)"], place: place)
  }
}
