import Foundation
import GRDB
public import Workshop

extension Change {
  /// Makes an edit of a gathering's run sheet, keeps it in the history, and drops what was undone before it.
  ///
  /// Returns the run sheet after it, or why it is not made; an edit that changes nothing is not kept. Throws `.unknown`
  /// where there is no such gathering.
  public func edit(
    _ gathering: GatheringID, _ edit: RunSheetEdit, by role: JournalEntry.Role
  ) throws -> Result<RunSheet, RunSheetRefusal> {
    let before = try runSheet(gathering)
    let after: RunSheet
    do { after = try before.applying(edit) } catch { return .failure(error) }
    let parts = RunSheetPart.difference(before, after)
    if parts.after.isEmpty, parts.before.isEmpty { return .success(before) }
    try keep(edit, of: gathering, parts)
    try store(after, over: before, edit: edit.kind, by: role)
    return .success(try runSheet(gathering))
  }

  /// Takes the last edit back; `number` is the one the editor last saw.
  ///
  /// Returns the run sheet after it, or `.overtaken` where another edit came in between or nothing is left.
  public func undo(
    _ gathering: GatheringID, edit number: Int64, by role: JournalEntry.Role
  ) throws -> Result<RunSheet, RunSheetRefusal> {
    try turn(gathering, seen: number, by: role, isUndoing: true)
  }

  /// Makes the edit that was undone last again; `number` is the one the editor last saw.
  public func redo(
    _ gathering: GatheringID, edit number: Int64, by role: JournalEntry.Role
  ) throws -> Result<RunSheet, RunSheetRefusal> {
    try turn(gathering, seen: number, by: role, isUndoing: false)
  }

  private func turn(
    _ gathering: GatheringID, seen number: Int64, by role: JournalEntry.Role, isUndoing: Bool
  ) throws -> Result<RunSheet, RunSheetRefusal> {
    let (history, before) = (try reader.runSheetHistory(of: gathering), try runSheet(gathering))
    guard history.edit == number, let entry = isUndoing ? history.undo : history.redo else {
      return .failure(.overtaken)
    }
    let after: RunSheet
    do {
      after =
        try isUndoing
        ? before.restoring(entry.before, insteadOf: entry.after)
        : before.restoring(entry.after, insteadOf: entry.before)
    } catch { return .failure(error) }
    // The number tells when it was last done or undone, so that of each the last is always the highest.
    try db.execute(
      sql: "UPDATE run_sheet_edit SET number = ?, is_undone = ? WHERE number = ?",
      arguments: [try nextEditNumber(), isUndoing, entry.number])
    try store(after, over: before, edit: isUndoing ? "undo" : "redo", by: role)
    return .success(try runSheet(gathering))
  }

  private func runSheet(_ gathering: GatheringID) throws -> RunSheet {
    guard let sheet = try reader.runSheet(of: gathering) else { throw StoreError(gathering.rawValue, .unknown) }
    return sheet
  }

  private func nextEditNumber() throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT coalesce(max(number), 0) + 1 FROM run_sheet_edit") ?? 1
  }

  private func keep(
    _ edit: RunSheetEdit, of gathering: GatheringID, _ parts: (before: RunSheetPart, after: RunSheetPart)
  ) throws {
    let number = try nextEditNumber()
    try db.execute(
      sql: "DELETE FROM run_sheet_edit WHERE gathering = ? AND is_undone = 1", arguments: [gathering.rawValue])
    try db.execute(
      sql: """
        INSERT INTO run_sheet_edit (number, gathering, at, kind, subject, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, gathering.rawValue, now.milliseconds, edit.kind, edit.item?.rawValue ?? gathering.rawValue,
        try StoredJSON.text(parts.before), try StoredJSON.text(parts.after),
      ])
  }
}
