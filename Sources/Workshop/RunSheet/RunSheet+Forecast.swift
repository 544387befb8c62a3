public import Foundation

/// What is expected of a day as it goes.
public struct RunSheetForecast: Hashable, Sendable {
  /// When each coming item is expected to begin, in minutes after midnight; those that ran or run are not in it.
  public let starts: [RunSheetItemID: Int]
  /// When each coming item could begin if its anchor did not hold it back.
  let arrivals: [RunSheetItemID: Int]
  /// When the last item is expected to end.
  public let end: Int
}

extension RunSheet {
  /// When each coming item is expected to begin, from what really happened.
  ///
  /// The open item ends when its time is over, or now where it runs over. What comes after it follows without a gap: an
  /// anchored item waits for its hour, and begins late where the room is not there yet. Between two items the next one
  /// begins now. Before the day, and on another day than the gathering's, everything begins as planned.
  public func forecast(openItem: RunSheetItemID?, now: Date, timeZone: TimeZone = .brussels) -> RunSheetForecast {
    let (first, begin) = position(openItem: openItem, now: now, timeZone)
    var cursor = begin
    var starts: [RunSheetItemID: Int] = [:]
    var arrivals: [RunSheetItemID: Int] = [:]
    for item in items[first...] where item.isComing {
      arrivals[item.id] = cursor
      let start = item.isSkipped ? cursor : max(cursor, item.anchor ?? cursor)
      starts[item.id] = start
      cursor = start + item.length
    }
    return RunSheetForecast(starts: starts, arrivals: arrivals, end: cursor)
  }

  /// The first item that can still come, and when the room is free for it.
  private func position(
    openItem: RunSheetItemID?, now: Date, _ timeZone: TimeZone
  ) -> (first: Int, begin: Int) {
    if let open = items.firstIndex(where: { $0.id == openItem }),
      let end = items[open].expectedEnd(now: now, timeZone)
    {
      return (open + 1, end)
    }
    let today = CalendarDate(now, in: timeZone)
    let last = items.lastIndex { $0.actualStart != nil }
    guard let last, let began = items[last].actualStart,
      CalendarDate(began, in: timeZone) == today
    else {
      let isDay = last == nil && gathering.date == today
      return (
        last.map { $0 + 1 } ?? 0,
        isDay ? max(gathering.start, now.minuteOfDay(in: timeZone)) : plannedBegin(after: last)
      )
    }
    return (last + 1, now.minuteOfDay(in: timeZone))
  }

  private func plannedBegin(after last: Int?) -> Int {
    guard let last else { return gathering.start }
    return items[last].end
  }
}

extension RunSheetItem {
  /// Whether it did not run yet.
  var isComing: Bool { actualStart == nil }
}
