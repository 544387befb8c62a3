extension RunSheet {
  /// The minutes in a day: no run sheet goes past it.
  public static let midnight = 24 * 60

  /// The run sheet after an edit, with its times worked out anew.
  ///
  /// Throws where the edit is not possible; the run sheet then stays as it was. Versions are the store's to count.
  public func applying(_ edit: RunSheetEdit) throws(RunSheetRefusal) -> RunSheet {
    var sheet = self
    switch edit {
    case .change(let id, let version, let settings): try sheet.change(id, version, settings)
    case .move(let id, let before): try sheet.move(id, before: before)
    case .add(let id, let before, let settings): try sheet.add(id, before: before, settings)
    case .remove(let id, let version): try sheet.remove(id, version)
    case .start(let start): try sheet.setTimes(start: start, end: gathering.end, field: "start")
    case .end(let end): try sheet.setTimes(start: gathering.start, end: end, field: "end")
    case .copy(let source): try sheet.replace(by: source)
    }
    sheet.items = sheet.items.timed(from: sheet.gathering.start)
    // What is past midnight already may still be changed, as long as it gets no worse.
    if sheet.latestEnd > max(Self.midnight, latestEnd) {
      throw .fields([edit.timeField: .runSheet(.pastMidnight(sheet.latestEnd))])
    }
    return sheet
  }

  /// When the item that ends last ends, in minutes after midnight.
  public var latestEnd: Int { items.map(\.end).max() ?? gathering.start }

  private func index(of id: RunSheetItemID) throws(RunSheetRefusal) -> Int {
    guard let index = items.firstIndex(where: { $0.id == id }) else { throw .unknown(id) }
    return index
  }

  private func index(of id: RunSheetItemID, _ version: Int) throws(RunSheetRefusal) -> Int {
    let index = try index(of: id)
    if items[index].version != version { throw .stale(items[index]) }
    return index
  }

  private mutating func change(
    _ id: RunSheetItemID, _ version: Int, _ settings: [RunSheetItem.Setting]
  ) throws(RunSheetRefusal) {
    let index = try index(of: id, version)
    items[index] = try checked(items[index], settings)
  }

  private func checked(
    _ item: RunSheetItem, _ settings: [RunSheetItem.Setting]
  ) throws(RunSheetRefusal) -> RunSheetItem {
    let changed = item.applying(settings)
    let faults = settings.reduce(into: [String: FieldFault]()) { faults, setting in
      faults[setting.name] = setting.fault(in: changed, dayStart: gathering.start)
    }
    if !faults.isEmpty { throw .fields(faults) }
    return changed
  }

  private mutating func move(_ id: RunSheetItemID, before: RunSheetItemID?) throws(RunSheetRefusal) {
    if id == before { return }
    let item = items.remove(at: try index(of: id))
    items.insert(item, at: try before.map(index) ?? items.count)
  }

  private mutating func add(
    _ id: RunSheetItemID, before: RunSheetItemID?, _ settings: [RunSheetItem.Setting]
  ) throws(RunSheetRefusal) {
    if items.contains(where: { $0.id == id }) { throw .taken(id) }
    let place = try before.map(index) ?? items.count
    let blank = RunSheetItem(id: id, title: "", minutes: 15, phase: .frame)
    let item = try checked(blank, settings)
    if item.title.isEmpty { throw .fields(["title": .missing]) }
    items.insert(item, at: place)
  }

  private mutating func remove(_ id: RunSheetItemID, _ version: Int) throws(RunSheetRefusal) {
    let index = try index(of: id, version)
    if items[index].actualStart != nil { throw .hasRun(items[index].title) }
    items.remove(at: index)
  }

  private mutating func setTimes(start: Int, end: Int?, field: String) throws(RunSheetRefusal) {
    // No form can show 24:00. A file from before that was refused may hold it, and its start may still be changed.
    let isEndATime = end.map((0..<Self.midnight).contains) ?? true
    guard (0..<Self.midnight).contains(start), isEndATime || end == gathering.end else {
      throw .fields([field: .runSheet(.notATime)])
    }
    if let end, end <= start { throw .fields([field: .runSheet(.endBeforeStart)]) }
    (gathering.start, gathering.end) = (start, end)
  }

  private mutating func replace(by source: RunSheet) throws(RunSheetRefusal) {
    if let run = items.first(where: { $0.actualStart != nil }) { throw .hasRun(run.title) }
    try setTimes(start: source.gathering.start, end: source.gathering.end, field: "items")
    items = source.items
  }

  /// The run sheet as another gathering takes it over: every item under a new id, as if nothing of it had run.
  public func copied(newID: () -> RunSheetItemID) -> RunSheet {
    var copy = self
    copy.items = items.map { item in
      var item = item.with(id: newID())
      (item.version, item.adjustedMinutes, item.actualStart, item.actualEnd) = (1, nil, nil, nil)
      return item
    }
    return copy
  }
}
