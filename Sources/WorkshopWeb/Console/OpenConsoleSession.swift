import HTTPServer
import Workshop
import WorkshopStore

/// `POST /api/console-session` with `{"token"}`: exchanges the key of a console link for a session.
///
/// 204 with the cookie; 404 for a key that does not work, on the same budget as wrong codes.
struct OpenConsoleSession {
  private struct Body: Decodable { let token: String }

  static func answer(_ call: Call) throws -> Answer {
    let application = call.application
    let token = Alphabet.normalised(try call.request.json(Body.self).token)
    let environment = call.environment
    let opened = try application.access.openSession(
      key: token, secrets: environment.secrets, now: environment.clock.now)
    guard let opened else { throw Problem.wrongCode }
    // A weaker link, tried out on a facilitator's own browser, must not take that session's place.
    if let held = try application.staff(call.request.head), held.role == .facilitator, opened.grant.role != .facilitator
    {
      return .response(.empty(.noContent))
    }
    var response = HTTPResponse.empty(.noContent)
    response.headers["Set-Cookie"] = Cookies.header(
      Cookies.console, opened.secret, head: call.request.head, isPublic: application.hosts.trustsNobodyByAddress)
    return .response(response)
  }
}
