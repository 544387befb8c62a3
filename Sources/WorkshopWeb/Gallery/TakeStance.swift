import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/stances/PROPOSAL` with `{"person","groups","position"}`: 200 with the stance; 409 while the gallery is closed.
struct TakeStance {
  private struct Body: Decodable {
    let person: Int?
    let groups: [String]?
    let position: String
  }

  private struct View: Encodable {
    let person: Int
    let proposal: ContributionID
    let position: StancePosition
  }

  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let proposal: ContributionID = try call.id("proposal")
    let body = try call.request.json(Body.self)
    let groups = Array(Set(body.groups ?? [])).sorted()
    guard let position = StancePosition(rawValue: body.position) else {
      throw Problem.fields(["position": .unknownChoice])
    }
    guard let voter = Voter(owner: guest.owner, person: body.person ?? 0) else {
      throw Problem.fields(["person": .unknownChoice])
    }
    guard groups.allSatisfy({ guest.room.framework.knows($0, in: .stakeholderGroups) }) else {
      throw Problem.fields(["groups": .unknownChoice])
    }
    let stance = Stance(proposal: proposal, position: position, groups: groups)
    return .deferred { responder in
      guest.room.store.enqueue({ try $0.take(stance, by: voter) }) { result in
        do {
          try result.get()
          responder.respond(
            try ViewJSON.response(View(person: voter.person, proposal: proposal, position: position)))
        } catch { responder.respond(call.application.failure(error, call.request.head)) }
      }
    }
  }
}
