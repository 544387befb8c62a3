import HTTPServer
import Workshop
import WorkshopStore

/// `POST /begeleider/TRAJECT/voorbereiding/werving/inspanningen`: adds an effort; 303 back to the page, or 422 with the
/// form and what was typed.
///
/// Fields: `id`, a UUID of the page's, so that a form sent twice adds one effort; those of `RecruitmentEffortDraft`.
struct AddEffort {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let page = try RecruitmentPage(call)
    let draft = post.draft(RecruitmentEffortDraft.self)
    let faults = draft.faults(in: page.framework)
    let id = RecruitmentEffortID(uuid: post["id"]) ?? RecruitmentEffortID(call.environment.secrets.uuid())
    guard faults.isEmpty, let effort = draft.effort(id: id) else {
      return try page.answer(effort: draft, faults: faults, newID: id)
    }
    try call.room().store.write { try $0.add(effort, by: .facilitator) }
    return try call.back(to: .recruitment, .added)
  }
}

/// One effort: `GET` and `POST /begeleider/TRAJECT/voorbereiding/werving/inspanningen/EFFORT` show and change it, and
/// `POST …/verwijderen` removes it.
///
/// 303 back to the page of recruitment; with the form and what was typed, 422 for what has to be corrected and 409 for
/// what somebody else changed in between; 404 for an effort there is not.
struct EditEffort {
  static func show(_ call: Call) throws -> Answer {
    let edit = try EditEffort(call)
    return try edit.answer(RecruitmentEffortDraft(edit.effort), version: edit.effort.version)
  }

  static func change(_ call: Call, _ post: FormPost) throws -> Answer {
    let edit = try EditEffort(call)
    let draft = post.draft(RecruitmentEffortDraft.self)
    let (faults, version) = (draft.faults(in: edit.page.framework), post.version ?? 0)
    guard faults.isEmpty, let effort = draft.effort(id: edit.effort.id, version: version) else {
      return try edit.answer(draft, faults: faults, version: version, .unprocessableContent)
    }
    do {
      try call.room().store.write { try $0.change(effort, by: .facilitator) }
    } catch let error as StoreError where error.cause == .conflict {
      return try EditEffort(call).tellConflict(draft)
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

  /// The form with what was typed and what somebody else made of it, one version on: who saves again means it.
  private func tellConflict(_ draft: RecruitmentEffortDraft) throws -> Answer {
    let words = page.call.words
    let meanwhile = draft.changedMeanwhile(to: RecruitmentEffortDraft(effort)) { field, value in
      switch field {
      case .channel: words["recruitment.channels.\(value)"]
      case .group: page.label(of: value)
      case .isExtra: words["recruitment.ticked"]
      default: value
      }
    }
    // Both typed the same.
    guard !meanwhile.isEmpty else { return try page.call.back(to: .recruitment) }
    return try answer(draft, faults: meanwhile, version: effort.version, .conflict)
  }

  private func answer(
    _ draft: RecruitmentEffortDraft, faults: [RecruitmentEffortDraft.Field: FieldFault] = [:], version: Int,
    _ status: HTTPStatus = .ok
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
      status: status)
  }
}
