import GRDB
import Workshop

/// A table of recruitment whose rows are an id, a place, a body and a version.
struct RecruitmentRows {
  enum Table: String {
    case efforts = "recruitment_effort"
    case help = "practical_help"
  }

  let db: Database
  let table: Table

  /// Adds a row at the end; false where the id is there already.
  func add<Subject>(_ id: Identifier<Subject>, _ body: some Encodable) throws -> Bool {
    try db.execute(
      sql: """
        INSERT INTO \(table.rawValue) (id, position, body)
        VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM \(table.rawValue)), ?) ON CONFLICT (id) DO NOTHING
        """,
      arguments: [id.rawValue, try StoredJSON.text(body)])
    return db.changesCount == 1
  }

  /// Changes the row of a version; throws `.conflict` for another version, `.unknown` where there is no such row.
  func change<Subject>(_ id: Identifier<Subject>, _ body: some Encodable, version: Int) throws {
    try db.execute(
      sql: "UPDATE \(table.rawValue) SET body = ?, version = version + 1 WHERE id = ? AND version = ?",
      arguments: [try StoredJSON.text(body), id.rawValue, version])
    guard db.changesCount == 0 else { return }
    let sql = "SELECT 1 FROM \(table.rawValue) WHERE id = ?"
    let isThere = try Bool.fetchOne(db, sql: sql, arguments: [id.rawValue]) ?? false
    throw StoreError(id.rawValue, isThere ? .conflict : .unknown)
  }

  /// Removes a row; false where there is none.
  func remove<Subject>(_ id: Identifier<Subject>) throws -> Bool {
    try db.execute(sql: "DELETE FROM \(table.rawValue) WHERE id = ?", arguments: [id.rawValue])
    return db.changesCount == 1
  }

  /// The rows in order, each with its version.
  func all<Body: Decodable>(_ type: Body.Type) throws -> [(body: Body, version: Int)] {
    let sql = "SELECT body, version FROM \(table.rawValue) ORDER BY position"
    return try Row.fetchAll(db, sql: sql).map { (try StoredJSON.value(type, from: $0["body"]), $0["version"]) }
  }
}

extension Change {
  func rows(_ table: RecruitmentRows.Table) -> RecruitmentRows { RecruitmentRows(db: db, table: table) }
}
