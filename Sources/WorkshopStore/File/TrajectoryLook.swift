import Foundation
import GRDB

/// A short look into a traject's file: nothing is written, and nothing stays open.
///
/// A server with hundreds of files in its folder reads those that nobody works in this way.
public enum TrajectoryLook {
  /// Reads a consistent snapshot of a file; throws `StoreError` where it is not there or cannot be read.
  ///
  /// The file is not checked as a whole, which takes time: that is done when it is opened. A file of an earlier version is
  /// read from a copy in memory that is brought up to date.
  public static func read<Value>(_ path: String, _ query: (Reader) throws -> Value) throws -> Value {
    let found = try database(path) { db in
      if try Migrations.all.hasBeenSuperseded(db) { throw StoreError(path, .tooNew) }
      return try Migrations.all.hasCompletedMigrations(db) ? try query(Reader(db: db)) : nil
    }
    return try found ?? TrajectoryArchive(path: path).read(query)
  }

  /// Reads of a file as it is, whatever its version.
  static func database<Value>(_ path: String, _ query: (Database) throws -> Value) throws -> Value {
    do {
      let file = try DatabaseQueue(
        path: address(of: path), configuration: TrajectoryStore.configuration(readOnly: true))
      defer { try? file.close() }
      return try file.read(query)
    } catch let error as DatabaseError { throw StoreError(opening: path, error) }
  }

  /// A file with an empty log is read as one that nobody writes to: SQLite would otherwise make a log and an index beside
  /// it, and leave them there.
  private static func address(of path: String) -> String {
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    guard (log ?? 0) == 0 else { return path }
    let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%"))
    guard let escaped = path.addingPercentEncoding(withAllowedCharacters: allowed) else { return path }
    return "file:\(escaped)?immutable=1"
  }
}
