import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/scan` with `{"person","answers":{QUESTION: ANSWER}}`: 200 with the answers as they now are, 409 once the day is
/// closed, 422 for a question or an answer that is not one of the scan's.
struct AnswerScan {
  private struct Body: PersonalBody {
    let person: Int?
    let answers: [String: String]
  }

  static func answer(_ call: Call) throws -> Answer {
    let choice = try PersonalChoice<Body>(call)
    let (body, voter) = (choice.body, choice.voter)
    guard let answers = ScanAnswers(body.answers) else { throw Problem.fields(["answers": .unknownChoice]) }
    return choice.keep({ try $0.answer(answers, by: voter) }) { _ in
      StepView.PersonScan(person: voter.person, answers: body.answers)
    }
  }
}
