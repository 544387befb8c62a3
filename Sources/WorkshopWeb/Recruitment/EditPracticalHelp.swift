import HTTPServer
import Workshop
import WorkshopStore

/// What is arranged: `GET` and `POST /begeleider/TRAJECT/voorbereiding/praktisch` show the list and add to it.
///
/// Fields: `id`, a UUID of the page's, so that a form sent twice adds one thing; those of `PracticalHelpDraft`. 303 back to
/// the page; 422 with the form and what was typed for what has to be corrected.
struct ArrangeHelp {
  static func show(_ call: Call) throws -> Answer { try PracticalHelpPage(call).answer() }

  static func add(_ call: Call, _ post: FormPost) throws -> Answer {
    let page = try PracticalHelpPage(call)
    let draft = post.draft(PracticalHelpDraft.self)
    let faults = draft.faults(for: page.gatherings)
    let id = PracticalHelpID(uuid: post["id"]) ?? PracticalHelpID(call.environment.secrets.uuid())
    guard faults.isEmpty, let help = draft.help(id: id) else {
      return try page.answer(draft, faults: faults, newID: id)
    }
    try call.room().store.write { try $0.add(help, by: .facilitator) }
    return try call.back(to: .practical, .added)
  }
}

/// One thing to arrange: `GET` and `POST /begeleider/TRAJECT/voorbereiding/praktisch/HELP` show and change it, and
/// `POST …/verwijderen` removes it.
///
/// 303 back to the list; with the form and what was typed, 422 for what has to be corrected and 409 for what somebody else
/// changed in between; 404 for what is not there.
struct EditPracticalHelp {
  static func show(_ call: Call) throws -> Answer {
    let edit = try EditPracticalHelp(call)
    return try edit.answer(PracticalHelpDraft(edit.help), version: edit.help.version)
  }

  static func change(_ call: Call, _ post: FormPost) throws -> Answer {
    let edit = try EditPracticalHelp(call)
    let draft = post.draft(PracticalHelpDraft.self)
    let (faults, version) = (draft.faults(for: edit.page.gatherings), post.version ?? 0)
    guard faults.isEmpty, let help = draft.help(id: edit.help.id, version: version) else {
      return try edit.answer(draft, faults: faults, version: version, .unprocessableContent)
    }
    do {
      try call.room().store.write { try $0.change(help, by: .facilitator) }
    } catch let error as StoreError where error.cause == .conflict {
      return try EditPracticalHelp(call).tellConflict(draft)
    }
    return try call.back(to: .practical)
  }

  static func remove(_ call: Call, _ post: FormPost) throws -> Answer {
    let id: PracticalHelpID = try call.id("help")
    try call.room().store.write { try $0.removeHelp(id, by: .facilitator) }
    return try call.back(to: .practical, .removed)
  }

  private let page: PracticalHelpPage
  private let help: PracticalHelp

  private init(_ call: Call) throws {
    let id: PracticalHelpID = try call.id("help")
    page = try PracticalHelpPage(call)
    guard let help = page.help.first(where: { $0.id == id }) else { throw Problem.notFound }
    self.help = help
  }

  /// The form with what was typed and what somebody else made of it, one version on: who saves again means it.
  private func tellConflict(_ draft: PracticalHelpDraft) throws -> Answer {
    let words = page.call.words
    let meanwhile = draft.changedMeanwhile(to: PracticalHelpDraft(help)) { field, value in
      switch field {
      case .kind: words["recruitment.practical.kinds.\(value)"]
      case .gathering: page.gatherings.first { $0.id.rawValue == value }?.name(words) ?? value
      case .isArranged: words["recruitment.ticked"]
      default: value
      }
    }
    // Both typed the same.
    guard !meanwhile.isEmpty else { return try page.call.back(to: .practical) }
    return try answer(draft, faults: meanwhile, version: help.version, .conflict)
  }

  private func answer(
    _ draft: PracticalHelpDraft, faults: [PracticalHelpDraft.Field: FieldFault] = [:], version: Int,
    _ status: HTTPStatus = .ok
  ) throws -> Answer {
    let call = page.call
    return try call.page(
      "recruitment-one", at: .practical, section: "recruitment.practical", title: page.title(of: help),
      [
        "privacy": call.words["recruitment.practical.privacy"], "csrf": call.application.pages.formToken.value,
        "action": "praktisch/\(help.id)", "removal": "praktisch/\(help.id)/verwijderen",
        "form": call.form(
          draft, faults: faults, section: "recruitment.practical.fields", version: version, page.controls),
      ],
      status: status)
  }
}
