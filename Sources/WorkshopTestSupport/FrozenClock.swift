public import Foundation
public import WorkshopStore

/// A clock that stands still until a test moves it.
///
/// `@unchecked Sendable`: the moment is only touched under `lock`.
public final class FrozenClock: @unchecked Sendable {
  /// Friday 20 November 2026, nine o'clock in Brussels.
  public static let start = Date(timeIntervalSince1970: 1_795_161_600)

  private let lock = NSLock()
  private var moment: Date

  /// A clock that stands at a moment.
  public init(at moment: Date = FrozenClock.start) {
    self.moment = moment
  }

  /// The moment it stands at.
  public var now: Date { lock.withLock { moment } }

  /// Moves the clock on by so many seconds, or back where negative.
  public func advance(by seconds: Double) {
    lock.withLock { moment = moment.addingTimeInterval(seconds) }
  }

  /// The clock as the store takes it.
  public var wallClock: WallClock { WallClock { self.now } }
}
