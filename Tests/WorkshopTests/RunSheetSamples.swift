import Foundation
import Testing
import Workshop
import WorkshopTestSupport

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

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

extension RunSheetEdit {
  /// Any edit of a run sheet, as somebody might make it.
  static func random(of sheet: RunSheet, number: Int, using numbers: inout SeededNumbers) -> RunSheetEdit {
    let item = sheet.items.randomElement(using: &numbers)
    let before = Bool.random(using: &numbers) ? sheet.items.randomElement(using: &numbers)?.id : nil
    guard let item else { return .add(.numbered(number), before: nil, [.text(.title, "Nieuw"), .minutes(10)]) }
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0...3:
      let settings: [RunSheetItem.Setting] = [
        .minutes(.random(in: 0...60, using: &numbers)), .isSkipped(.random(using: &numbers)),
        .text(.goal, "doel \(number)"), .anchor(nil),
      ]
      return .change(item.id, version: item.version, [settings[Int.random(in: 0..<4, using: &numbers)]])
    case 4, 5: return .move(item.id, before: before)
    case 6: return .add(.numbered(number), before: before, [.text(.title, "Nieuw \(number)"), .minutes(10)])
    case 7: return .remove(item.id, version: item.version)
    case 8: return .start(.random(in: 480...600, using: &numbers))
    default: return .end(Bool.random(using: &numbers) ? nil : .random(in: 900...1080, using: &numbers))
    }
  }
}
