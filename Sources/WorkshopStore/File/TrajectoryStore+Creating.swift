import Foundation
import GRDB
public import Workshop

extension TrajectoryStore {
  /// Makes the file of a new traject; throws `StoreError` with `.exists` where one of that name is there.
  ///
  /// It is made under another name and moved into place, so that a file with the name is always a whole traject.
  public static func create(
    at path: String, trajectory: Trajectory, framework: FrameworkContent = .shipped, runSheets: [RunSheet],
    secrets: SecretSource = .system, clock: WallClock = .system
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreError(path, .exists) }
    let draft = path + ".nieuw"
    remove(draft)
    // After a success nothing of that name is left.
    defer { remove(draft) }
    do {
      let database = try DatabaseQueue(path: draft, configuration: configuration(readOnly: false))
      try Migrations.all.migrate(database)
      try database.write { db in
        let change = Change(db: db, batch: ChangeBatch(now: clock.now))
        try change.begin(trajectory, framework: framework, runSheets: runSheets, secrets: secrets)
      }
      try database.close()
    } catch let error as DatabaseError { throw StoreError(opening: path, error) }
    try move(draft, to: path)
  }

  private static func move(_ draft: String, to path: String) throws {
    do { try FileManager.default.moveItem(atPath: draft, toPath: path) } catch {
      throw StoreError(path, FileManager.default.fileExists(atPath: path) ? .exists : .writeFailed)
    }
    // The new name is only safe from a power cut once its directory is synced.
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard let handle = FileHandle(forReadingAtPath: directory) else { throw StoreError(path, .writeFailed) }
    defer { try? handle.close() }
    do { try handle.synchronize() } catch { throw StoreError(path, .writeFailed) }
  }

  private static func remove(_ draft: String) {
    for file in [draft, draft + "-journal"] { try? FileManager.default.removeItem(atPath: file) }
  }
}
