import Foundation
import GRDB
public import Workshop

extension Change {
  /// Adds a gathering with its run sheet, after those that are there.
  public func make(_ runSheet: RunSheet, by role: JournalEntry.Role) throws {
    try add(runSheet)
    try note(
      .gatheringMade, runSheet.gathering.id.rawValue, by: role, ["kind": runSheet.gathering.kind.rawValue])
  }

  func add(_ runSheet: RunSheet) throws {
    let gathering = runSheet.gathering
    try db.execute(
      sql: """
        INSERT INTO gathering (id, position, kind, body)
        VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM gathering), ?, ?)
        """,
      arguments: [gathering.id.rawValue, gathering.kind.rawValue, try StoredJSON.text(gathering)])
    for (position, item) in runSheet.items.enumerated() {
      try db.execute(
        sql: "INSERT INTO run_sheet_item (id, gathering, position, body) VALUES (?, ?, ?, ?)",
        arguments: [item.id.rawValue, gathering.id.rawValue, position, try StoredJSON.text(item)])
    }
  }
}
