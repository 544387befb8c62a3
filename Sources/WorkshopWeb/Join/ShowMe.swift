import HTTPServer
import Workshop
import WorkshopStore

/// `GET /api/me`: 200 with everything the phone needs, 401 without a session.
struct ShowMe {
  static func answer(_ call: Call) throws -> Answer {
    .response(try ViewJSON.response(MeView(call.guest())))
  }
}

/// `PUT /api/me` with what was said at check-in, all optional: 200 with everything the phone needs, 422 for a language or
/// a group that is not there.
struct CheckInGuest {
  private struct Body: Decodable {
    let language: String?
    let groups: [String]?
    let organisation: String?
    let table: String?
    let badge: String?
  }

  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let body = try call.request.json(Body.self)
    let checkIn = try checkIn(body, framework: guest.room.framework)
    let session = guest.session
    let changed = try guest.room.store.write { try $0.checkIn(session, as: checkIn) }
    guest.room.remember(changed)
    return .response(try ViewJSON.response(MeView(Guest(room: guest.room, session: changed, owner: guest.owner))))
  }

  private static func checkIn(_ body: Body, framework: FrameworkContent) throws -> CheckIn {
    var faults: [String: FieldFault] = [:]
    let language = Language(rawValue: body.language ?? Language.dutch.rawValue)
    if language == nil { faults["language"] = .unknownChoice }
    let groups = Array(Set(body.groups ?? [])).sorted()
    if !groups.allSatisfy({ framework.knows($0, in: .stakeholderGroups) }) { faults["groups"] = .unknownChoice }
    for (name, text, limit) in [
      ("organisation", body.organisation, 120), ("table", body.table, 20), ("badge", body.badge, 20),
    ] {
      // By code points, as the file counts them.
      let length = (text ?? "").printable.trimmingSpaces().unicodeScalars.count
      if length > limit { faults[name] = .tooLong(limit: limit, actual: length) }
    }
    guard faults.isEmpty else { throw Problem.fields(faults) }
    return CheckIn(
      language: language ?? .dutch, groups: groups, organisation: (body.organisation ?? "").printable.trimmingSpaces(),
      table: (body.table ?? "").printable.trimmingSpaces(), badge: (body.badge ?? "").printable.trimmingSpaces(),
      isDone: true)
  }
}
