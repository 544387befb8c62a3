import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/dots` with `{"person","themes"}`: 200 with the dots as they now are; 409 while dots are not open.
struct GiveDots {
  private struct Body: Decodable {
    let person: Int?
    let themes: [String]
  }

  private struct View: Encodable {
    let person: Int
    let themes: [ThemeID]
  }

  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let body = try call.request.json(Body.self)
    let themes = body.themes.compactMap { ThemeID(uuid: $0) }
    guard let voter = Voter(owner: guest.owner, person: body.person ?? 0) else {
      throw Problem.fields(["person": .unknownChoice])
    }
    guard themes.count == body.themes.count else { throw Problem.fields(["themes": .unknownReference]) }
    guard let dots = Dots(themes) else { throw Problem.fields(["themes": .tooMany(limit: Dots.perPerson)]) }
    return .deferred { responder in
      guest.room.store.enqueue({ try $0.give(dots, from: voter) }) { result in
        do {
          try result.get()
          responder.respond(try ViewJSON.response(View(person: voter.person, themes: themes)))
        } catch { responder.respond(call.application.failure(error, call.request.head)) }
      }
    }
  }
}
