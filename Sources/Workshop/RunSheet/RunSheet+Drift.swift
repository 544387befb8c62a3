public import Foundation

extension [RunSheetItem] {
  /// How many minutes the day runs behind its plan; negative when it is ahead, 0 before it begins.
  ///
  /// While an item runs it counts as late from the minute it runs over its length; before that, what counts is when it
  /// began. The plan's times are Belgian local times.
  public func drift(openItem: RunSheetItemID?, now: Date, timeZone: TimeZone = .brussels) -> Int {
    guard let item = first(where: { $0.id == openItem }), let began = item.actualStart else { return 0 }
    let late = began.minuteOfDay(in: timeZone) - item.start
    let overrun = now.minuteOfDay(in: timeZone) - (began.minuteOfDay(in: timeZone) + item.minutes)
    return late + Swift.max(0, overrun)
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
