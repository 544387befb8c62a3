import GRDB
public import Workshop

/// A traject's file opened for reading only, also while a server has it open: what exports use.
public struct TrajectoryArchive: Sendable {
  /// The name of the file, which is the traject's id.
  public let id: TrajectoryID
  private let database: DatabaseQueue

  /// Opens a file; throws `StoreError` where it is not there, is damaged, or was made by a newer version.
  ///
  /// A file of an earlier version is read from a copy in memory that is brought up to date; the file stays as it is.
  public init(path: String) throws {
    let isCurrent = try TrajectoryStore.inspect(path)
    id = TrajectoryStore.id(ofFileAt: path)
    do {
      let file = try DatabaseQueue(path: path, configuration: TrajectoryStore.configuration(readOnly: true))
      database = isCurrent ? file : try Self.updatedCopy(of: file)
    } catch let error as DatabaseError { throw StoreError(opening: path, error) }
  }

  private static func updatedCopy(of file: DatabaseQueue) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(configuration: TrajectoryStore.configuration(readOnly: false))
    try file.backup(to: copy)
    try file.close()
    try Migrations.all.migrate(copy)
    return copy
  }

  /// Reads a consistent snapshot.
  public func read<Value>(_ query: (Reader) throws -> Value) throws -> Value {
    try database.read { try query(Reader(db: $0)) }
  }
}
