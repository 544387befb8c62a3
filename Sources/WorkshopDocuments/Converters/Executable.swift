import Foundation

/// Finds programs.
enum Executable {
  /// Whether a file is there and may be run.
  static func exists(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// The first folder's program by a name; nil where none has it.
  static func onPath(_ name: String, _ path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(name)" }.first(where: exists)
  }
}
