import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/bijeenkomsten`: the gatherings of the traject, and a form to add one.
struct ShowGatherings {
  static func answer(_ call: Call) throws -> Answer {
    var draft = GatheringDraft()
    draft[.template] = call.request.head.query.first("plan") ?? ""
    return try GatheringsPage(call: call).answer(draft)
  }
}

/// `POST` to the same with `id`, `template`, `title`, `date` and `place`: makes a gathering from a plan, with its run sheet,
/// and leads to it (303); the form again for what has to be corrected (422).
///
/// `id` is a UUID of the page's, so that a form sent twice makes one gathering.
struct AddGathering {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let room = try call.room()
    var draft = post.draft(GatheringDraft.self)
    let plan = RunSheetTemplate(rawValue: draft[.template]).flatMap { GatheringDraft.templates.contains($0) ? $0 : nil }
    let id = GatheringID(uuid: post["id"]) ?? GatheringID(call.environment.secrets.uuid())
    let page = GatheringsPage(call: call, newID: id)
    guard let plan else { return try page.answer(draft, [.template: .missing]) }
    let others = try room.store.read { try $0.gatherings() }
    if others.contains(where: { $0.id == id }) { return try call.back(to: .gatherings, below: "/\(id)", .added) }
    var sheet = plan.runSheet(id: id, date: draft.typed.date(.date), words: call.words)
    let typical = GatheringDraft(sheet.gathering)
    // The times of the plan count until somebody changes them.
    for field in [GatheringDraft.Field.start, .end, .audience] { draft[field] = typical[field] }
    let faults = draft.faults(among: others, at: .date, words: call.words)
    guard faults.isEmpty else { return try page.answer(draft, faults) }
    sheet.gathering = draft.applied(to: sheet.gathering)
    try room.store.write { [sheet, role = call.role] in
      try $0.make(sheet, by: role)
      try $0.keepFollowUp(sheet.gathering, by: role)
    }
    return try call.back(to: .gatherings, below: "/\(sheet.gathering.id)", .added)
  }
}

/// `GET /begeleider/TRAJECT/voorbereiding/bijeenkomsten/ID`: one gathering, to be changed; 404 where it is not there.
struct ShowGathering {
  static func answer(_ call: Call) throws -> Answer {
    let gathering = try call.gathering()
    return try GatheringPage(call: call, gathering: gathering).answer(GatheringDraft(gathering))
  }
}

/// `POST` to the same with the fields of `GatheringDraft.Field`: stores it and leads back to it (303); the form again for
/// what has to be corrected (422), or where somebody else changed it meanwhile (409).
struct EditGathering {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let (room, stored) = (try call.room(), try call.gathering())
    var draft = post.draft(GatheringDraft.self)
    draft[.template] = stored.template.rawValue
    if stored.kind == .workday { draft[.date] = stored.date?.description ?? "" }
    let others = try room.store.read { try $0.gatherings() }.filter { $0.id != stored.id }
    let faults = draft.faults(among: others, words: call.words)
    var page = GatheringPage(call: call, gathering: stored)
    page.version = post.version ?? 0
    guard faults.isEmpty else { return try page.answer(draft, faults, .unprocessableContent) }
    var changed = draft.applied(to: stored)
    changed.version = page.version
    do {
      try room.store.write { [changed, role = call.role] in
        try $0.change(changed, by: role)
        try $0.keepFollowUp(changed, by: role)
      }
    } catch let error as StoreError where error.cause == .conflict {
      let now = try call.gathering()
      let (merged, meanwhile) = draft.merged(with: GatheringDraft(now), seen: post.seen()) {
        $0 == .audience ? call.words["gatherings.audiences.\($1)"] : $1
      }
      return try GatheringPage(call: call, gathering: now).answer(merged, meanwhile, .conflict)
    }
    return try call.back(to: .gatherings, below: "/\(stored.id)")
  }
}

/// `POST …/bijeenkomsten/ID/weg`: takes a gathering away and leads back to the list (303).
///
/// Its page, with the reason, where it began or something was told in it (422). A workday goes with its date.
struct RemoveGathering {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let gathering = try call.gathering()
    guard gathering.kind != .workday else { throw Problem.notFound }
    do {
      try call.room().store.write { [role = call.role] in try $0.remove(gathering.id, by: role) }
    } catch let error as StoreError where error.cause == .notEditable {
      return try GatheringPage(call: call, gathering: gathering).answer(
        GatheringDraft(gathering), [.title: .alreadyHeld], .unprocessableContent)
    }
    return try call.back(to: .gatherings, .removed)
  }
}

extension Call {
  /// The gathering named in the path; throws `.notFound` where there is none.
  func gathering() throws -> Gathering {
    let id = gatheringID
    guard let gathering = try room().store.read({ try $0.gathering(id) }) else { throw Problem.notFound }
    return gathering
  }
}
