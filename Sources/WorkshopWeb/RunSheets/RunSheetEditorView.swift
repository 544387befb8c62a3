import Foundation
import Workshop
import WorkshopStore

/// A run sheet as its editor draws it; times are minutes after midnight.
struct RunSheetEditorView: Encodable, Sendable {
  struct GatheringHead: Encodable, Sendable {
    let id: GatheringID
    let kind: GatheringKind
    let title: String
    @OrNull var date: CalendarDate?
    let start: Int
    @OrNull var end: Int?
  }

  struct Check: Encodable, Sendable {
    @OrNull var item: RunSheetItemID?
    let id: RunSheetCheck.Kind
    let text: String
    let isError: Bool
  }

  let gathering: GatheringHead
  let items: [RunSheetItemView]
  let checks: [Check]
  /// Grows with every edit, undoing and redoing.
  let edit: Int64
  let canUndo: Bool
  let canRedo: Bool
  /// What undoing undoes; empty where nothing can be undone.
  let undo: String
  let redo: String
  /// Whether an item of it runs.
  let isRunning: Bool

  /// Throws `.notFound` where there is no such gathering.
  init(_ id: GatheringID, reader: Reader, words: Catalogue) throws {
    guard let sheet = try reader.runSheet(of: id) else { throw Problem.notFound }
    let (history, open) = (try reader.runSheetHistory(of: id), try reader.room().item)
    let last = try reader.gatherings().last { $0.kind == .workday }?.id
    gathering = GatheringHead(
      id: id, kind: sheet.gathering.kind, title: sheet.gathering.name(words), date: sheet.gathering.date,
      start: sheet.gathering.start, end: sheet.gathering.end)
    items = sheet.items.map(RunSheetItemView.init)
    checks = sheet.checks(isLastWorkday: id == last, words: words).map {
      Check(item: $0.item, id: $0.kind, text: $0.text(words), isError: $0.isError)
    }
    edit = history.edit
    (canUndo, canRedo) = (history.undo != nil, history.redo != nil)
    undo = history.undo.map { words("runSheet.edits.\($0.kind)", ["title": $0.title]) } ?? ""
    redo = history.redo.map { words("runSheet.edits.\($0.kind)", ["title": $0.title]) } ?? ""
    isRunning = sheet.items.contains { $0.id == open }
  }
}

/// An item as the editor draws it.
struct RunSheetItemView: Encodable, Sendable {
  let id: RunSheetItemID
  let version: Int
  let start: Int
  let end: Int
  let minutes: Int
  @OrNull var anchor: Int?
  @OrNull var anchorReason: RunSheetItem.AnchorReason?
  let isSkipped: Bool
  let isProtected: Bool
  let phase: Phase
  @OrNull var step: StepID?
  let scene: Scene
  @OrNull var timerMinutes: Int?
  let rounds: Int
  let hasSwap: Bool
  @OrNull var minimumMinutes: Int?
  @OrNull var adjustedMinutes: Int?
  /// By the name of the field; what was left empty is not in it.
  let texts: [String: String]
  @OrNull var actualStart: Date?
  @OrNull var actualEnd: Date?

  init(_ item: RunSheetItem) {
    (id, version, start, end, minutes) = (item.id, item.version, item.start, item.end, item.minutes)
    (anchor, anchorReason, isSkipped, isProtected) = (item.anchor, item.anchorReason, item.isSkipped, item.isProtected)
    (phase, step, scene, timerMinutes) = (item.phase, item.step, item.scene, item.timerMinutes)
    (rounds, hasSwap, minimumMinutes) = (item.rounds, item.hasSwap, item.minimumMinutes)
    adjustedMinutes = item.adjustedMinutes
    texts = Dictionary(uniqueKeysWithValues: item.texts.map { ($0.key.rawValue, $0.value) })
    (actualStart, actualEnd) = (item.actualStart, item.actualEnd)
  }
}
