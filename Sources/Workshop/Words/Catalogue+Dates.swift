extension Catalogue {
  /// "zondag 22 november 2026".
  public func long(_ date: CalendarDate) -> String { self("dates.long", parts(of: date)) }

  /// "22 november 2026".
  public func short(_ date: CalendarDate) -> String { self("dates.short", parts(of: date)) }

  private func parts(of date: CalendarDate) -> [String: String] {
    [
      "weekday": self["dates.weekdays.\(date.weekday)"], "day": String(date.day),
      "month": self["dates.months.\(date.month)"], "year": String(date.year),
    ]
  }
}
