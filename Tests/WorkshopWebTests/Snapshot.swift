import Foundation
import HTTPServer
import Testing

/// Holds a whole response (status, headers, body) against the one that is kept in Snapshots.
///
/// `UPDATE_SNAPSHOTS=1` writes what is there now, to be read in the diff; without it a missing one fails.
func expectSnapshot(_ reply: Reply, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots/\(name).txt")
  let now = reply.snapshot
  if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
    try Data(now.utf8).write(to: file)
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("There is no snapshot \(name); UPDATE_SNAPSHOTS=1 makes it.", sourceLocation: location)
    return
  }
  guard kept != now else { return }
  Issue.record("\(name) differs: \(firstDifference(kept, now))", sourceLocation: location)
}

private func firstDifference(_ kept: String, _ now: String) -> String {
  let (old, new) = (kept.split(separator: "\n"), now.split(separator: "\n"))
  let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
  let (before, after) = (line < old.count ? old[line] : "(end)", line < new.count ? new[line] : "(end)")
  return "line \(line + 1) was \"\(before)\" and is \"\(after)\""
}

extension Reply {
  /// The response as text, JSON laid out so that a change is one line of a diff.
  fileprivate var snapshot: String {
    let head = (["\(status)"] + headers.fields.map { "\($0.name): \($0.value)" }).joined(separator: "\n")
    // Its number depends on when the broadcast came by.
    let plain = laidOut.replacing(/"revision" : \d+/, with: "\"revision\" : 0")
    return "\(head)\n\n\(plain)\n"
  }

  private var laidOut: String {
    guard headers["Content-Type"]?.contains("json") == true, !body.isEmpty,
      let value = try? JSONSerialization.jsonObject(with: Data(body)),
      let data = try? JSONSerialization.data(
        withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    else { return text }
    return String(decoding: data, as: UTF8.self)
  }
}
