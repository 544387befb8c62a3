import GRDB
public import Workshop

/// A traject's file opened for reading only, also while a server has it open: what exports use.
public struct TrajectoryArchive: Sendable {
  /// The name of the file, which is the traject's id.
  public let id: TrajectoryID
  private let database: DatabaseQueue

  /// Opens a file; throws `StoreError` where it is not there, is damaged, or was made by a newer version.
  public init(path: String) throws {
    guard try TrajectoryStore.inspect(path) else { throw StoreError(path, .damaged) }
    id = TrajectoryStore.id(ofFileAt: path)
    do {
      database = try DatabaseQueue(path: path, configuration: TrajectoryStore.configuration(readOnly: true))
    } catch let error as DatabaseError { throw StoreError(opening: path, error) }
  }

  /// Reads a consistent snapshot.
  public func read<Value>(_ query: (Reader) throws -> Value) throws -> Value {
    try database.read { try query(Reader(db: $0)) }
  }
}
