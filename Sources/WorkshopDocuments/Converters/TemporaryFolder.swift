import Foundation

/// A folder for one conversion, readable by us only, gone afterwards.
enum TemporaryFolder {
  /// Makes the folder, works in it, and removes it whatever happens.
  static func with<Value>(_ work: (URL) throws(DocumentError.Cause) -> Value) throws(DocumentError.Cause) -> Value {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("werkdag-\(UUID().uuidString.lowercased())")
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch { throw .files("\(error)") }
    // Nothing depends on its removal; what the system keeps, it cleans with its own temporary files.
    defer { try? files.removeItem(at: folder) }
    return try work(folder)
  }
}
