public import Workshop

extension RunSheetEdit {
  /// Any edit of a run sheet, as somebody might make it.
  public static func random(of sheet: RunSheet, number: Int, using numbers: inout SplitMix64) -> RunSheetEdit {
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
