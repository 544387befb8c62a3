import HTTPServer
import Workshop
import WorkshopStore

/// `POST /begeleider/TRAJECT/voorbereiding/werving/inspanningen`: adds an effort; 303 back to the page, or 422 with the
/// form and what was typed.
struct AddEffort {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let page = try RecruitmentPage(call)
    let draft = post.draft(RecruitmentEffortDraft.self)
    let faults = draft.faults(in: page.framework)
    let id = RecruitmentEffortID(call.environment.secrets.uuid())
    guard faults.isEmpty, let effort = draft.effort(id: id) else {
      return try page.answer(effort: draft, faults: faults)
    }
    try call.room().store.write { try $0.add(effort, by: .facilitator) }
    return try call.back(to: .recruitment, .added)
  }
}

/// One effort: `GET` and `POST /begeleider/TRAJECT/voorbereiding/werving/inspanningen/EFFORT` show and change it, and
/// `POST …/verwijderen` removes it.
///
/// 303 back to the page of recruitment; 422 with the form and what was typed for what has to be corrected, and for what
/// somebody else changed in between; 404 for an effort there is not.
struct EditEffort {
  static func show(_ call: Call) throws -> Answer {
    let edit = try EditEffort(call)
    return try edit.answer(RecruitmentEffortDraft(edit.effort), version: edit.effort.version)
  }

  static func change(_ call: Call, _ post: FormPost) throws -> Answer {
    let edit = try EditEffort(call)
    let draft = post.draft(RecruitmentEffortDraft.self)
    var faults = draft.faults(in: edit.page.framework)
    // One version on: who saves again after having been told means it.
    if post.version != edit.effort.version { faults[.what] = .changedMeanwhile(current: edit.current) }
    guard faults.isEmpty, let effort = draft.effort(id: edit.effort.id, version: edit.effort.version) else {
      return try edit.answer(draft, faults: faults, version: edit.effort.version)
    }
    do {
      try call.room().store.write { try $0.change(effort, by: .facilitator) }
    } catch let error as StoreError where error.cause == .conflict {
      // Somebody was faster by a moment: read anew, it is told like any other change.
      return try change(call, post)
    }
    return try call.back(to: .recruitment)
  }

  static func remove(_ call: Call, _ post: FormPost) throws -> Answer {
    let id: RecruitmentEffortID = try call.id("effort")
    try call.room().store.write { try $0.removeEffort(id, by: .facilitator) }
    return try call.back(to: .recruitment, .removed)
  }

  private let page: RecruitmentPage
  private let effort: RecruitmentEffort

  private init(_ call: Call) throws {
    let id: RecruitmentEffortID = try call.id("effort")
    page = try RecruitmentPage(call)
    guard let effort = page.strategy.efforts.first(where: { $0.id == id }) else { throw Problem.notFound }
    self.effort = effort
  }

  private var current: String {
    page.call.words(
      "recruitment.efforts.current",
      [
        "what": effort.what, "channel": page.call.words["recruitment.channels.\(effort.channel.rawValue)"],
        "group": page.label(of: effort.group),
      ])
  }

  private func answer(
    _ draft: RecruitmentEffortDraft, faults: [RecruitmentEffortDraft.Field: FieldFault] = [:], version: Int
  ) throws -> Answer {
    let call = page.call
    return try call.page(
      "recruitment-one", at: .recruitment, section: "recruitment.efforts", title: effort.what,
      [
        "privacy": call.words["recruitment.privacy"], "csrf": call.application.pages.formToken.value,
        "action": "werving/inspanningen/\(effort.id)", "removal": "werving/inspanningen/\(effort.id)/verwijderen",
        "form": call.form(
          draft, faults: faults, section: "recruitment.fields", version: version, EffortControls(page).all),
      ],
      status: faults.isEmpty ? .ok : .unprocessableContent)
  }
}
