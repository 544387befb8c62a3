/// Why a server could not be made or started.
public struct HTTPServerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Cause: Sendable, Hashable {
    /// The host's name has no address.
    case unknownHost
    /// The address and port cannot be listened on; holds the system's words.
    case cannotListen(String)
    /// The certificate or its key is refused, or the daemon cannot start for another reason.
    case cannotStart
    /// The server was started or stopped before.
    case alreadyUsed
  }

  /// What went wrong.
  public let cause: Cause
  /// The host and port, or the setting, that the error is about.
  public let subject: String

  /// Makes an error.
  public init(_ cause: Cause, subject: String) {
    self.cause = cause
    self.subject = subject
  }

  /// One line for whoever started the server.
  public var description: String {
    switch cause {
    case .unknownHost: "\(subject): no such host"
    case .cannotListen(let reason): "\(subject): cannot listen: \(reason)"
    case .cannotStart: "\(subject): the HTTP server cannot start; with TLS, look at the certificate and its key"
    case .alreadyUsed: "\(subject): a server is started once"
    }
  }
}
