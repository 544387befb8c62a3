/// A time on a day, to the minute, without a date or a time zone: when a meeting begins.
public struct TimeOfDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The minutes since midnight, 0 to 1439.
  public let minutes: Int

  /// Returns nil where a day has no such minute.
  public init?(minutes: Int) {
    guard (0..<24 * 60).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `9:30`, `09:30`, `9.30`, `9u30` and `9u`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { ":.uU".contains($0) }
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count) else { return nil }
    guard parts[1].utf8.count == 2 || (parts[1].isEmpty && text.last.map { "uU".contains($0) } == true) else {
      return nil
    }
    // Int reads a sign too, which a time does not have.
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    guard let hour = Int(parts[0]), hour < 24, let minute = parts[1].isEmpty ? 0 : Int(parts[1]), minute < 60 else {
      return nil
    }
    minutes = hour * 60 + minute
  }

  /// The time as forms hold it, `09:30`.
  public var description: String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// Earlier times come first.
  public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}
