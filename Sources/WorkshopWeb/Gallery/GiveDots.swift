import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/dots` with `{"person","themes"}`: 200 with the dots as they now are; 409 while dots are not open.
struct GiveDots {
  private struct Body: PersonalBody {
    let person: Int?
    let themes: [String]
  }

  private struct View: Encodable {
    let person: Int
    let themes: [ThemeID]
  }

  static func answer(_ call: Call) throws -> Answer {
    let choice = try PersonalChoice<Body>(call)
    let (body, voter) = (choice.body, choice.voter)
    let themes = body.themes.compactMap { ThemeID(uuid: $0) }
    guard themes.count == body.themes.count else { throw Problem.fields(["themes": .unknownReference]) }
    guard let dots = Dots(themes) else { throw Problem.fields(["themes": .tooMany(limit: Dots.perPerson)]) }
    return choice.keep({ try $0.give(dots, from: voter) }) { _ in View(person: voter.person, themes: themes) }
  }
}
