import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider`: the trajects of this server and the plans a new one can begin with; with `?plan=NAME` the form for
/// one from that plan.
///
/// Answers without the list where the caller has no access, since that page also exchanges the key of a console link.
struct ShowHome {
  static func answer(_ call: Call) throws -> Answer {
    guard let grant = try call.application.staff(call.request.head), grant.role == .facilitator else {
      return .response(call.application.pages.locked())
    }
    if let plan = call.request.head.query.first("plan").flatMap(RunSheetTemplate.init) {
      var draft = TrajectoryDraft()
      draft[.template] = plan.rawValue
      return NewTrajectoryPage(call: call).answer(draft, [:])
    }
    return HomePage(call: call).answer()
  }
}

/// `POST /begeleider`, the fields of `TrajectoryDraft.Field`: makes a traject and leads to its preparation (303); the form
/// again, with what was typed, for what has to be corrected (422).
struct CreateTrajectoryFromForm {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let draft = post.draft(TrajectoryDraft.self)
    let faults = draft.faults()
    guard faults.isEmpty else { return NewTrajectoryPage(call: call).answer(draft, faults) }
    let room = try call.application.library.create(draft)
    return call.back(to: PreparationPlace.overview.path(in: room.trajectory.id), .added)
  }
}

/// `POST /api/trajects`, the same by JSON: 201 with the id and the code; 422 with what to correct by field.
struct CreateTrajectory {
  private struct Body: Decodable {
    let template: String?
    let rehearsal: Bool?
    let fields: [String: String]?
  }

  private struct View: Encodable {
    let id: TrajectoryID
    let code: String
    let token: String
  }

  static func answer(_ call: Call) throws -> Answer {
    let body = try call.request.json(Body.self)
    var draft = TrajectoryDraft()
    for field in TrajectoryDraft.Field.allCases { draft[field] = body.fields?[field.rawValue] ?? "" }
    draft[.template] = body.template ?? RunSheetTemplate.oneDay.rawValue
    draft[.rehearsal] = body.rehearsal == true ? "true" : ""
    let faults = draft.faults()
    guard faults.isEmpty else {
      throw Problem.fields(faults.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
    }
    let room = try call.application.library.create(draft)
    let keys = try room.store.read { try $0.joinKeys() }
    return .response(
      try ViewJSON.response(View(id: room.trajectory.id, code: keys.code, token: keys.token), status: .created))
  }
}
