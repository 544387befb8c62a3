import CSQLite
import GRDB

/// A value as SQLite takes it.
enum PlainValue {
  case text(String)
  case blob([UInt8])
  case integer(Int64)
  case null

  static func text(_ optional: String?) -> PlainValue { optional.map { .text($0) } ?? .null }
  static func flag(_ isSet: Bool) -> PlainValue { .integer(isSet ? 1 : 0) }
}

extension Database {
  /// Runs a statement with its values bound straight to SQLite; `read` is called for its first row, if it has one.
  ///
  /// The five statements that store a submission go this way: GRDB boxes and copies every value several times, which cost
  /// the one thread that writes as much as the writing itself. The statement is still prepared and kept by GRDB.
  @discardableResult
  func run<Value>(_ sql: String, _ values: [PlainValue], read: (PlainRow) -> Value) throws -> Value? {
    let statement = try cachedStatement(sql: sql).sqliteStatement
    defer { sqlite3_reset(statement) }
    for (offset, value) in values.enumerated() {
      try check(value.bind(to: statement, at: Int32(offset + 1)), SQLITE_OK, sql)
    }
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return read(PlainRow(statement: statement)) }
    try check(code, SQLITE_DONE, sql)
    return nil
  }

  func run(_ sql: String, _ values: [PlainValue]) throws {
    try run(sql, values) { _ in }
  }

  private func check(_ code: Int32, _ expected: Int32, _ sql: String) throws {
    guard code != expected else { return }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
  }
}

/// The row a statement stands on; it lives only while `run` reads it.
struct PlainRow {
  fileprivate let statement: OpaquePointer

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  func isBlob(_ column: Int32, _ bytes: [UInt8]) -> Bool {
    guard let start = sqlite3_column_blob(statement, column) else { return bytes.isEmpty }
    let count = Int(sqlite3_column_bytes(statement, column))
    return UnsafeRawBufferPointer(start: start, count: count).elementsEqual(bytes)
  }
}

extension PlainValue {
  fileprivate func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch self {
    case .text(var text):
      text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), Self.copied)
        }
      }
    case .blob(let bytes):
      bytes.withUnsafeBytes { sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), Self.copied) }
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .null: sqlite3_bind_null(statement, index)
    }
  }

  /// SQLITE_TRANSIENT, a cast in C that Swift does not import: SQLite copies the bytes before the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
