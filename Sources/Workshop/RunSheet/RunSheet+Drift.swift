public import Foundation

extension RunSheetItem {
  /// How long it takes as things stand: nothing where it is skipped, else as the day made it or as it was planned.
  public var length: Int { isSkipped ? 0 : adjustedMinutes ?? minutes }

  /// The round timer as things stand, in minutes for all rounds together: what the day took off is taken off the rounds.
  public var timerLength: Int? {
    timerMinutes.map { max(rounds, $0 - (minutes - (adjustedMinutes ?? minutes))) }
  }
}

extension [RunSheetItem] {
  /// How many minutes the day runs behind its plan; negative when it is ahead, 0 before it begins.
  ///
  /// That is how much later than planned the open item ends, if it ends when its time is over: so a shortened item counts
  /// as won back from the moment it is shortened, and from the minute it runs over its length it counts as late. The
  /// plan's times are Belgian local times.
  public func drift(openItem: RunSheetItemID?, now: Date, timeZone: TimeZone = .brussels) -> Int {
    guard let item = first(where: { $0.id == openItem }), let end = item.expectedEnd(now: now, timeZone) else {
      return 0
    }
    return end - (item.start + item.minutes)
  }
}

extension RunSheetItem {
  /// When it ends in minutes after midnight, if it runs; nil where it has not begun.
  func expectedEnd(now: Date, _ timeZone: TimeZone) -> Int? {
    guard let began = actualStart else { return nil }
    return max(began.minuteOfDay(in: timeZone) + length, now.minuteOfDay(in: timeZone))
  }
}

extension Date {
  /// The minutes since midnight of its day.
  public func minuteOfDay(in timeZone: TimeZone) -> Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents([.hour, .minute], from: self)
    return (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
  }
}

extension TimeZone {
  /// Where every Huis van het Kind is; UTC only where the system has no time zones.
  public static let brussels = TimeZone(identifier: "Europe/Brussels") ?? .gmt
}
