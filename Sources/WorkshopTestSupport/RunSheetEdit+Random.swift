public import Workshop

/// Numbers that are the same in every run.
public struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// Numbers that follow from a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RunSheetEdit {
  /// Any edit of a run sheet, as somebody might make it.
  public static func random(of sheet: RunSheet, number: Int, using numbers: inout SeededNumbers) -> RunSheetEdit {
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
