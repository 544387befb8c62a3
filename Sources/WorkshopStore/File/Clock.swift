public import Workshop

public import struct Foundation.Date

/// Tells the time; passed in, so that tests and the sample day stand still.
public struct WallClock: Sendable {
  private let read: @Sendable () -> Date

  /// A clock that reads like this.
  public init(_ read: @escaping @Sendable () -> Date) {
    self.read = read
  }

  /// The system's clock.
  public static let system = WallClock { Date() }

  /// The day where the Huizen van het Kind are.
  public var today: CalendarDate { CalendarDate(now) }

  /// The moment, to the millisecond the file keeps.
  public var now: Date { Date(milliseconds: read().milliseconds) }
}

extension Date {
  /// As the file keeps it: milliseconds since 1970.
  var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}
