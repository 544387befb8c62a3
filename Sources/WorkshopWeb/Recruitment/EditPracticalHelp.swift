import HTTPServer
import Workshop
import WorkshopStore

/// What is arranged: `GET` and `POST /begeleider/TRAJECT/voorbereiding/praktisch` show the list and add to it.
///
/// 303 back to the page; 422 with the form and what was typed for what has to be corrected.
struct ArrangeHelp {
  static func show(_ call: Call) throws -> Answer { try PracticalHelpPage(call).answer() }

  static func add(_ call: Call, _ post: FormPost) throws -> Answer {
    let page = try PracticalHelpPage(call)
    let draft = post.draft(PracticalHelpDraft.self)
    let faults = draft.faults(for: page.gatherings)
    guard faults.isEmpty, let help = draft.help(id: PracticalHelpID(call.environment.secrets.uuid())) else {
      return try page.answer(draft, faults: faults)
    }
    try call.room().store.write { try $0.add(help, by: .facilitator) }
    return try call.back(to: .practical, .added)
  }
}

/// One thing to arrange: `GET` and `POST /begeleider/TRAJECT/voorbereiding/praktisch/HELP` show and change it, and
/// `POST …/verwijderen` removes it.
///
/// 303 back to the list; 422 with the form and what was typed for what has to be corrected, and for what somebody else
/// changed in between; 404 for what is not there.
struct EditPracticalHelp {
  static func show(_ call: Call) throws -> Answer {
    let edit = try EditPracticalHelp(call)
    return try edit.answer(PracticalHelpDraft(edit.help))
  }

  static func change(_ call: Call, _ post: FormPost) throws -> Answer {
    let edit = try EditPracticalHelp(call)
    let draft = post.draft(PracticalHelpDraft.self)
    var faults = draft.faults(for: edit.page.gatherings)
    // One version on: who saves again after having been told means it.
    if post.version != edit.help.version { faults[.kind] = .changedMeanwhile(current: edit.current) }
    guard faults.isEmpty, let help = draft.help(id: edit.help.id, version: edit.help.version) else {
      return try edit.answer(draft, faults: faults)
    }
    do {
      try call.room().store.write { try $0.change(help, by: .facilitator) }
    } catch let error as StoreError where error.cause == .conflict {
      // Somebody was faster by a moment: read anew, it is told like any other change.
      return try change(call, post)
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

  private var current: String {
    [page.title(of: help), help.what, help.arrangedBy].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func answer(
    _ draft: PracticalHelpDraft, faults: [PracticalHelpDraft.Field: FieldFault] = [:]
  ) throws -> Answer {
    let call = page.call
    return try call.page(
      "recruitment-one", at: .practical, section: "recruitment.practical", title: page.title(of: help),
      [
        "privacy": call.words["recruitment.practical.privacy"], "csrf": call.application.pages.formToken.value,
        "action": "praktisch/\(help.id)", "removal": "praktisch/\(help.id)/verwijderen",
        "form": call.form(
          draft, faults: faults, section: "recruitment.practical.fields", version: help.version, page.controls),
      ],
      status: faults.isEmpty ? .ok : .unprocessableContent)
  }
}
