import GRDB
public import Workshop

extension Change {
  /// Stores what was said before the traject.
  ///
  /// Throws `StoreError` with `.conflict` where its version is not the one that is stored: somebody else was first.
  public func set(_ preparation: Preparation, by role: JournalEntry.Role) throws {
    guard try reader.preparation().version == preparation.version else { throw StoreError("preparation", .conflict) }
    try db.execute(
      sql: """
        INSERT INTO preparation (only, body, version) VALUES (1, ?, ?)
        ON CONFLICT (only) DO UPDATE SET body = excluded.body, version = excluded.version
        """,
      arguments: [try StoredJSON.text(preparation), preparation.version + 1])
    try note(.preparationChanged, by: role, ["agreed": String(preparation.agreedCount)])
  }
}
