/// What a duo does from a moment of the round timer on: one tells and the other listens, or they write it down together.
///
/// The one rule for projector, console and phone: each gets the moments and looks up the last one that has begun.
public struct InterviewMoment: Hashable, Sendable, Codable {
  /// What is done.
  public enum Activity: String, Sendable, Codable {
    /// One tells, the other listens; phones lie aside.
    case telling
    /// They write the story down together.
    case writing
  }

  /// What is done.
  public let activity: Activity
  /// The round, from 1; in each another one tells.
  public let round: Int
  /// The seconds left on the timer when it begins.
  public let from: Double

  /// How long they write, as the guide says: the last five minutes of a round.
  static let writingSeconds = 300.0
  /// A short round is not eaten up by its writing.
  static let writingShare = 1.0 / 3
}

extension RoundTimer {
  /// The moments of an interview on this timer, from its first to its last second: two rounds with a "wissel" half-way, or
  /// one without.
  ///
  /// Worked out from the whole length, so that a timer made longer shifts them.
  public var interviewMoments: [InterviewMoment] {
    let rounds = hasSwap ? 2 : 1
    let length = Double(total) / Double(rounds)
    let writing = min(InterviewMoment.writingSeconds, length * InterviewMoment.writingShare)
    return (1...rounds).flatMap { round in
      let start = Double(total) - length * Double(round - 1)
      return [
        InterviewMoment(activity: .telling, round: round, from: start),
        InterviewMoment(activity: .writing, round: round, from: start - length + writing),
      ]
    }
  }
}
