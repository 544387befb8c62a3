extension RunSheetItem.Setting {
  /// The lengths an item, its timer and its minimum may have, in minutes; ten hours is longer than any day.
  static let lengths = 0...600
  static let roundCounts = 1...20

  /// What is the matter with it, or nil when it is well; `item` is the item after it was set.
  func fault(in item: RunSheetItem, dayStart: Int) -> FieldFault? {
    switch self {
    case .text(let field, _): Self.fault(in: field, of: item)
    case .minutes(let value): Self.fault(in: value, Self.lengths)
    case .anchor(let value?): Self.anchorFault(value, dayStart: dayStart)
    case .timerMinutes(let value?): Self.fault(in: value, 1...Self.lengths.upperBound)
    case .minimumMinutes(let value?): Self.fault(in: value, Self.lengths)
    case .rounds(let value): Self.fault(in: value, Self.roundCounts)
    case .step(let value?): StepDefinition.shipped(value) == nil ? .unknownChoice : nil
    case .isSkipped(true): item.actualStart == nil ? nil : .runSheet(.hasRun)
    default: nil
    }
  }

  private static func fault(in value: Int, _ range: ClosedRange<Int>) -> FieldFault? {
    range.contains(value) ? nil : .runSheet(.outOfRange(lowest: range.lowerBound, highest: range.upperBound))
  }

  private static func anchorFault(_ anchor: Int, dayStart: Int) -> FieldFault? {
    guard (0..<RunSheet.midnight).contains(anchor) else { return .runSheet(.notATime) }
    return anchor < dayStart ? .runSheet(.beforeStart(dayStart)) : nil
  }

  private static func fault(in field: RunSheetItem.TextField, of item: RunSheetItem) -> FieldFault? {
    let text = item[field]
    if text.isEmpty { return field == .title ? .missing : nil }
    // By code points, since one "character" can be any number of them.
    let length = text.unicodeScalars.count
    return length > field.limit ? .tooLong(limit: field.limit, actual: length) : nil
  }
}

/// What is the matter with a field of a run sheet; the words are in the catalogue (`runSheet.faults.…`).
public enum RunSheetFault: Hashable, Sendable {
  /// Not between a lowest and a highest number.
  case outOfRange(lowest: Int, highest: Int)
  /// No time of the day.
  case notATime
  /// Earlier than the gathering begins, in minutes after midnight.
  case beforeStart(Int)
  /// With it the last item would end past midnight, at so many minutes after the midnight before.
  case pastMidnight(Int)
  /// The end is not after the start.
  case endBeforeStart
  /// What has run cannot be skipped.
  case hasRun
  /// An item of this title that has run, and therefore stays in the run sheet.
  case stays(String)
  /// More than can be taken off, of which so many minutes are left.
  case tooMuch(Int)
  /// What is never shortened, or has run already.
  case notShortened
  /// An item that is named more than once, so that nobody knows which is meant.
  case namedTwice

  func message(_ words: Catalogue) -> String {
    switch self {
    case .outOfRange(let lowest, let highest):
      words("runSheet.faults.outOfRange", ["lowest": String(lowest), "highest": String(highest)])
    case .notATime: words["runSheet.faults.notATime"]
    case .beforeStart(let start): words("runSheet.faults.beforeStart", ["time": ClockTime.text(start)])
    case .pastMidnight(let end): words("runSheet.faults.pastMidnight", ["time": ClockTime.text(end)])
    case .endBeforeStart: words["runSheet.faults.endBeforeStart"]
    case .hasRun: words["runSheet.faults.hasRun"]
    case .stays(let title): words("runSheet.faults.stays", ["title": title])
    case .tooMuch(let left): words("runSheet.faults.tooMuch", count: left)
    case .notShortened: words["runSheet.faults.notShortened"]
    case .namedTwice: words["runSheet.faults.namedTwice"]
    }
  }
}
