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
    let text = facts.isEmpty ? "{}" : JSONText.of(facts)
    try db.run(
      "INSERT INTO journal (at, kind, subject, role, facts) VALUES (?, ?, ?, ?, ?)",
      [.integer(now.milliseconds), .text(kind.rawValue), .text(subject), .text(role.rawValue), .text(text)])
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
  /// Whether texts were removed for good, so that what is left of them in the index and the log has to go too.
  var hasErased = false
  private var room: RoomState?

  init(now: Date) {
    self.now = now
  }

  func room(_ db: Database) throws -> RoomState {
    if let room { return room }
    let stored = try Reader(db: db).room()
    room = stored
    return stored
  }

  func setRoom(_ state: RoomState, _ db: Database) throws {
    try db.execute(sql: "UPDATE trajectory SET room = ?", arguments: [try StoredJSON.text(state)])
    room = state
  }

  /// Drops what a change left behind that was rolled back.
  func forget(entriesAfter count: Int) {
    entries.removeLast(entries.count - count)
    room = nil
  }

  /// What is done once for all changes of the transaction, before it is committed.
  func finish(_ db: Database) throws {
    guard hasErased else { return }
    // Deleting alone leaves the words in the index's pages on SQLite 3.40, secure_delete or not.
    try db.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')")
  }
}
