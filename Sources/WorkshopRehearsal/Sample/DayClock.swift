import Foundation
import Synchronization
import Workshop
import WorkshopStore

/// A clock that stands where the sample day is.
final class DayClock: Sendable {
  private let midnight: Date
  private let seconds = Mutex(9 * 3_600)

  /// Stands at nine o'clock of a day in Flanders.
  init(date: CalendarDate) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .brussels
    let parts = DateComponents(year: date.year, month: date.month, day: date.day)
    midnight = calendar.date(from: parts) ?? Date(timeIntervalSince1970: Double(date.daysSinceEpoch) * 86_400)
  }

  /// Moves to a time of the day.
  func set(minuteOfDay: Int) {
    seconds.withLock { $0 = minuteOfDay * 60 }
  }

  /// Moves on.
  func advance(seconds more: Int) {
    seconds.withLock { $0 += more }
  }

  /// The clock as the store takes it.
  var wallClock: WallClock {
    WallClock { self.midnight.addingTimeInterval(Double(self.seconds.withLock { $0 })) }
  }
}
