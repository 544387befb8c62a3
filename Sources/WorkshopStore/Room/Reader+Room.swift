import Foundation
import GRDB
public import Workshop

/// How people get into the room.
public struct JoinKeys: Hashable, Sendable {
  /// Six letters, typed.
  public let code: String
  /// The secret in the QR's fragment.
  public let token: String
}

extension Reader {
  /// The traject.
  public func trajectory() throws -> Trajectory {
    try StoredJSON.value(Trajectory.self, from: column("body"))
  }

  /// Its terms.
  public func framework() throws -> FrameworkContent {
    try StoredJSON.value(FrameworkContent.self, from: column("framework"))
  }

  /// Where the room is.
  public func room() throws -> RoomState {
    try StoredJSON.value(RoomState.self, from: column("room"))
  }

  /// How people get in.
  public func joinKeys() throws -> JoinKeys {
    JoinKeys(code: try column("join_code"), token: try column("join_token"))
  }

  /// The sequence number of the last change; 0 for none.
  public func lastSequence() throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM journal") ?? 0
  }

  /// The changes after a sequence number, in order, at most `limit`.
  public func journal(after sequence: Int64, limit: Int = 10_000) throws -> [JournalEntry] {
    let sql = "SELECT * FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?"
    return try Row.fetchAll(db, sql: sql, arguments: [sequence, limit]).compactMap { row in
      guard let kind = JournalEntry.Kind(rawValue: row["kind"]), let role = JournalEntry.Role(rawValue: row["role"])
      else {
        return nil
      }
      return JournalEntry(
        sequence: row["sequence"], at: Date(milliseconds: row["at"]), kind: kind, subject: row["subject"], role: role,
        facts: try StoredJSON.value([String: String].self, from: row["facts"]))
    }
  }

  private func column(_ name: String) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT \(name) FROM trajectory")
    guard let text = try String.fetchOne(statement) else { throw StoreError("trajectory", .damaged) }
    return text
  }
}
