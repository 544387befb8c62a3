import CSQLite
import Foundation
import GRDB
public import Workshop

/// The file of one traject: one connection writes, in groups; several read.
public final class TrajectoryStore: Sendable {
  /// The file's ending.
  public static let fileExtension = "werkdag"

  /// The name of the file, which is the traject's id.
  public let id: TrajectoryID
  /// The path of the file.
  public let path: String
  let secret: [UInt8]
  private let database: DatabasePool
  private let writer: WriterQueue

  /// Opens a traject's file for reading and writing, and brings its schema up to date.
  ///
  /// `onCommit` is called on the writer's thread after every commit, with the lines it added to the journal.
  /// Throws `StoreError` where the file is not there, is damaged, or was made by a newer version.
  public init(
    opening path: String, clock: WallClock = .system, onCommit: @escaping @Sendable ([JournalEntry]) -> Void = { _ in }
  ) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path, .missing) }
    (id, self.path) = (Self.id(ofFileAt: path), path)
    do {
      database = try Self.connect(path)
      try Self.migrate(database, path: path)
      secret = try database.read { try Data.fetchOne($0, sql: "SELECT secret FROM trajectory").map(Array.init) ?? [] }
    } catch let error as DatabaseError { throw StoreError(opening: path, error) }
    guard secret.count == 32 else { throw StoreError(path, .damaged) }
    writer = WriterQueue(database: database, clock: clock, onCommit: onCommit)
  }

  /// Makes the file of a new traject; throws where one of that name is there.
  public static func create(
    at path: String, trajectory: Trajectory, framework: FrameworkContent = .shipped, runSheet: [RunSheetItem],
    secrets: SecretSource = .system, clock: WallClock = .system
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreError(path, .exists) }
    // Made under another name and moved into place, so that a file with the name is always a whole traject.
    let draft = path + ".nieuw"
    try? FileManager.default.removeItem(atPath: draft)
    do {
      let database = try DatabaseQueue(path: draft, configuration: configuration(readOnly: false))
      try Migrations.all.migrate(database)
      try database.write { db in
        let change = Change(db: db, batch: ChangeBatch(now: clock.now))
        try change.begin(trajectory, framework: framework, runSheet: runSheet, secrets: secrets)
      }
      try database.close()
      try FileManager.default.moveItem(atPath: draft, toPath: path)
    } catch let error as DatabaseError { throw StoreError(opening: path, error) }
  }

  /// Reads; the snapshot does not change while `query` runs, whatever is written meanwhile.
  public func read<Value>(_ query: (Reader) throws -> Value) throws -> Value {
    try database.read { try query(Reader(db: $0)) }
  }

  /// Makes a change and waits until it is committed and synced.
  public func write<Value: Sendable>(_ change: @escaping @Sendable (Change) throws -> Value) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let box = ResultBox<Value>()
    enqueue(change) { result in
      box.result = result
      done.signal()
    }
    done.wait()
    guard let result = box.result else { throw StoreError(path, .closing) }
    return try result.get()
  }

  /// Queues a change; `finish` is called on the writer's thread once it is committed and synced, or has failed.
  public func enqueue<Value: Sendable>(
    _ change: @escaping @Sendable (Change) throws -> Value, finish: @escaping @Sendable (Result<Value, StoreError>) -> Void
  ) {
    let box = ResultBox<Value>()
    let job = WriterQueue.Job(
      apply: { box.value = try change($0) },
      finish: { error in
        if let value = box.value, error == nil { return finish(.success(value)) }
        finish(.failure(error as? StoreError ?? StoreError("file", .writeFailed)))
      })
    if !writer.add(job) { finish(.failure(StoreError(path, .closing))) }
  }

  /// Commits what waits, then closes the file; nothing can be written after it.
  public func close() throws {
    writer.drain()
    try database.close()
  }

  private static func connect(_ path: String) throws -> DatabasePool {
    let pool = try DatabasePool(path: path, configuration: configuration(readOnly: false))
    // GRDB turns synchronous down to NORMAL when it enters WAL mode, after it prepared the connection: an acknowledged
    // contribution could then be lost to a power cut.
    let level = try pool.barrierWriteWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      return try Int.fetchOne(db, sql: "PRAGMA synchronous")
    }
    precondition(level == 2, "SQLite refused synchronous=FULL")
    return pool
  }

  private static func migrate(_ database: DatabasePool, path: String) throws {
    let isTooNew = try database.read { try Migrations.all.hasBeenSuperseded($0) }
    if isTooNew { throw StoreError(path, .tooNew) }
    try Migrations.all.migrate(database)
  }

  static func configuration(readOnly: Bool) -> Configuration {
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
}

/// Carries a change's result from the writer's thread to the one who waits.
///
/// `@unchecked Sendable`: written by the writer's thread before it signals, read by the waiter after.
private final class ResultBox<Value>: @unchecked Sendable {
  var value: Value?
  var result: Result<Value, StoreError>?
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
