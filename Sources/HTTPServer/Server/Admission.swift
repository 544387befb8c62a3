/// What an application decides on a request's head, before a byte of its body is read.
public enum Admission: Sendable {
  /// Answers at once; a small body is read and thrown away so that the connection can be kept.
  case refuse(HTTPResponse)
  case accept(BodyPolicy)
}

/// What a request's body may cost.
public struct BodyPolicy: Sendable, Hashable {
  /// The most bytes a body may have; one more is refused with 413.
  public var maximumBytes: Int
  /// The time in which the whole body must have arrived, counted from the end of the headers.
  public var deadline: Duration
  /// The least mean rate after the server's grace period; nil for none.
  public var minimumBytesPerSecond: Int?

  /// Makes a policy.
  public init(maximumBytes: Int, deadline: Duration, minimumBytesPerSecond: Int? = nil) {
    self.maximumBytes = maximumBytes
    self.deadline = deadline
    self.minimumBytesPerSecond = minimumBytesPerSecond
  }

  /// No body at all.
  public static let none = BodyPolicy(maximumBytes: 0, deadline: .seconds(15))
  /// JSON or a form: 64 KB in 15 seconds.
  public static let json = BodyPolicy(maximumBytes: 64 * 1024, deadline: .seconds(15))
  /// A photo of 10 MB with 256 KB for the parts around it, in 120 seconds, at 16 KB a second or more.
  public static let photo = BodyPolicy(
    maximumBytes: 10 * 1024 * 1024 + 256 * 1024, deadline: .seconds(120), minimumBytesPerSecond: 16 * 1024)
}
