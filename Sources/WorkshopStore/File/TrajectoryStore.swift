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
    // Looked at before anything can write to it, so that a damaged or a newer file stays as it is.
    try Self.inspect(path)
    do {
      database = try Self.connect(path)
      try Migrations.all.migrate(database)
      secret = try database.read { try Data.fetchOne($0, sql: "SELECT secret FROM trajectory").map(Array.init) ?? [] }
    } catch let error as DatabaseError { throw StoreError(opening: path, error) }
    guard secret.count == 32 else { throw StoreError(path, .damaged) }
    writer = WriterQueue(database: database, clock: clock, onCommit: onCommit)
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
    _ change: @escaping @Sendable (Change) throws -> Value,
    finish: @escaping @Sendable (Result<Value, StoreError>) -> Void
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

  /// Commits what waits, then closes the file, which holds everything then; nothing can be written after it.
  ///
  /// Closing again changes nothing. It must not be called from a change or its `finish`, which run on the writer's thread.
  public func close() throws {
    guard writer.drain() else { return }
    // The writer has to be the last to close: a reader cannot bring the log's changes into the file.
    database.invalidateReadOnlyConnections()
    try database.close()
  }
}

/// Carries a change's result from the writer's thread to the one who waits.
///
/// `@unchecked Sendable`: written by the writer's thread before it signals, read by the waiter after.
private final class ResultBox<Value>: @unchecked Sendable {
  var value: Value?
  var result: Result<Value, StoreError>?
}
