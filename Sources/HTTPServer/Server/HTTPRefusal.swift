/// Why the server itself refuses a request, in the order in which it looks.
public enum HTTPRefusal: Sendable, Hashable {
  /// The request cannot be trusted to begin and end where it says; the reason is for a log, not for a screen.
  case badFraming(String)
  case methodNotAllowed
  case headersTooLarge
  case bodyTooLarge(limit: Int)
  /// The headers or the body took longer than they may.
  case deadline
  case tooManyConnections
  /// The server is being stopped.
  case stopping
  /// The application let go of a deferred answer without giving one.
  case unanswered

  /// The status that stands for the refusal.
  public var status: HTTPStatus {
    switch self {
    case .badFraming: .badRequest
    case .methodNotAllowed: .methodNotAllowed
    case .headersTooLarge: .requestHeaderFieldsTooLarge
    case .bodyTooLarge: .payloadTooLarge
    case .deadline: .requestTimeout
    case .tooManyConnections, .stopping: .serviceUnavailable
    case .unanswered: .internalServerError
    }
  }

  /// The headers the status asks for: `Allow` with 405, `Retry-After` in seconds with 503.
  public var headers: HTTPHeaders {
    switch self {
    case .methodNotAllowed: ["Allow": HTTPMethod.allCases.map(\.rawValue).joined(separator: ", ")]
    case .tooManyConnections, .stopping: ["Retry-After": "2"]
    default: [:]
    }
  }

  /// A response in plain English, for an application without words of its own.
  public var plainResponse: HTTPResponse {
    var response = HTTPResponse.text("\(status.rawValue) \(status.reasonPhrase)\n", status: status)
    for field in headers.fields {
      response.headers.add(name: field.name, value: field.value)
    }
    return response
  }
}
