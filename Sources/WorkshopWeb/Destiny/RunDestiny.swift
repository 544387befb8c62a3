import HTTPServer
import Workshop
import WorkshopStore

/// What a facilitator does about actions and pledges.
enum RunDestiny {
  /// `PUT …/requests/ID/offers/OFFER`: matches an offer to a request; 422 where they are no offer and no request.
  static let match = ConsoleAction.handler { call, _ in
    let (request, offer): (ContributionID, ContributionID) = (try call.id("id"), try call.id("offer"))
    let role = call.role
    return { try $0.match(offer, to: request, by: role) }
  }

  /// `DELETE …/requests/ID/offers/OFFER`: takes a match apart; 404 where there is none.
  static let unmatch = ConsoleAction.handler { call, _ in
    let (request, offer): (ContributionID, ContributionID) = (try call.id("id"), try call.id("offer"))
    let role = call.role
    return { try $0.unmatch(offer, from: request, by: role) }
  }

  /// `POST …/hand-over`: Doen goes to the ontwerpteam, which finds it among the tasks of its meeting after the workday.
  static let handOver = ConsoleAction.handler { call, _ in
    let (role, words) = (call.role, call.words)
    return { change in
      if let refusal = try change.handOver(by: role) { throw Problem(refusal, view: nil) }
      let meeting = TeamMeeting(.evaluation, words: words)
      let task = FollowUpTask(
        id: .handOver, meeting: meeting.id, what: words["team.handOver.what"], owner: words["team.handOver.owner"])
      try change.add(task, at: change.reader.designTeam().meeting(meeting.id) ?? meeting, by: role)
    }
  }

  /// `DELETE …/hand-over`: the room does it after all.
  static let takeBack = ConsoleAction.handler { call, _ in
    let role = call.role
    return { change in
      if let refusal = try change.takeBackHandOver(by: role) { throw Problem(refusal, view: nil) }
      try change.remove(FollowUpTaskID.handOver, by: role)
    }
  }

  /// `DELETE …/contacts/CONTACT`: erases how somebody wanted to be reached; 404 where there is nothing.
  static let eraseContact = ConsoleAction.handler { call, _ in
    let (contact, role): (ContactID, JournalEntry.Role) = (try call.id("contact"), call.role)
    return { try $0.eraseContact(contact, by: role) }
  }
}

extension FollowUpTaskID {
  /// The task that a room leaves behind with Doen: one a traject, so that deciding it again changes nothing.
  fileprivate static let handOver: FollowUpTaskID = "0e1b0000-0000-4000-8000-000000000101"
}

/// `GET …/actions/ID/team`: 200 with how many joined, and whom of them to reach; for the facilitator alone.
struct ShowTeam {
  private struct View: Encodable {
    struct Person: Encodable {
      let id: ContactID
      let name: String
      let reach: String
    }

    let joined: Int
    let contacts: [Person]
  }

  static func answer(_ call: Call) throws -> Answer {
    let (room, id): (LiveRoom, ContributionID) = (try call.room(), try call.id("id"))
    let view = try room.store.read { reader in
      guard try reader.contribution(id)?.kind == .action else { throw Problem.notFound }
      return View(
        joined: try reader.backing(of: id),
        contacts: try reader.contacts(of: id).map {
          View.Person(id: $0.id, name: $0.name, reach: $0.email.isEmpty ? $0.phone : $0.email)
        })
    }
    return .response(try ViewJSON.response(view))
  }
}
