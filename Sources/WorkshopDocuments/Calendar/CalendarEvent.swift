import Foundation
import Workshop

/// One date in a calendar file.
struct CalendarEvent: Sendable {
  /// When it is.
  enum Time: Sendable {
    /// A whole day, which leaves people free.
    case day(CalendarDate)
    /// From a moment to another, or to no one knows when.
    case moment(Date, until: Date?)

    var isWholeDay: Bool {
      if case .day = self { true } else { false }
    }
  }

  /// Unique within the traject and the same in every export, so that calendars update instead of doubling.
  let id: String
  /// When it is.
  let time: Time
  /// How often it was changed.
  var sequence = 0
  /// What it is, in one line.
  let summary: String
  /// What there is to know about it, or empty.
  var description = ""
  /// Where it is, or empty.
  var place = ""
}
