import Foundation
import GRDB
public import Workshop

extension Change {
  /// Gives items of a gathering the length they have on the day itself, or their planned one again.
  ///
  /// It is no edit of the plan: not in the history, and no news to who is editing. Throws `.unknown` where there is no
  /// such gathering; returns why it is not done where an item cannot give that much.
  public func adjust(
    _ gathering: GatheringID, cutting cuts: [RunSheetItemID: Int], restoring: Set<RunSheetItemID> = [],
    by role: JournalEntry.Role
  ) throws -> Result<RunSheet, RunSheetRefusal> {
    guard let before = try reader.runSheet(of: gathering) else { throw StoreError(gathering.rawValue, .unknown) }
    let after: RunSheet
    do { after = try before.shortening(cuts, restoring: restoring) } catch { return .failure(error) }
    let earlier = Dictionary(before.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for item in after.items where earlier[item.id]?.adjustedMinutes != item.adjustedMinutes {
      try db.execute(
        sql: "UPDATE run_sheet_item SET body = ? WHERE id = ?",
        arguments: [try StoredJSON.text(item), item.id.rawValue])
    }
    let minutes = before.items.reduce(0) { $0 + $1.length } - after.items.reduce(0) { $0 + $1.length }
    try note(.runSheetAdjusted, gathering.rawValue, by: role, ["minutes": String(minutes)])
    return .success(after)
  }

  /// Writes what of a run sheet changed, and notes it.
  func store(_ after: RunSheet, over before: RunSheet, edit: String, by role: JournalEntry.Role) throws {
    let gathering = after.gathering.id
    let sequence = try note(.runSheetChanged, gathering.rawValue, by: role, ["edit": edit])
    if after.gathering != before.gathering {
      try db.execute(
        sql: "UPDATE gathering SET body = ?, version = version + 1 WHERE id = ?",
        arguments: [try StoredJSON.text(after.gathering), gathering.rawValue])
    }
    let ids = Set(after.items.map(\.id))
    for item in before.items where !ids.contains(item.id) {
      try db.execute(sql: "DELETE FROM run_sheet_item WHERE id = ?", arguments: [item.id.rawValue])
    }
    if after.items.map(\.id) != before.items.map(\.id) {
      // Out of the way first, since two items may never stand in one place.
      try db.execute(
        sql: "UPDATE run_sheet_item SET position = -position - 1 WHERE gathering = ?", arguments: [gathering.rawValue])
    }
    let earlier = Dictionary(before.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (position, item) in after.items.enumerated() {
      try store(item, over: earlier[item.id], of: gathering, at: position, sequence: sequence)
    }
  }

  private func store(
    _ item: RunSheetItem, over earlier: RunSheetItem?, of gathering: GatheringID, at position: Int, sequence: Int64
  ) throws {
    guard let earlier else {
      // An item that comes back has a version that nobody who knew it before can hold.
      try db.execute(
        sql: "INSERT INTO run_sheet_item (id, gathering, position, body, version) VALUES (?, ?, ?, ?, ?)",
        arguments: [item.id.rawValue, gathering.rawValue, position, try StoredJSON.text(item), sequence])
      return
    }
    try db.execute(
      sql: "UPDATE run_sheet_item SET position = ? WHERE id = ?", arguments: [position, item.id.rawValue])
    guard earlier.asPlanned != item.asPlanned || earlier.adjustedMinutes != item.adjustedMinutes else { return }
    try db.execute(
      sql: "UPDATE run_sheet_item SET body = ?, version = version + 1 WHERE id = ?",
      arguments: [try StoredJSON.text(item), item.id.rawValue])
  }
}
