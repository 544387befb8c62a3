import HTTPServer
import Workshop
import WorkshopStore

/// `GET /api/photos/ID`: 200 with the JPEG for who may see it (the device that sent it, the room once it is released with
/// consent and, where minors made it, allowed; the console always), 404 for everybody else and for what is not there.
struct ShowPhoto {
  static func answer(_ call: Call) throws -> Answer {
    let id: ContributionID = try call.id("id")
    guard let photo = try photo(id, call) else { throw Problem.notFound }
    return .response(
      HTTPResponse(
        status: .ok, headers: ["Content-Type": "image/jpeg", "Cache-Control": "private, no-store"], body: photo))
  }

  private static func photo(_ id: ContributionID, _ call: Call) throws -> [UInt8]? {
    let head = call.request.head
    if let grant = try call.application.staff(head) {
      for name in call.application.library.ids() where grant.trajectory == nil || grant.trajectory == name {
        let room = try? call.application.library.room(name)
        if let room, let photo = try visible(id, in: room, to: grant.role) { return photo }
      }
    }
    guard let guest = try? call.application.guest(head) else { return nil }
    return try guest.room.store.read { reader in
      guard try reader.isOwned(id, by: guest.owner) || reader.contribution(id)?.showsPhotoInRoom == true else {
        return nil
      }
      return try reader.photo(of: id)
    }
  }

  private static func visible(_ id: ContributionID, in room: LiveRoom, to role: AccessRole) throws -> [UInt8]? {
    try room.store.read { reader in
      guard let contribution = try reader.contribution(id) else { return nil }
      let isVisible =
        switch role {
        case .facilitator: true
        case .moderator: !contribution.isSetApart
        default: contribution.showsPhotoInRoom
        }
      guard isVisible else { return nil }
      return try reader.photo(of: id)
    }
  }
}

extension Contribution {
  /// Whether everybody in the room may see its photo.
  fileprivate var showsPhotoInRoom: Bool { may(.screen) && showsPhoto }
}
