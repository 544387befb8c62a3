import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/werving`: the mix, the counts and the efforts; 404 for another's traject.
struct ShowRecruitment {
  static func answer(_ call: Call) throws -> Answer { try RecruitmentPage(call).answer() }
}

/// `POST /begeleider/TRAJECT/voorbereiding/werving/aantallen/LIST`: keeps the counts of a list, fields
/// `COLUMN-TERM` and `version`; 303 back to the page, or with the form and what was typed 422 for what has to be corrected
/// and 409 for what somebody else changed in between.
///
/// With the button `fill` nothing is kept: the form comes back with who is present as checked in. 404 for a list there is
/// not.
struct KeepCounts {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    guard let list = RecruitmentList(rawValue: call.request.parameters["list"] ?? "") else { throw Problem.notFound }
    let (page, version) = (try RecruitmentPage(call), Int64(post.version ?? 0))
    var draft = page.draft(of: list)
    // A term that was switched on after the form was drawn keeps its counts.
    for cell in draft.cells where post.has(cell.name) { draft[cell] = post[cell.name] }
    if post.has("fill"), let checkedIn = page.checkedIn(list) {
      draft.suggest(present: checkedIn)
      return try page.answer(counts: .init(list: list, draft: draft, version: version, isFilled: true))
    }
    guard let counts = draft.counts() else {
      return try page.answer(
        counts: .init(
          list: list, draft: draft, version: version, faults: draft.faults(), status: .unprocessableContent))
    }
    do {
      try call.room().store.write { try $0.keep(counts, of: list, replacing: version, by: .facilitator) }
    } catch let error as StoreError where error.cause == .conflict {
      return try tellConflict(call, list, draft)
    }
    return try call.back(to: .recruitment)
  }

  /// The form with what was typed and what somebody else made of it, one version on: who saves again means it.
  private static func tellConflict(
    _ call: Call, _ list: RecruitmentList, _ draft: RecruitmentCountsDraft
  ) throws -> Answer {
    let now = try RecruitmentPage(call)
    let meanwhile = draft.changedMeanwhile(to: now.draft(of: list))
    // Both typed the same.
    guard !meanwhile.isEmpty else { return try call.back(to: .recruitment) }
    return try now.answer(
      counts: .init(
        list: list, draft: draft, version: now.countVersions[list] ?? 0, faults: meanwhile, status: .conflict))
  }
}
