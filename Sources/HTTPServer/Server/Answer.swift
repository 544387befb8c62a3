/// How an application answers a request.
public enum Answer: Sendable {
  case response(HTTPResponse)
  /// The response comes later, from any thread; the closure starts that work and returns at once.
  case deferred(@Sendable (Responder) -> Void)
  /// An event stream that stays open.
  case events(EventSubscription)
}

/// The other end of a deferred answer.
///
/// The connection waits for it. When the last copy is let go of without an answer, the server answers 500.
public struct Responder: Sendable {
  private final class Promise: Sendable {
    private let fulfil: @Sendable (HTTPResponse?) -> Void

    init(_ fulfil: @escaping @Sendable (HTTPResponse?) -> Void) {
      self.fulfil = fulfil
    }

    func respond(_ response: HTTPResponse) {
      fulfil(response)
    }

    deinit {
      fulfil(nil)
    }
  }

  private let promise: Promise

  /// Makes a responder, also for testing an application without a server.
  ///
  /// `fulfil` is called with each response, and with nil at the end; what comes after the first call is its to ignore.
  public init(_ fulfil: @escaping @Sendable (HTTPResponse?) -> Void) {
    promise = Promise(fulfil)
  }

  /// Answers, from any thread; later calls are ignored, and so is a client that is gone.
  public func respond(_ response: HTTPResponse) {
    promise.respond(response)
  }
}
