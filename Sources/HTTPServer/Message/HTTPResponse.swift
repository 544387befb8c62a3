/// A whole response in memory.
///
/// `Content-Length`, `Date` and `Connection` are the server's own to write.
public struct HTTPResponse: Sendable {
  /// The status code.
  public var status: HTTPStatus { didSet { prepared = nil } }
  /// The header fields, sent in their order.
  public var headers: HTTPHeaders { didSet { prepared = nil } }
  /// The body; with HEAD, 204 and 304 only its length counts.
  public var body: [UInt8] { didSet { prepared = nil } }

  /// libmicrohttpd's own object for exactly this response, made once and sent many times; nil where it is made anew.
  var prepared: NativeResponse?

  /// Makes a response; headers go out in their order.
  public init(status: HTTPStatus, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Plain text in UTF-8.
  public static func text(_ text: String, status: HTTPStatus = .ok) -> HTTPResponse {
    HTTPResponse(status: status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array(text.utf8))
  }

  /// An HTML page in UTF-8.
  public static func html(_ html: String, status: HTTPStatus = .ok) -> HTTPResponse {
    HTTPResponse(status: status, headers: ["Content-Type": "text/html; charset=utf-8"], body: Array(html.utf8))
  }

  /// Encoded JSON.
  public static func json(_ json: [UInt8], status: HTTPStatus = .ok) -> HTTPResponse {
    HTTPResponse(status: status, headers: ["Content-Type": "application/json"], body: json)
  }

  /// A response without a body.
  public static func empty(_ status: HTTPStatus) -> HTTPResponse {
    HTTPResponse(status: status)
  }
}
