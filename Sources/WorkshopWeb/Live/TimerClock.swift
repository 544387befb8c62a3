import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// Reads a running round timer by the monotonic clock, so that a laptop whose time is set right in the middle of a round
/// neither cuts it short nor drags it on.
///
/// The file holds the moment a timer ends by the wall clock, which is what survives a restart.
final class TimerClock: Sendable {
  private let wall: WallClock
  private let anchor = Locked<(endsAt: Date, deadline: ContinuousClock.Instant)?>(nil)

  init(_ wall: WallClock) {
    self.wall = wall
  }

  /// What the wall clock would say now, had it not been set since the timer was first seen.
  func now(for timer: RoundTimer?) -> Date {
    guard let endsAt = timer?.endsAt else { return wall.now }
    return anchor.withLock { anchor in
      if let anchor, anchor.endsAt == endsAt {
        return endsAt.addingTimeInterval(-(ContinuousClock.now.duration(to: anchor.deadline) / .seconds(1)))
      }
      let now = wall.now
      anchor = (endsAt, .now + .seconds(endsAt.timeIntervalSince(now)))
      return now
    }
  }
}
