import HTTPServer
import Workshop
import WorkshopStore

/// `POST /api/console/TRAJECT/keys` with `{"role"}` (`moderator` or `projector`): 201 with a link that opens the console or
/// the projector of this traject, and nothing else, on another device.
struct MakeKey {
  private struct Body: Decodable { let role: String }
  private struct View: Encodable { let url: String }

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    guard let role = AccessRole(rawValue: try call.request.json(Body.self).role),
      [.moderator, .projector].contains(role)
    else { throw Problem.fields(["role": .unknownChoice]) }
    let environment = call.environment
    let key = try call.application.access.makeKey(
      AccessGrant(role: role, trajectory: room.trajectory.id), secrets: environment.secrets, now: environment.clock.now)
    let address = try room.joinAddress()
    let page = role == .projector ? "scherm" : "begeleider"
    let url = "\(address)/\(page)/\(room.trajectory.id)#sleutel=\(key)"
    return .response(try ViewJSON.response(View(url: url), status: .created))
  }
}
