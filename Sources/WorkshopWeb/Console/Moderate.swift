import HTTPServer
import Workshop
import WorkshopStore

/// Reading what comes in, and deciding whether it may go where its teller consents to.
enum Moderate {
  /// `POST …/contributions/ID/release`.
  static let release = ConsoleAction.handler { call, _ in
    let (id, role): (ContributionID, JournalEntry.Role) = (try call.id("id"), call.role)
    return { try $0.release(id, by: role) }
  }

  /// `POST …/contributions/ID/hold` with `{"ground","reason"}`.
  static let hold = ConsoleAction.handler { call, _ in
    struct Body: Decodable {
      let ground: String?
      let reason: String?
    }
    let (id, role): (ContributionID, JournalEntry.Role) = (try call.id("id"), call.role)
    let body = try call.request.json(Body.self)
    guard let ground = HoldGround(rawValue: body.ground ?? HoldGround.other.rawValue) else {
      throw Problem.fields(["ground": .unknownChoice])
    }
    let reason = (body.reason ?? "").trimmingSpaces()
    return { try $0.hold(id, ground: ground, reason: reason, by: role) }
  }

  /// `POST …/contributions/ID/guardian` with `{"given"}`: whether a guardian consented on paper.
  static let guardian = ConsoleAction.handler { call, _ in
    struct Body: Decodable { let given: Bool }
    let (id, role): (ContributionID, JournalEntry.Role) = (try call.id("id"), call.role)
    let given = try call.request.json(Body.self).given
    return { try $0.recordGuardianConsent(given, for: id, by: role) }
  }

  /// `PUT …/contributions/ID/photo-allowed` with `{"allowed"}`: whether a photo of minors may be seen; 404 without one.
  static let allowPhoto = ConsoleAction.handler { call, _ in
    struct Body: Decodable { let allowed: Bool }
    let (id, role): (ContributionID, JournalEntry.Role) = (try call.id("id"), call.role)
    let allowed = try call.request.json(Body.self).allowed
    return { try $0.allowPhoto(allowed, of: id, by: role) }
  }

  /// `POST …/contributions/ID/wait`: takes a decision back.
  static let putBack = ConsoleAction.handler { call, _ in
    let (id, role): (ContributionID, JournalEntry.Role) = (try call.id("id"), call.role)
    return { try $0.putBack(id, by: role) }
  }

  /// `POST …/release-all` with `{"kind"}`.
  static let releaseAll = ConsoleAction.handler { call, _ in
    struct Body: Decodable { let kind: String }
    let role = call.role
    guard let kind = ContributionKind(rawValue: try call.request.json(Body.self).kind) else {
      throw Problem.fields(["kind": .unknownChoice])
    }
    return { _ = try $0.releaseAll(kind, by: role) }
  }
}
