import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/stances/PROPOSAL` with `{"person","groups","position"}`: 200 with the stance; 409 while the gallery is closed.
struct TakeStance {
  private struct Body: PersonalBody {
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
    let choice = try PersonalChoice<Body>(call)
    let (body, voter) = (choice.body, choice.voter)
    let proposal: ContributionID = try call.id("proposal")
    let groups = Array(Set(body.groups ?? [])).sorted()
    guard let position = StancePosition(rawValue: body.position) else {
      throw Problem.fields(["position": .unknownChoice])
    }
    guard groups.allSatisfy({ choice.guest.room.framework.knows($0, in: .stakeholderGroups) }) else {
      throw Problem.fields(["groups": .unknownChoice])
    }
    let stance = Stance(proposal: proposal, position: position, groups: groups)
    return choice.keep({ try $0.take(stance, by: voter) }) { _ in
      View(person: voter.person, proposal: proposal, position: position)
    }
  }
}
