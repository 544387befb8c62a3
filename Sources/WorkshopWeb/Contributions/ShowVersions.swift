import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// What a contribution said before: `GET /api/contributions/ID/versions` for the device that sent it, and
/// `GET …/contributions/ID/versions` for the console; 200 with the earlier versions, the newest first, 404 otherwise.
enum ShowVersions {
  struct Version: Encodable, Sendable {
    let version: Int
    let replacedAt: Date
    let fields: [DetailView]
  }

  static func own(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    let id: ContributionID = try call.id("id")
    return try answer(id, in: guest.room) { try $0.isOwned(id, by: guest.owner) }
  }

  static func forConsole(_ call: Call) throws -> Answer {
    let (id, role): (ContributionID, JournalEntry.Role) = (try call.id("id"), call.role)
    // What is set apart for the confidant is the facilitator's alone.
    return try answer(id, in: try call.room()) { try role == .facilitator || $0.contribution(id)?.isSetApart != true }
  }

  private static func answer(
    _ id: ContributionID, in room: LiveRoom, ifAllowed isAllowed: (Reader) throws -> Bool
  ) throws -> Answer {
    let versions = try room.store.read { reader in
      guard try isAllowed(reader), let contribution = try reader.contribution(id), contribution.state != .withdrawn
      else { throw Problem.notFound }
      let views = try Views(room: room, reader: reader)
      return try reader.earlierVersions(of: id).map { earlier in
        var before = contribution
        before.body = earlier.body
        return Version(version: earlier.version, replacedAt: earlier.replacedAt, fields: views.answers(of: before))
      }
    }
    return .response(try ViewJSON.response(["versions": versions]))
  }
}
