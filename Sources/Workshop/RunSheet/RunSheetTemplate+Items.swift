extension RunSheetTemplate {
  /// The items of a plan with their words filled in, in order of time.
  ///
  /// `day` is 1, or 2 for the second of two days.
  public func items(_ words: Catalogue, day: Int = 1) -> [RunSheetItem] {
    plan(day: day).map { slot in
      let key = "runSheet.\(rawValue).\(slot.id)"
      return RunSheetItem(
        id: RunSheetItemID(slot.id), title: words["\(key).title"], start: slot.start, minutes: slot.minutes,
        phase: slot.phase, grouping: words.text(for: "\(key).grouping") ?? "",
        goal: words.text(for: "\(key).goal") ?? "",
        step: slot.step, scene: slot.scene, timerMinutes: slot.timer, hasSwap: slot.hasSwap,
        isProtected: slot.isProtected)
    }
  }

  private func plan(day: Int) -> [Slot] {
    switch self {
    case .oneDay: Self.oneDayPlan
    case .twoDay, .short, .beforehand, .followUp: []
    }
  }

  private struct Slot {
    let id: String
    let start: Int
    let minutes: Int
    let phase: Phase
    var step: StepID?
    let scene: Scene
    var timer: Int?
    var hasSwap = false
    var isProtected = false
  }

  private static let oneDayPlan: [Slot] = [
    Slot(id: "welkom", start: 9 * 60, minutes: 20, phase: .frame, scene: .join),
    Slot(id: "kader", start: 9 * 60 + 20, minutes: 15, phase: .frame, scene: .question),
    Slot(
      id: "interview", start: 9 * 60 + 35, minutes: 60, phase: .discover, step: "verhaal", scene: .timer, timer: 50,
      hasSwap: true),
    Slot(id: "pauze-voormiddag", start: 10 * 60 + 35, minutes: 15, phase: .frame, scene: .counters, isProtected: true),
    Slot(
      id: "verhalen-vertellen", start: 10 * 60 + 50, minutes: 50, phase: .discover, step: "succesfactor",
      scene: .stories,
      timer: 45),
    Slot(id: "positieve-kern", start: 11 * 60 + 40, minutes: 30, phase: .discover, step: "stippen", scene: .themes),
    Slot(id: "lunch", start: 12 * 60 + 10, minutes: 50, phase: .frame, scene: .counters, isProtected: true),
    Slot(id: "dromen", start: 13 * 60, minutes: 50, phase: .dream, step: "droom", scene: .dreams, timer: 30),
    Slot(id: "ontwerpen", start: 13 * 60 + 50, minutes: 55, phase: .design, step: "voorstel", scene: .timer, timer: 45),
    Slot(id: "pauze-namiddag", start: 14 * 60 + 45, minutes: 15, phase: .frame, scene: .proposals, isProtected: true),
    Slot(
      id: "galerij", start: 15 * 60, minutes: 20, phase: .design, step: "galerij", scene: .proposals, isProtected: true),
    Slot(id: "doen", start: 15 * 60 + 20, minutes: 45, phase: .destiny, step: "actie", scene: .actions, timer: 35),
    Slot(id: "slotkring", start: 16 * 60 + 5, minutes: 25, phase: .destiny, step: "slot", scene: .thanks),
  ]
}
