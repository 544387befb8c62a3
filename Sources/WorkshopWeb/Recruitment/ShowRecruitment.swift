import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/werving`: the mix, the counts and the efforts; 404 for another's traject.
struct ShowRecruitment {
  static func answer(_ call: Call) throws -> Answer { try RecruitmentPage(call).answer() }
}

/// `POST /begeleider/TRAJECT/voorbereiding/werving/aantallen/LIST`: keeps the counts of a list, fields
/// `COLUMN-TERM`; 303 back to the page, or 422 with the form and what was typed.
///
/// With the button `fill` nothing is kept: the form comes back with who is present as checked in. 404 for a list there is
/// not.
struct KeepCounts {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    guard let list = RecruitmentList(rawValue: call.request.parameters["list"] ?? "") else { throw Problem.notFound }
    let page = try RecruitmentPage(call)
    var draft = page.draft(of: list)
    // A term that was switched on after the form was drawn keeps its counts.
    for cell in draft.cells where post.has(cell.name) { draft[cell] = post[cell.name] }
    if post.has("fill"), let checkedIn = page.checkedIn(list) {
      draft.suggest(present: checkedIn)
      return try page.answer(counts: .init(list: list, draft: draft, isFilled: true))
    }
    guard let counts = draft.counts() else {
      return try page.answer(counts: .init(list: list, draft: draft, faults: draft.faults()))
    }
    try call.room().store.write { try $0.keep(counts, of: list, by: .facilitator) }
    return try call.back(to: .recruitment)
  }
}
