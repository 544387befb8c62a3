import GRDB
public import Workshop

/// One edit in the history of a run sheet.
public struct RunSheetHistoryEntry: Hashable, Sendable {
  /// When it was last done or undone, among all edits.
  public let number: Int64
  /// The kind of edit, as in `RunSheetEdit.kind`.
  public let kind: String
  /// What the item it was about is called; empty where it was about the whole.
  public let title: String
  let before: RunSheetPart
  let after: RunSheetPart
}

/// What can be undone and done again of a run sheet.
public struct RunSheetHistory: Hashable, Sendable {
  /// The number of the last edit, undoing or redoing.
  ///
  /// 0 before the first; it only ever grows.
  public let edit: Int64
  /// The edit that would be undone, or nil.
  public let undo: RunSheetHistoryEntry?
  /// The edit that would be made again, or nil.
  public let redo: RunSheetHistoryEntry?
}

extension Reader {
  /// What can be undone and done again of a gathering's run sheet.
  public func runSheetHistory(of gathering: GatheringID) throws -> RunSheetHistory {
    let (undo, redo) = (try lastEdit(of: gathering, isUndone: false), try lastEdit(of: gathering, isUndone: true))
    return RunSheetHistory(edit: max(undo?.number ?? 0, redo?.number ?? 0), undo: undo, redo: redo)
  }

  /// How many items the run sheet of each gathering has; one without any is not in it.
  public func runSheetLengths() throws -> [GatheringID: Int] {
    let sql = "SELECT gathering, count(*) AS n FROM run_sheet_item GROUP BY gathering"
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { $0[GatheringID($1["gathering"] as String)] = $1["n"] }
  }

  private func lastEdit(of gathering: GatheringID, isUndone: Bool) throws -> RunSheetHistoryEntry? {
    let sql = """
      SELECT * FROM run_sheet_edit WHERE gathering = ? AND is_undone = ? ORDER BY number DESC LIMIT 1
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [gathering.rawValue, isUndone]) else { return nil }
    let before = try StoredJSON.value(RunSheetPart.self, from: row["before"])
    let after = try StoredJSON.value(RunSheetPart.self, from: row["after"])
    let subject = RunSheetItemID(row["subject"] as String)
    return RunSheetHistoryEntry(
      number: row["number"], kind: row["kind"], title: try title(of: subject, before, after), before: before,
      after: after)
  }

  /// What an item was called; one that was only moved is in neither part.
  private func title(of item: RunSheetItemID, _ before: RunSheetPart, _ after: RunSheetPart) throws -> String {
    let known = (after.items + before.items).first { $0.id == item }
    return try known?.title ?? self.item(item)?.item.title ?? ""
  }
}
