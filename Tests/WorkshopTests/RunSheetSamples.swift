import Foundation
import Testing
import Workshop
import WorkshopTestSupport

extension RunSheet {
  /// The one-day plan of 20 November 2026, from nine to half past four.
  static func sample() throws -> RunSheet {
    RunSheetTemplate.oneDay.runSheet(
      id: "dag-1", date: CalendarDate("2026-11-20"), words: try .shipped())
  }

  /// A day of plain items of so many minutes.
  static func plain(_ minutes: [Int], start: Int = 540, end: Int? = nil) -> RunSheet {
    let items = minutes.enumerated().map {
      RunSheetItem(id: RunSheetItemID("i\($0)"), title: "Onderdeel \($0)", minutes: $1, phase: .discover)
    }
    let gathering = Gathering(
      id: "dag-1", kind: .workday, date: CalendarDate("2026-11-20"), start: start, end: end, template: .oneDay)
    return RunSheet(gathering: gathering, items: items)
  }

  subscript(_ id: RunSheetItemID) -> RunSheetItem? { items.first { $0.id == id } }

  /// The day as it stands when an item began so many minutes late, with all before it done.
  func running(_ id: RunSheetItemID, late: Int) throws -> RunSheet {
    var sheet = self
    let index = try #require(items.firstIndex { $0.id == id })
    for earlier in 0...index {
      sheet.items[earlier].actualStart = .at(items[earlier].start + (earlier == index ? late : 0))
      if earlier < index { sheet.items[earlier].actualEnd = .at(items[earlier + 1].start) }
    }
    return sheet
  }
}

extension Date {
  /// A minute of 20 November 2026 in Brussels.
  static func at(_ minute: Int) -> Date { Date(timeIntervalSince1970: 1_795_161_600 + Double(minute - 540) * 60) }
}
