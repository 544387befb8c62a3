import GRDB
public import Workshop

extension Reader {
  /// Every story, withdrawn ones too, by number: what a `CoverageBoard` is filled with.
  public func stories() throws -> [Contribution] {
    try contributions(where: "kind = ?", [ContributionKind.story.rawValue])
  }

  /// How many of each combination of groups checked in.
  public func checkedIn() throws -> GroupMixes {
    GroupMixes(try sessions().filter(\.checkIn.isDone).map(\.checkIn.groups))
  }
}
