import HTTPServer
import Workshop
import WorkshopStore

/// `POST /api/join` with `{"code"}` or `{"token"}`: lets a device in.
///
/// 200 with what the phone needs and the device's cookie; 404 for a code nobody has; 429 when too many wrong codes were
/// tried by anybody. Typing is budgeted, since 30 bits can be guessed; the QR's token of 160 bits cannot.
struct JoinRoom {
  private struct Body: Decodable {
    let code: String?
    let token: String?
  }

  static func answer(_ call: Call) throws -> Answer {
    let body = try call.request.json(Body.self)
    let application = call.application
    if body.token == nil, application.wrongJoinCodes.isEmpty { throw Problem.tooMany(retryAfter: 10) }
    guard let room = room(for: body, in: application.library) else {
      if body.token == nil { _ = application.wrongJoinCodes.spend() }
      throw Problem.wrongCode
    }
    let head = call.request.head
    // Scanning again, as people do when something seems stuck, must not cost them what they told before.
    if let known = try? application.guest(head), known.room === room {
      return .response(try ViewJSON.response(MeView(known)))
    }
    let secret = call.environment.secrets.token()
    let session = try room.store.write { try $0.join(hash: Session.hash(of: secret)) }
    room.remember(session)
    let guest = Guest(room: room, session: session, owner: Session.owner(of: secret))
    var response = try ViewJSON.response(MeView(guest))
    response.headers["Set-Cookie"] = Cookies.header(
      Cookies.room, Cookies.value(room.trajectory.id, secret: secret), head: head,
      isPublic: application.hosts.trustsNobodyByAddress)
    return .response(response)
  }

  private static func room(for body: Body, in library: TrajectoryLibrary) -> LiveRoom? {
    if let token = body.token {
      let typed = Array(Alphabet.normalised(token).utf8)
      return library.room { Digest.areEqual(Array($0.token.utf8), typed) }
    }
    let typed = Array(Alphabet.normalised(body.code ?? "").utf8)
    return library.room { Digest.areEqual(Array($0.code.utf8), typed) }
  }
}
