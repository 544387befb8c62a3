import Foundation
import Testing

/// Holds a text against the one that is kept in Snapshots; `UPDATE_SNAPSHOTS=1` writes what is there now.
func expectSnapshot(_ now: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
    try Data(now.utf8).write(to: file)
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("There is no snapshot \(name); UPDATE_SNAPSHOTS=1 makes it.", sourceLocation: location)
    return
  }
  let lines = zip(kept.split(separator: "\n"), now.split(separator: "\n")).enumerated()
  guard kept != now else { return }
  let different = lines.first { $1.0 != $1.1 }
  let (was, number) = (different.map { "\($0.element.0)\" and is \"\($0.element.1)" } ?? "", different?.offset ?? 0)
  Issue.record("\(name) differs at line \(number + 1): was \"\(was)\"", sourceLocation: location)
}
