/// Everything of a request but its body; its framing is proven.
public struct RequestHead: Sendable {
  /// The method; routes of GET answer HEAD too.
  public var method: HTTPMethod
  /// The path, percent-decoded, valid UTF-8, without `.` and `..` segments and without NUL.
  public var path: String
  /// The path between its slashes, each part decoded by itself.
  ///
  /// None for `/`; an empty last one for `/a/`.
  public var pathSegments: [String]
  /// What stands behind the question mark.
  public var query: HTTPQuery
  /// The received fields, found whatever their case.
  public var headers: HTTPHeaders
  /// Where the connection comes from.
  public var peer: PeerAddress
  /// Whether the request came over TLS that this server ended itself.
  public var isSecure: Bool

  /// Makes a head, also for calling an application without a socket.
  ///
  /// `path` is taken as decoded already; segments are read from it where they are not given.
  public init(
    method: HTTPMethod = .get,
    path: String,
    pathSegments: [String]? = nil,
    query: HTTPQuery = HTTPQuery(),
    headers: HTTPHeaders = HTTPHeaders(),
    peer: PeerAddress = PeerAddress(text: "127.0.0.1", isLoopback: true),
    isSecure: Bool = false
  ) {
    self.method = method
    self.path = path
    self.pathSegments =
      pathSegments
      ?? (path == "/" ? [] : path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init))
    self.query = query
    self.headers = headers
    self.peer = peer
    self.isSecure = isSecure
  }

  /// The value of the first cookie of this name, without surrounding quotes; nil where there is none.
  public func cookie(_ name: String) -> String? {
    guard let header = headers["cookie"] else { return nil }
    for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
      let sides = pair.drop { $0 == 0x20 }.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, sides[0].elementsEqual(name.utf8) else { continue }
      let value =
        sides[1].first == UInt8(ascii: "\"") && sides[1].last == UInt8(ascii: "\"") && sides[1].count >= 2
        ? sides[1].dropFirst().dropLast() : sides[1]
      return String(Substring(value))
    }
    return nil
  }
}
