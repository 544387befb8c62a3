import Foundation
import GRDB
public import Workshop

extension Change {
  /// The room as it stands within this change.
  public func room() throws -> RoomState { try batch.room(db) }

  /// Changes where the room is, and notes it.
  @discardableResult
  public func setRoom(
    _ kind: JournalEntry.Kind, _ subject: String = "", by role: JournalEntry.Role,
    _ update: (inout RoomState) -> Void
  ) throws -> Int64 {
    var state = try batch.room(db)
    update(&state)
    try batch.setRoom(state, db)
    return try note(kind, subject, by: role)
  }

  /// Records when an item of the draaiboek really began; an item that is opened again goes on.
  public func start(_ item: RunSheetItemID) throws {
    try db.execute(
      sql: "UPDATE run_sheet_item SET actual_start = coalesce(actual_start, ?), actual_end = NULL WHERE id = ?",
      arguments: [now.milliseconds, item.rawValue])
    guard db.changesCount == 1 else { throw StoreError(item.rawValue, .unknown) }
  }

  /// Records when an item really ended.
  public func end(_ item: RunSheetItemID) throws {
    try db.execute(
      sql: "UPDATE run_sheet_item SET actual_end = ? WHERE id = ? AND actual_start IS NOT NULL",
      arguments: [now.milliseconds, item.rawValue])
  }

  /// Gives the room a new code and QR, so that the earlier ones let nobody in any more.
  public func rotateJoinCode(_ secrets: SecretSource, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: "UPDATE trajectory SET join_code = ?, join_token = ?", arguments: [secrets.joinCode(), secrets.token()])
    try note(.joinCodeRotated, by: role)
  }

  func begin(
    _ trajectory: Trajectory, framework: FrameworkContent, runSheets: [RunSheet], secrets: SecretSource
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO trajectory (only, body, framework, room, join_code, join_token, secret) VALUES (1, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try StoredJSON.text(trajectory), try StoredJSON.text(framework), try StoredJSON.text(RoomState()),
        secrets.joinCode(), secrets.token(), secrets.bytes(32).data,
      ])
    for runSheet in runSheets { try add(runSheet) }
    try note(.trajectoryMade, by: .facilitator, ["template": trajectory.template.rawValue])
  }
}
