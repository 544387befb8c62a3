import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/scan` with `{"person","answers":{QUESTION: ANSWER}}`: 200 with the answers as they now are, 409 once the day is
/// closed, 422 for a question or an answer that is not one of the scan's.
struct AnswerScan {
  private struct Body: Decodable {
    let person: Int?
    let answers: [String: String]
  }

  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let body = try call.request.json(Body.self)
    guard let voter = Voter(owner: guest.owner, person: body.person ?? 0) else {
      throw Problem.fields(["person": .unknownChoice])
    }
    guard let answers = ScanAnswers(body.answers) else { throw Problem.fields(["answers": .unknownChoice]) }
    return .deferred { responder in
      guest.room.store.enqueue({ try $0.answer(answers, by: voter) }) { result in
        do {
          try result.get()
          responder.respond(
            try ViewJSON.response(StepView.PersonScan(person: voter.person, answers: body.answers)))
        } catch { responder.respond(call.application.failure(error, call.request.head)) }
      }
    }
  }
}
