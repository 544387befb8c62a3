import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/backing/ID` with `{"person","backs"}`: joins an action team or co-signs a pledge, or takes that back; 200 with
/// how many do, 404 for what the room cannot see, 409 once the day is closed.
struct BackIt {
  private struct Body: PersonalBody {
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
    let choice = try PersonalChoice<Body>(call)
    let (body, voter) = (choice.body, choice.voter)
    let subject: ContributionID = try call.id("id")
    return choice.keep({ change in
      try change.back(subject, body.backs, by: voter)
      return try change.reader.backing(of: subject)
    }) { View(person: voter.person, subject: subject, backs: body.backs, joined: $0) }
  }
}
