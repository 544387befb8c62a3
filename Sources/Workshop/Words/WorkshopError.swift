/// What went wrong in the domain's own data, with its subject.
public struct WorkshopError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What it is about.
  public enum Subject: Hashable, Sendable {
    case catalogue(Language)
    case step(StepID)
    case contribution(ContributionID)
  }

  /// What is the matter with it.
  public enum Cause: Hashable, Sendable {
    case missing
    case notAnObject
    case notText(key: String)
    case damagedBody
  }

  /// What the error is about.
  public let subject: Subject
  /// What is the matter.
  public let cause: Cause

  /// Makes an error about a subject.
  public init(_ subject: Subject, cause: Cause) {
    self.subject = subject
    self.cause = cause
  }

  /// For logs, without any text people wrote.
  public var description: String { "\(subject): \(cause)" }
}
