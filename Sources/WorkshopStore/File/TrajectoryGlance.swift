import GRDB
public import Workshop

/// What a short look at a traject's file tells: nothing is written, and nothing stays open.
///
/// A server with hundreds of files in its folder lists them and finds a code's room this way, and opens only what is used.
public struct TrajectoryGlance: Sendable {
  /// The traject.
  public let trajectory: Trajectory
  /// How people get in.
  public let joinKeys: JoinKeys

  /// How far it is; nil for a file of an earlier version, which is brought up to date when it is opened.
  public let stageFacts: StageFacts?

  /// What a glance at an open file tells on a day.
  public init(_ reader: Reader, on today: CalendarDate) throws {
    (trajectory, joinKeys) = (try reader.trajectory(), try reader.joinKeys())
    stageFacts = try? reader.stageFacts(on: today)
  }

  /// Looks at a file; throws `StoreError` where it is not there or cannot be read.
  ///
  /// The file is not checked as a whole, which takes time: that is done when it is opened.
  public init(path: String, on today: CalendarDate) throws {
    self = try TrajectoryLook.database(path) { try TrajectoryGlance(Reader(db: $0), on: today) }
  }
}
