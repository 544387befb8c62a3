/// What an edit touches of a run sheet, as it is at one moment: the history keeps one from before it and one from after.
public struct RunSheetPart: Hashable, Sendable, Codable {
  /// When a gathering begins and has to end.
  public struct Times: Hashable, Sendable, Codable {
    let start: Int
    let end: Int?
  }

  /// The order of all items; nil where it is the same before and after.
  public var order: [RunSheetItemID]?
  /// The touched items that are there at that moment, as planned, with the length the day gave them.
  public var items: [RunSheetItem]
  /// Both times; nil where they are the same before and after.
  ///
  /// Whichever differs between the two parts is what was edited.
  public var times: Times?

  /// Whether nothing is touched.
  public var isEmpty: Bool { order == nil && items.isEmpty && times == nil }

  /// What of one run sheet differs in another, as it is in each.
  public static func difference(
    _ before: RunSheet, _ after: RunSheet
  ) -> (before: RunSheetPart, after: RunSheetPart) {
    let hasNewOrder = before.items.map(\.id) != after.items.map(\.id)
    let hasNewTimes = before.times != after.times
    func part(_ sheet: RunSheet, unlike other: RunSheet) -> RunSheetPart {
      let others = Dictionary(other.items.map { ($0.id, $0.asPlanned) }, uniquingKeysWith: { first, _ in first })
      return RunSheetPart(
        order: hasNewOrder ? sheet.items.map(\.id) : nil,
        items: sheet.items.filter { others[$0.id] != $0.asPlanned }.map(\.asKept),
        times: hasNewTimes ? sheet.times : nil)
    }
    return (part(before, unlike: after), part(after, unlike: before))
  }
}

extension RunSheet {
  fileprivate var times: RunSheetPart.Times { .init(start: gathering.start, end: gathering.end) }

  /// The run sheet with a part put back in the place of another: undoing and redoing.
  ///
  /// What really happened stays: actual times, and the length the day gave an item whose planned length is the same; with
  /// another planned length comes what the day gave it then. A time that was set otherwise since the edit stays as well.
  ///
  /// Throws `.hasRun` where an item that has run would go, and the fault of a time that would end before it starts.
  public func restoring(
    _ part: RunSheetPart, insteadOf other: RunSheetPart
  ) throws(RunSheetRefusal) -> RunSheet {
    var kept = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for gone in Set(other.items.map(\.id)).subtracting(part.items.map(\.id)) {
      if let item = kept.removeValue(forKey: gone), item.actualStart != nil { throw .hasRun(item.title) }
    }
    for item in part.items { kept[item.id] = item.restored(over: kept[item.id]) }
    var sheet = self
    if let times = part.times, let replaced = other.times { try sheet.restore(times, insteadOf: replaced) }
    let order = part.order ?? items.map(\.id)
    sheet.items = order.compactMap { kept[$0] }.timed(from: sheet.gathering.start)
    return sheet
  }

  /// Start and end apart: the form of the gathering sets them too, and is not in the history.
  private mutating func restore(
    _ times: RunSheetPart.Times, insteadOf other: RunSheetPart.Times
  ) throws(RunSheetRefusal) {
    let isStart = times.start != other.start && gathering.start == other.start
    let isEnd = times.end != other.end && gathering.end == other.end
    if isStart { gathering.start = times.start }
    if isEnd { gathering.end = times.end }
    guard isStart || isEnd, let end = gathering.end, end <= gathering.start else { return }
    throw .fields([isStart ? "start" : "end": .runSheet(.endBeforeStart)])
  }
}

extension RunSheetItem {
  /// The item without what only the day or its place in the row says.
  public var asPlanned: RunSheetItem {
    var item = self
    (item.start, item.version, item.adjustedMinutes, item.actualStart, item.actualEnd) = (0, 1, nil, nil, nil)
    return item
  }

  /// As planned, with the length the day gave it: that belongs to the planned length it was taken from.
  fileprivate var asKept: RunSheetItem {
    var item = asPlanned
    item.adjustedMinutes = adjustedMinutes
    return item
  }

  fileprivate func restored(over current: RunSheetItem?) -> RunSheetItem {
    guard let current else { return self }
    var item = self
    (item.version, item.actualStart, item.actualEnd) = (current.version, current.actualStart, current.actualEnd)
    if item.minutes == current.minutes { item.adjustedMinutes = current.adjustedMinutes }
    // What has run was not skipped, whatever the plan said before.
    if item.actualStart != nil { item.isSkipped = false }
    return item
  }
}
