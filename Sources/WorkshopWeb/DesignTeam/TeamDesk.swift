import HTTPServer
import Workshop
import WorkshopStore

/// What the handlers of the ontwerpteam share: the team as it is, with every ready meeting, and the ids in the path.
extension Call {
  /// The team of the traject, with the meetings that are ready but not stored yet.
  func designTeam() throws -> DesignTeam {
    try room().store.read { try $0.designTeam() }.prepared(words: words)
  }

  /// The member named in the path; throws `.notFound` where there is none.
  func member(of team: DesignTeam) throws -> TeamMember {
    guard let member = team.member(try id("member")) else { throw Problem.notFound }
    return member
  }

  /// The meeting named in the path; throws `.notFound` where there is none.
  func meeting(of team: DesignTeam) throws -> TeamMeeting {
    guard let meeting = team.meeting(try id("meeting")) else { throw Problem.notFound }
    return meeting
  }

  /// The task named in the path; throws `.notFound` where there is none.
  func task(of team: DesignTeam) throws -> FollowUpTask {
    guard let task = team.task(try id("task")) else { throw Problem.notFound }
    return task
  }

  /// Where the pages of the team are: `…/voorbereiding/ontwerpteam`, or `…/voorbereiding/overleg/ID` and the like.
  func teamPath(_ rest: String) throws -> String {
    "\(PreparationPlace.overview.path(in: try room().trajectory.id))/\(rest)"
  }
}
