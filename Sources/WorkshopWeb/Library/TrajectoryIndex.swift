import Foundation
import Glibc
import HTTPServer
import Workshop
import WorkshopStore

/// What is known of the files of a data directory: each is looked at once, and again when it changed.
final class TrajectoryIndex: Sendable {
  /// What changes with every write to a file or to its log.
  private struct Stamp: Hashable {
    let file: Part
    let log: Part

    struct Part: Hashable {
      var inode: UInt64 = 0
      var size: Int64 = 0
      var seconds: Int = 0
      var nanoseconds: Int = 0
    }
  }

  /// A file as it was looked at.
  private struct Known {
    let stamp: Stamp
    let day: CalendarDate
    let glance: TrajectoryGlance
  }

  private let known = Locked<[String: Known]>([:])

  /// What a look at a file tells on a day; nil where it cannot be read.
  func glance(at path: String, on today: CalendarDate) -> TrajectoryGlance? {
    // Read before the file: where it changes in between, the next look sees it.
    let stamp = Stamp(file: Self.part(path), log: Self.part(path + "-wal"))
    if let kept = known.withLock({ $0[path] }), kept.stamp == stamp, kept.day == today { return kept.glance }
    // Not being able to read it is not kept: what was in the way may be gone at the next look.
    guard let glance = try? TrajectoryGlance(path: path, on: today) else { return nil }
    known.withLock { $0[path] = Known(stamp: stamp, day: today, glance: glance) }
    return glance
  }

  /// Forgets files that are gone.
  func keep(only paths: [String]) {
    let there = Set(paths)
    known.withLock { known in known = known.filter { there.contains($0.key) } }
  }

  private static func part(_ path: String) -> Stamp.Part {
    var status = stat()
    guard stat(path, &status) == 0 else { return Stamp.Part() }
    return Stamp.Part(
      inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }
}
