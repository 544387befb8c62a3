import CMicroHTTPD

/// A status code of RFC 9110.
public struct HTTPStatus: RawRepresentable, Sendable, Hashable {
  /// The three-digit code.
  public let rawValue: Int

  /// Makes a status of any three-digit code.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  public static let ok = HTTPStatus(rawValue: 200)
  public static let created = HTTPStatus(rawValue: 201)
  public static let accepted = HTTPStatus(rawValue: 202)
  public static let noContent = HTTPStatus(rawValue: 204)
  public static let seeOther = HTTPStatus(rawValue: 303)
  public static let notModified = HTTPStatus(rawValue: 304)
  public static let badRequest = HTTPStatus(rawValue: 400)
  public static let unauthorized = HTTPStatus(rawValue: 401)
  public static let forbidden = HTTPStatus(rawValue: 403)
  public static let notFound = HTTPStatus(rawValue: 404)
  public static let methodNotAllowed = HTTPStatus(rawValue: 405)
  public static let notAcceptable = HTTPStatus(rawValue: 406)
  public static let requestTimeout = HTTPStatus(rawValue: 408)
  public static let conflict = HTTPStatus(rawValue: 409)
  public static let gone = HTTPStatus(rawValue: 410)
  public static let preconditionFailed = HTTPStatus(rawValue: 412)
  public static let payloadTooLarge = HTTPStatus(rawValue: 413)
  public static let unsupportedMediaType = HTTPStatus(rawValue: 415)
  public static let misdirectedRequest = HTTPStatus(rawValue: 421)
  public static let unprocessableContent = HTTPStatus(rawValue: 422)
  public static let tooManyRequests = HTTPStatus(rawValue: 429)
  public static let requestHeaderFieldsTooLarge = HTTPStatus(rawValue: 431)
  public static let internalServerError = HTTPStatus(rawValue: 500)
  public static let serviceUnavailable = HTTPStatus(rawValue: 503)
  public static let insufficientStorage = HTTPStatus(rawValue: 507)

  /// The phrase that stands behind the code in a status line, "Unknown" for a code without one.
  public var reasonPhrase: String {
    guard let phrase = MHD_get_reason_phrase_for(UInt32(clamping: rawValue)) else { return "Unknown" }
    return String(cString: phrase)
  }
}
