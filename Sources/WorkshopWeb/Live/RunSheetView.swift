import Foundation
import Workshop

/// The run sheet on the console, and the gatherings there are to choose from.
struct RunSheetView: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let id: RunSheetItemID
    let title: String
    let start: Int
    let minutes: Int
    let phase: Phase
    let grouping: String
    let goal: String
    @OrNull var step: StepID?
    let scene: Scene
    @OrNull var timerMinutes: Int?
    let swap: Bool
    let isProtected: Bool
    let isSkipped: Bool
    /// The length it was given on the day itself; null while it is as planned.
    @OrNull var adjustedMinutes: Int?
    /// When it is expected to begin, from what really happened; null once it began.
    @OrNull var expectedStart: Int?
    @OrNull var actualStart: Date?
    @OrNull var actualEnd: Date?
    let open: Bool

    init(_ item: RunSheetItem, expectedStart: Int?, isOpen: Bool) {
      (id, title, start, minutes, phase) = (item.id, item.title, item.start, item.minutes, item.phase)
      (grouping, goal, step, scene) = (item.grouping, item.goal, item.step, item.scene)
      (timerMinutes, swap) = (item.timerMinutes, item.hasSwap)
      (isProtected, isSkipped) = (item.isProtected || item.anchor != nil, item.isSkipped)
      (adjustedMinutes, self.expectedStart) = (item.adjustedMinutes, expectedStart)
      (actualStart, actualEnd, open) = (item.actualStart, item.actualEnd, isOpen)
    }
  }

  struct Current: Encodable, Sendable {
    let id: GatheringID
    let name: String
  }

  struct Choice: Encodable, Sendable {
    let id: GatheringID
    let name: String
    @OrNull var date: CalendarDate?
    let isCurrent: Bool
    /// Whether a guardian's consent is asked of everybody who tells at it.
    let asksGuardian: Bool
  }

  @OrNull var gathering: Current?
  let gatherings: [Choice]
  let items: [Item]
  /// Minutes behind the plan; negative when ahead.
  let drift: Int

  init(_ sheet: RunSheet?, gatherings: [Gathering], openItem: RunSheetItemID?, now: Date, words: Catalogue) {
    let current = sheet?.gathering
    gathering = current.map { Current(id: $0.id, name: $0.name(words)) }
    self.gatherings = gatherings.map {
      Choice(
        id: $0.id, name: $0.name(words), date: $0.date, isCurrent: $0.id == current?.id, asksGuardian: $0.asksGuardian)
    }
    let starts = sheet?.forecast(openItem: openItem, now: now).starts ?? [:]
    items = (sheet?.items ?? []).map { Item($0, expectedStart: starts[$0.id], isOpen: $0.id == openItem) }
    drift = (sheet?.items ?? []).drift(openItem: openItem, now: now)
  }
}
