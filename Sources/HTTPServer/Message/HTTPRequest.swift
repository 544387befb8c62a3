/// A request with its whole body.
public struct HTTPRequest: Sendable {
  /// The method, target and headers.
  public let head: RequestHead
  /// The body as sent, of no more than the policy's bytes; empty where there is none.
  public let body: [UInt8]
  /// What the route's placeholders held; empty until a router has filled it.
  public var parameters: PathParameters

  /// Makes a request, also for calling an application without a socket.
  public init(head: RequestHead, body: [UInt8] = [], parameters: PathParameters = PathParameters()) {
    self.head = head
    self.body = body
    self.parameters = parameters
  }
}
