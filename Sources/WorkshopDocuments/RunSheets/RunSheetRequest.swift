public import Workshop

public import struct Foundation.Date

/// Which run sheets (draaiboeken) are to be drawn.
public struct RunSheetRequest: Hashable, Sendable {
  /// The traject they belong to.
  public var trajectory: Trajectory
  /// The run sheets, in order; one makes a document of one gathering.
  public var runSheets: [RunSheet]
  /// How far each gathering has come, a number that grows with every change to it, its items or the traject.
  ///
  /// Calendars tell a newer file by it; a gathering that is not in it counts as never changed.
  public var revisions: [GatheringID: Int]
  /// The moment it was asked for.
  public var madeAt: Date

  /// Asks for run sheets.
  public init(
    trajectory: Trajectory, runSheets: [RunSheet], revisions: [GatheringID: Int] = [:], madeAt: Date
  ) {
    self.trajectory = trajectory
    self.runSheets = runSheets
    self.revisions = revisions
    self.madeAt = madeAt
  }
}
