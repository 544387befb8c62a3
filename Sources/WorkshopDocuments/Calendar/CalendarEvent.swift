import Foundation
import Workshop

/// One date in a calendar file.
struct CalendarEvent: Sendable {
  /// When it is.
  enum Time: Sendable {
    /// A whole day, which leaves people free.
    case day(CalendarDate)
    /// From a moment until another; until nil where nobody said when it ends, and then the file has no DTEND.
    case moment(Date, until: Date?)

    var isWholeDay: Bool {
      if case .day = self { true } else { false }
    }
  }

  /// What it is known by within the traject.
  ///
  /// The same in every export, so that calendars update what they have instead of doubling it (RFC 5545, 3.8.4.7).
  let id: String
  /// When it is.
  let time: Time
  /// Its revision: higher in every export after a change, by one or by more; 0 for what never changes.
  ///
  /// Calendars keep what they have where a file has a lower one (RFC 5545, 3.8.7.4).
  var sequence = 0
  /// What it is, in one line.
  let summary: String
  /// What there is to know about it, or empty.
  var description = ""
  /// Where it is, or empty.
  var place = ""
}
