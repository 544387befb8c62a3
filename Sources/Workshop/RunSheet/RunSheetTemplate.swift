/// The plans a gathering can be made from; the words are in the catalogue (`runSheet.TEMPLATE.ITEM.…`).
public enum RunSheetTemplate: String, CaseIterable, Sendable, Codable {
  /// The whole 4-D cycle in one day.
  case oneDay = "one-day"
  /// Ontdekken and Dromen on the first day, Ontwerpen and Doen on the second.
  case twoDay = "two-day"
  /// About two and a half hours with children or young people.
  case short
  /// Stories gathered days before the workday.
  case beforehand
  /// Half a day months later: what was done, new stories, next steps.
  case followUp = "follow-up"

  /// The kind of gathering it is a plan for.
  public var kind: GatheringKind {
    switch self {
    case .oneDay, .twoDay: .workday
    case .short: .separate
    case .beforehand: .beforehand
    case .followUp: .followUp
    }
  }

  /// How many gatherings a traject that begins with it has at once.
  public var dayCount: Int { self == .twoDay ? 2 : 1 }

  /// The run sheets a traject begins with: one a day for workdays, else one.
  public func runSheets(on dates: [CalendarDate], words: Catalogue) -> [RunSheet] {
    (1...dayCount).map { day in
      let date = dates.indices.contains(day - 1) ? dates[day - 1] : nil
      return runSheet(id: Gathering.workdayID(day), day: day, date: date, words: words)
    }
  }

  /// The run sheet of one gathering made from this plan.
  ///
  /// `day` is 1, or 2 for the second of two days. Ids of items are unique within the traject: those of any gathering but
  /// the first begin with the gathering's own.
  public func runSheet(id: GatheringID, day: Int = 1, date: CalendarDate?, words: Catalogue) -> RunSheet {
    let items = items(words, day: day).map { item in
      id == Gathering.workdayID(1) ? item : item.with(id: RunSheetItemID("\(id).\(item.id)"))
    }
    let gathering = Gathering(
      id: id, kind: kind, date: date, start: items.first?.start ?? 9 * 60, end: items.last?.end,
      audience: self == .short ? .children : .everyone, template: self)
    return RunSheet(gathering: gathering, items: items)
  }
}
