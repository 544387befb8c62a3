public import Workshop

public import struct Foundation.Date

/// Which run sheets (draaiboeken) are to be drawn.
public struct RunSheetRequest: Hashable, Sendable {
  /// The traject they belong to.
  public var trajectory: Trajectory
  /// The run sheets, in order; one makes a document of one gathering.
  public var runSheets: [RunSheet]
  /// The moment it was asked for.
  public var madeAt: Date

  /// Asks for run sheets.
  public init(trajectory: Trajectory, runSheets: [RunSheet], madeAt: Date) {
    self.trajectory = trajectory
    self.runSheets = runSheets
    self.madeAt = madeAt
  }
}
