extension RunSheet {
  /// The run sheet with items shortened by so many minutes on the day itself, and others put back to their plan.
  ///
  /// Throws the faults by the id of the item: what is never shortened or has run, and more than an item can give.
  public func shortening(
    _ cuts: [RunSheetItemID: Int], restoring restored: Set<RunSheetItemID> = []
  ) throws(RunSheetRefusal) -> RunSheet {
    var sheet = self
    var faults: [String: FieldFault] = [:]
    for id in Set(cuts.keys).union(restored) {
      guard let index = items.firstIndex(where: { $0.id == id }) else { throw .unknown(id) }
      if restored.contains(id) { sheet.items[index].adjustedMinutes = nil }
      guard let cut = cuts[id] else { continue }
      let item = sheet.items[index]
      if let fault = item.fault(inCut: cut) {
        faults[id.rawValue] = fault
      } else {
        sheet.items[index].adjustedMinutes = item.length - cut
      }
    }
    if !faults.isEmpty { throw .fields(faults) }
    return sheet
  }
}

extension RunSheetItem {
  fileprivate func fault(inCut cut: Int) -> FieldFault? {
    if isNeverShortened || actualEnd != nil { return .runSheet(.notShortened) }
    return (1...max(1, slack)).contains(cut) && slack > 0 ? nil : .runSheet(.tooMuch(slack))
  }
}
