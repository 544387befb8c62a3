import HTTPServer
import Workshop
import WorkshopStore

/// The coverage of a room while it is served: filled once, then told only of what changed.
///
/// A restart fills it anew by number, so that a block which a story left is told of by group again at once.
final class CoverageKeeper: Sendable {
  private let kept = Locked<(board: CoverageBoard, sequence: Int64)?>(nil)

  /// The coverage as of a look at the file, or of a later one; `checkedIn` tells who is in the room.
  func coverage(_ reader: Reader, checkedIn: () -> GroupMixes) throws -> Coverage {
    let sequence = try reader.lastSequence()
    return try kept.withLock { kept in
      if let kept, kept.sequence >= sequence { return kept.board.coverage }
      let stories = try changed(since: kept?.sequence, reader)
      var board = kept?.board ?? CoverageBoard(threshold: SmallGroup.onScreen)
      // Held once, or taking in one story would copy ten thousand.
      kept = nil
      board.take(stories, among: checkedIn)
      kept = (board, sequence)
      return board.coverage
    }
  }

  /// More changes than this are read more cheaply all at once.
  private static let limit = 500

  private func changed(since sequence: Int64?, _ reader: Reader) throws -> [Contribution] {
    guard let sequence else { return try reader.stories() }
    let entries = try reader.journal(after: sequence, limit: Self.limit)
    guard entries.count < Self.limit else { return try reader.stories() }
    // Whatever a change names may be a story: a merge names two.
    let ids = entries.flatMap { [$0.subject] + $0.facts.values }.compactMap { ContributionID(uuid: $0) }
    var seen: Set<ContributionID> = []
    return try ids.filter { seen.insert($0).inserted }.compactMap { try reader.contribution($0) }
  }
}
