import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/intake`: what a Huis agrees to before a traject, and what was said about it.
struct ShowIntake {
  static func answer(_ call: Call) throws -> Answer {
    let preparation = try call.room().store.read { try $0.preparation() }
    return try IntakePage(call: call, version: preparation.version).answer(IntakePage.drafts(of: preparation))
  }
}

/// `POST` to the same, the fields `CONDITION.agreed`, `.who`, `.day` and `.note`: stores the whole list and leads back to
/// it (303); the form again for what has to be corrected (422), or where somebody else changed it meanwhile (409).
struct EditIntake {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let room = try call.room()
    let drafts = IntakeCondition.allCases.reduce(into: IntakePage.Drafts()) { drafts, condition in
      drafts[condition] = post.draft(row: condition.rawValue)
    }
    let page = IntakePage(call: call, version: post.version ?? 1)
    let faults = drafts.mapValues { $0.faults() }.filter { !$0.value.isEmpty }
    guard faults.isEmpty else { return try page.answer(drafts, faults, .unprocessableContent) }
    let preparation = Preparation(intake: drafts.compactMapValues(\.answer), version: page.version)
    do {
      try room.store.write { [role = call.role] in try $0.set(preparation, by: role) }
    } catch let error as StoreError where error.cause == .conflict {
      let stored = try room.store.read { try $0.preparation() }
      let now = IntakePage.drafts(of: stored)
      var (merged, meanwhile) = (IntakePage.Drafts(), IntakePage.Faults())
      for (condition, draft) in drafts {
        (merged[condition], meanwhile[condition]) = draft.merged(
          with: now[condition] ?? IntakeAnswerDraft(), seen: post.seen(row: condition.rawValue)
        ) { $0 == .agreed ? call.words["preparation.intake.agreed"] : $1 }
      }
      return try IntakePage(call: call, version: stored.version).answer(merged, meanwhile, .conflict)
    }
    return try call.back(to: .intake)
  }
}

/// The checklist, drawn from what was typed.
private struct IntakePage {
  typealias Drafts = [IntakeCondition: IntakeAnswerDraft]
  typealias Faults = [IntakeCondition: [IntakeAnswerDraft.Field: FieldFault]]

  let call: Call
  let version: Int

  static func drafts(of preparation: Preparation) -> Drafts {
    IntakeCondition.allCases.reduce(into: [:]) { drafts, condition in
      drafts[condition] = IntakeAnswerDraft(preparation.intake[condition] ?? IntakeAnswer())
    }
  }

  func answer(_ drafts: Drafts, _ faults: Faults = [:], _ status: HTTPStatus = .ok) throws -> Answer {
    let rows = IntakeCondition.allCases.map { row($0, drafts[$0] ?? IntakeAnswerDraft(), faults[$0] ?? [:]) }
    let fields = rows.flatMap { $0["fields"] as? [[String: Any]] ?? [] }
    return try call.page(
      "intake", at: .intake, section: "preparation.intake",
      ["form": call.rows(fields, version: version), "rows": rows], status: status)
  }

  private func row(
    _ condition: IntakeCondition, _ draft: IntakeAnswerDraft, _ faults: [IntakeAnswerDraft.Field: FieldFault]
  ) -> [String: Any] {
    let key = "preparation.intake.conditions.\(condition.rawValue)"
    let name = call.words["\(key).label"]
    let view = FormView(
      draft: draft, faults: faults, section: "preparation.intake.fields", words: call.words,
      row: (condition.rawValue, name))
    return [
      "rowName": name, "rowHelp": call.words.text(for: "\(key).help") ?? false, "agreed": draft.typed.isTicked(.agreed),
      "fields": view.fields([.tick(.agreed), .text(.who), .date(.day), .longText(.note, rows: 2)]),
    ]
  }
}
