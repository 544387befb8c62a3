import CSQLite
import Foundation
import GRDB
import Workshop

extension TrajectoryStore {
  static func connect(_ path: String) throws -> DatabasePool {
    let pool = try DatabasePool(path: path, configuration: configuration(readOnly: false))
    // GRDB turns synchronous down to NORMAL when it enters WAL mode, after it prepared the connection: an acknowledged
    // contribution could then be lost to a power cut.
    let level = try pool.barrierWriteWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // 16 MB for the one connection that writes: the indexes on random ids touch pages all over the file.
      try db.execute(sql: "PRAGMA cache_size = -16384")
      // 16 MB of log between two checkpoints: at SQLite's 4 MB every commit of a full group copies its pages at once, and
      // hot pages are written again and again.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
      // A server that was killed right after a withdrawal leaves the text in its log; nothing reads it again, and it goes.
      _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return try Int.fetchOne(db, sql: "PRAGMA synchronous")
    }
    precondition(level == 2, "SQLite refused synchronous=FULL")
    return pool
  }

  /// Looks at a file without writing to it; returns whether its schema is up to date.
  ///
  /// Throws `StoreError` with `.damaged` for what is not a whole traject file, and `.tooNew` for a later version's.
  @discardableResult
  static func inspect(_ path: String) throws -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path, .missing) }
    // SQLite takes an empty file for a new database, so it is not asked about one.
    guard try header(of: path) == Array("SQLite format 3\0".utf8) else { throw StoreError(path, .damaged) }
    do {
      let database = try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
      defer { try? database.close() }
      return try database.read { db in
        if try Migrations.all.hasBeenSuperseded(db) { throw StoreError(path, .tooNew) }
        guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok", try db.tableExists("trajectory"),
          try Int.fetchOne(db, sql: "SELECT count(*) FROM trajectory") == 1
        else { throw StoreError(path, .damaged) }
        return try Migrations.all.hasCompletedMigrations(db)
      }
    } catch let error as DatabaseError { throw StoreError(opening: path, error) }
  }

  /// Settings of the whole process, made once and before the first connection; where they are refused everything still
  /// works, only slower.
  private static let isProcessPrepared = [
    werkdag_skip_memory_counts() == SQLITE_OK, werkdag_take_addresses() == SQLITE_OK, werkdag_keep_freed_memory() == 1,
  ]

  static func configuration(readOnly: Bool) -> Configuration {
    _ = isProcessPrepared
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 4
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      guard werkdag_set_defensive(db.sqliteConnection) == SQLITE_OK else { throw StoreError("file", .damaged) }
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  static func id(ofFileAt path: String) -> TrajectoryID {
    TrajectoryID(URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent)
  }

  private static func header(of path: String) throws -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path) else { throw StoreError(path, .writeFailed) }
    defer { try? file.close() }
    return Array(try file.read(upToCount: 16) ?? Data())
  }
}

extension StoreError {
  /// What it means that a file could not be opened.
  init(opening path: String, _ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(path, .inUse)
    case .SQLITE_FULL: self.init(path, .diskFull)
    case .SQLITE_CANTOPEN: self.init(path, .missing)
    case .SQLITE_IOERR: self.init(path, .writeFailed)
    default: self.init(path, .damaged)
    }
  }
}
