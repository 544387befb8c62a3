import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider`: the trajects of this server and the form for a new one.
///
/// Answers without the list where the caller has no access, since that page also exchanges the key of a console link.
struct ShowHome {
  static func answer(_ call: Call) throws -> Answer {
    let application = call.application
    guard let grant = try application.staff(call.request.head), grant.role == .facilitator else {
      return .response(application.pages.locked())
    }
    return .response(application.pages.home(application.library, draft: TrajectoryDraft(), faults: [:], status: .ok))
  }
}

/// `POST /begeleider`: makes a traject from the form and goes to its console; the form again, with what was typed, for
/// what has to be corrected.
struct CreateTrajectoryFromForm {
  static func answer(_ call: Call) throws -> Answer {
    let application = call.application
    guard call.request.isMultipart else { throw Problem.wrongMediaType }
    let parts = try Multipart.parse(
      call.request.body, contentType: call.request.head.headers["Content-Type"] ?? "", maximumParts: 24)
    let values = parts.reduce(into: [String: String]()) { $0[$1.name] = String(decoding: $1.bytes, as: UTF8.self) }
    guard application.pages.formToken.matches(values["csrf"] ?? "") else { throw Problem.foreignOrigin }
    var draft = TrajectoryDraft()
    for field in TrajectoryDraft.Field.allCases { draft[field] = values[field.rawValue] ?? "" }
    let faults = draft.faults()
    let isRehearsal = values["rehearsal"] != nil
    guard faults.isEmpty else {
      let page = application.pages.home(
        application.library, draft: draft, isRehearsal: isRehearsal, faults: faults, status: .unprocessableContent)
      return .response(page)
    }
    let room = try application.library.create(draft, template: .oneDay, isRehearsal: isRehearsal)
    return .response(HTTPResponse(status: .seeOther, headers: ["Location": "/begeleider/\(room.trajectory.id)"]))
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
