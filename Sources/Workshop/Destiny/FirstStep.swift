/// The first step of an action: within two weeks of the day it was agreed on (DOMAIN).
///
/// A later one is told at its field and not refused: an action that truly begins after the school holidays is worth more
/// than one that is not written down, and a date that is made up to please the form is worth nothing.
public enum FirstStep {
  /// Within how many days.
  public static let days = 14

  /// The last day that is soon enough.
  public static func lastDay(from day: CalendarDate) -> CalendarDate { day.adding(days: days) }

  /// Whether an action begins later than that; one without a date of which nothing is known does not.
  public static func isLate(_ action: Contribution, from day: CalendarDate) -> Bool {
    CalendarDate(action.text("firstStepDate")).map { $0 > lastDay(from: day) } ?? false
  }
}
