import CMicroHTTPD

/// A status code of RFC 9110.
public struct HTTPStatus: RawRepresentable, Sendable, Hashable {
  /// The three-digit code.
  public let rawValue: Int

  /// Makes a status of any three-digit code.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// 200 OK.
  public static let ok = HTTPStatus(rawValue: 200)
  /// 201 Created.
  public static let created = HTTPStatus(rawValue: 201)
  /// 202 Accepted.
  public static let accepted = HTTPStatus(rawValue: 202)
  /// 204 No Content.
  public static let noContent = HTTPStatus(rawValue: 204)
  /// 303 See Other.
  public static let seeOther = HTTPStatus(rawValue: 303)
  /// 304 Not Modified.
  public static let notModified = HTTPStatus(rawValue: 304)
  /// 400 Bad Request.
  public static let badRequest = HTTPStatus(rawValue: 400)
  /// 401 Unauthorized.
  public static let unauthorized = HTTPStatus(rawValue: 401)
  /// 403 Forbidden.
  public static let forbidden = HTTPStatus(rawValue: 403)
  /// 404 Not Found.
  public static let notFound = HTTPStatus(rawValue: 404)
  /// 405 Method Not Allowed.
  public static let methodNotAllowed = HTTPStatus(rawValue: 405)
  /// 406 Not Acceptable.
  public static let notAcceptable = HTTPStatus(rawValue: 406)
  /// 408 Request Timeout.
  public static let requestTimeout = HTTPStatus(rawValue: 408)
  /// 409 Conflict.
  public static let conflict = HTTPStatus(rawValue: 409)
  /// 410 Gone.
  public static let gone = HTTPStatus(rawValue: 410)
  /// 412 Precondition Failed.
  public static let preconditionFailed = HTTPStatus(rawValue: 412)
  /// 413 Content Too Large.
  public static let payloadTooLarge = HTTPStatus(rawValue: 413)
  /// 415 Unsupported Media Type.
  public static let unsupportedMediaType = HTTPStatus(rawValue: 415)
  /// 421 Misdirected Request.
  public static let misdirectedRequest = HTTPStatus(rawValue: 421)
  /// 422 Unprocessable Content.
  public static let unprocessableContent = HTTPStatus(rawValue: 422)
  /// 429 Too Many Requests.
  public static let tooManyRequests = HTTPStatus(rawValue: 429)
  /// 431 Request Header Fields Too Large.
  public static let requestHeaderFieldsTooLarge = HTTPStatus(rawValue: 431)
  /// 500 Internal Server Error.
  public static let internalServerError = HTTPStatus(rawValue: 500)
  /// 503 Service Unavailable.
  public static let serviceUnavailable = HTTPStatus(rawValue: 503)
  /// 507 Insufficient Storage.
  public static let insufficientStorage = HTTPStatus(rawValue: 507)

  /// The phrase that stands behind the code in a status line, "Unknown" for a code without one.
  public var reasonPhrase: String {
    guard let phrase = MHD_get_reason_phrase_for(UInt32(clamping: rawValue)) else { return "Unknown" }
    return String(cString: phrase)
  }
}
