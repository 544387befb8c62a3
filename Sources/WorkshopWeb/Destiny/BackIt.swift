import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/backing/ID` with `{"person","backs"}`: joins an action team or co-signs a pledge, or takes that back; 200 with
/// how many do, 404 for what the room cannot see, 409 once the day is closed.
struct BackIt {
  private struct Body: Decodable {
    let person: Int?
    let backs: Bool
  }

  private struct View: Encodable {
    let person: Int
    let subject: ContributionID
    let backs: Bool
    let joined: Int
  }

  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let subject: ContributionID = try call.id("id")
    let body = try call.request.json(Body.self)
    guard let voter = Voter(owner: guest.owner, person: body.person ?? 0) else {
      throw Problem.fields(["person": .unknownChoice])
    }
    return .deferred { responder in
      guest.room.store.enqueue({ change in
        try change.back(subject, body.backs, by: voter)
        return try change.reader.backing(of: subject)
      }) { result in
        do {
          let view = View(person: voter.person, subject: subject, backs: body.backs, joined: try result.get())
          responder.respond(try ViewJSON.response(view))
        } catch { responder.respond(call.application.failure(error, call.request.head)) }
      }
    }
  }
}
