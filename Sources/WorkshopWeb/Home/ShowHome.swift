import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider`: the trajects of this server and the form for a new one.
///
/// Answers without the list where the caller has no access, since that page also exchanges the key of a console link.
struct ShowHome {
  static func answer(_ call: Call) throws -> Answer {
    guard let grant = try call.application.staff(call.request.head), grant.role == .facilitator else {
      return .response(call.application.pages.locked())
    }
    return HomePage(call: call).answer(TrajectoryDraft())
  }
}

/// `POST /begeleider`: makes a traject from the form and goes to its console; the form again, with what was typed, for
/// what has to be corrected.
struct CreateTrajectoryFromForm {
  static func answer(_ call: Call, _ post: FormPost) throws -> Answer {
    let draft = post.draft(TrajectoryDraft.self)
    let faults = draft.faults()
    guard faults.isEmpty else { return HomePage(call: call).answer(draft, faults) }
    let room = try call.application.library.create(
      draft, template: .oneDay, isRehearsal: draft.typed.isTicked(.rehearsal))
    return .response(HTTPResponse(status: .seeOther, headers: ["Location": "/begeleider/\(room.trajectory.id)"]))
  }
}

/// The list of trajects and the form for a new one.
private struct HomePage {
  let call: Call

  func answer(_ draft: TrajectoryDraft, _ faults: [TrajectoryDraft.Field: FieldFault] = [:]) -> Answer {
    let trajects = trajects()
    let values: [String: Any] = [
      "open": true, "trajects": trajects, "form": call.form(draft, faults: faults, section: "home.fields", controls),
    ]
    return .response(
      call.application.pages.formPage(
        "home", section: "home", values, status: faults.isEmpty ? .ok : .unprocessableContent))
  }

  private var controls: [FormControl<TrajectoryDraft.Field>] {
    [
      .text(.house).required.wide, .text(.municipalities).wide, .text(.topic).wide, .date(.date).required,
      .text(.place), .text(.organisation).required, .text(.contact).required, .text(.legalBasis), .date(.retention),
      .date(.followUpDate), .tick(.rehearsal),
    ]
  }

  private func trajects() -> [[String: Any]] {
    let library = call.application.library
    return library.ids().compactMap { id in
      guard let trajectory = try? library.room(id).trajectory else { return ["id": id.rawValue, "damaged": true] }
      return [
        "id": id.rawValue, "house": trajectory.house, "date": trajectory.dates.first.map { call.words.long($0) } ?? "",
        "rehearsal": trajectory.isRehearsal,
      ]
    }
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
    guard let template = RunSheetTemplate(rawValue: body.template ?? RunSheetTemplate.oneDay.rawValue) else {
      throw Problem.fields(["template": .unknownChoice])
    }
    var draft = TrajectoryDraft()
    for field in TrajectoryDraft.Field.allCases { draft[field] = body.fields?[field.rawValue] ?? "" }
    let faults = draft.faults()
    guard faults.isEmpty else {
      throw Problem.fields(faults.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
    }
    let room = try call.application.library.create(draft, template: template, isRehearsal: body.rehearsal ?? false)
    let keys = try room.store.read { try $0.joinKeys() }
    return .response(
      try ViewJSON.response(View(id: room.trajectory.id, code: keys.code, token: keys.token), status: .created))
  }
}
