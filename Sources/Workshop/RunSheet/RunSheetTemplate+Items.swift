extension RunSheetTemplate {
  /// The items of a plan with their words filled in, in order of time (DOMAIN tells of each plan).
  ///
  /// `day` is 1, or 2 for the second of two days.
  public func items(_ words: Catalogue, day: Int = 1) -> [RunSheetItem] {
    slots(day: day).map { $0.item(words, in: self) }.timed(from: start)
  }

  /// When its first item begins, in minutes after midnight.
  private var start: Int {
    switch self {
    case .oneDay, .twoDay: 9 * 60
    case .short: 14 * 60
    case .beforehand: 10 * 60
    case .followUp: 13 * 60
    }
  }
}

/// An item of a plan, without its words.
struct PlanSlot {
  let id: String
  let minutes: Int
  let phase: Phase
  var step: StepID?
  var scene: Scene = .question
  var timer: Int?
  /// With two there is a "wissel" half-way.
  var rounds = 1
  var isProtected = false
  /// The hour lunch is ready.
  var lunch: Int?
  var minimum: Int?

  /// A pause: never shortened.
  static func pause(_ id: String, _ minutes: Int, scene: Scene = .counters) -> PlanSlot {
    PlanSlot(id: id, minutes: minutes, phase: .frame, scene: scene, isProtected: true)
  }

  /// Lunch, which is ready at its hour.
  static func lunch(_ id: String, _ minutes: Int, at hour: Int) -> PlanSlot {
    PlanSlot(id: id, minutes: minutes, phase: .frame, scene: .counters, isProtected: true, lunch: hour)
  }

  func item(_ words: Catalogue, in template: RunSheetTemplate) -> RunSheetItem {
    var item = RunSheetItem(
      id: RunSheetItemID(id), title: "", minutes: minutes, phase: phase, step: step, scene: scene, timerMinutes: timer,
      hasSwap: rounds == 2, isProtected: isProtected)
    for field in RunSheetItem.TextField.allCases {
      item[field] = words.text(for: "runSheet.\(template.rawValue).\(id).\(field.rawValue)") ?? ""
    }
    item.rounds = rounds
    item.minimumMinutes = minimum
    (item.anchor, item.anchorReason) = (lunch, lunch.map { _ in .lunch })
    return item
  }
}
