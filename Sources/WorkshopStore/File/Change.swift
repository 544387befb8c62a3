import GRDB
import Workshop
public import struct Foundation.Date

/// A change being made: everything that writes is an extension of it, one file per aggregate.
///
/// It lives only inside the transaction that `TrajectoryStore` opened for it.
public struct Change {
  let db: Database
  let batch: ChangeBatch

  /// The moment of the change.
  public var now: Date { batch.now }

  /// Reads within the transaction.
  public var reader: Reader { Reader(db: db) }

  /// Adds a line to the journal and returns its sequence number.
  @discardableResult
  func note(
    _ kind: JournalEntry.Kind, _ subject: String = "", by role: JournalEntry.Role, _ facts: [String: String] = [:]
  ) throws -> Int64 {
    let text = facts.isEmpty ? "{}" : try StoredJSON.text(facts)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO journal (at, kind, subject, role, facts) VALUES (?, ?, ?, ?, ?)")
    try statement.execute(arguments: [now.milliseconds, kind.rawValue, subject, role.rawValue, text])
    let entry = JournalEntry(
      sequence: db.lastInsertedRowID, at: now, kind: kind, subject: subject, role: role, facts: facts)
    batch.entries.append(entry)
    return entry.sequence
  }
}

/// What the changes of one transaction share.
final class ChangeBatch {
  let now: Date
  var entries: [JournalEntry] = []
  private var room: RoomState?
  private var isRoomChanged = false

  init(now: Date) {
    self.now = now
  }

  func room(_ db: Database) throws -> RoomState {
    if let room { return room }
    let stored = try Reader(db: db).room()
    room = stored
    return stored
  }

  func setRoom(_ state: RoomState) {
    room = state
    isRoomChanged = true
  }

  func saveRoom(_ db: Database) throws {
    guard isRoomChanged, let room else { return }
    try db.execute(sql: "UPDATE trajectory SET room = ?", arguments: [try StoredJSON.text(room)])
  }
}
