import HTTPServer

/// What every answer tells the browser not to do (QUALITY, security 10).
enum SecurityHeaders {
  /// Pages whose scripts and styles are files of ours.
  static let policy = policy(scripts: "'self'", styles: "'self'", frames: "'none'")

  /// A policy that allows the phone page's own inline script and style by their hash, and framing where it is our own.
  static func policy(scripts: String, styles: String, frames: String) -> String {
    """
    default-src 'none'; script-src \(scripts); style-src \(styles); img-src 'self' blob: data:; connect-src 'self'; \
    frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors \(frames)
    """
  }

  static func added(to response: HTTPResponse) -> HTTPResponse {
    // Static assets are prepared with these once; touching them would throw the prepared response away.
    guard response.headers["X-Content-Type-Options"] == nil else { return response }
    var response = response
    for field in fields(policy: policy) where response.headers[field.name] == nil {
      response.headers.add(name: field.name, value: field.value)
    }
    return response
  }

  static func added(to stream: EventSubscription) -> EventSubscription {
    var stream = stream
    for field in fields(policy: policy) where stream.headers[field.name] == nil {
      stream.headers.add(name: field.name, value: field.value)
    }
    return stream
  }

  static func fields(policy: String) -> [HTTPHeaders.Field] {
    [
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
      ("Content-Security-Policy", policy), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cache-Control", "no-store"),
    ]
  }
}
