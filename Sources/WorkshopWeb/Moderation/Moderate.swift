import HTTPServer
import Workshop
import WorkshopStore

/// Reading what comes in, and deciding whether it may go where its teller consents to.
///
/// Each takes the `version` and the `state` that was seen on the card: 409 (`decidedOtherwise`, `editedMeanwhile`) with the
/// card of now in `current` where that is not how it stands. The same decision twice is one; without the two it is taken on
/// whatever is there.
enum Moderate {
  /// `POST …/contributions/ID/release`.
  static let release = decision { call, _, id, seen in
    let role = call.role
    return { try $0.release(id, seen: seen, by: role) }
  }

  /// `POST …/contributions/ID/hold` with `{"ground","reason"}`.
  static let hold = decision { call, _, id, seen in
    struct Body: Decodable {
      let ground: String?
      let reason: String?
    }
    let (role, body) = (call.role, try call.request.json(Body.self))
    guard let ground = HoldGround(rawValue: body.ground ?? HoldGround.other.rawValue) else {
      throw Problem.fields(["ground": .unknownChoice])
    }
    let reason = (body.reason ?? "").printable.trimmingSpaces()
    return { try $0.hold(id, ground: ground, reason: reason, seen: seen, by: role) }
  }

  /// `POST …/contributions/ID/guardian` with `{"given"}`: whether a guardian consented on paper.
  static let guardian = decision { call, _, id, seen in
    struct Body: Decodable { let given: Bool }
    let (role, given) = (call.role, try call.request.json(Body.self).given)
    return { try $0.recordGuardianConsent(given, for: id, seen: seen, by: role) }
  }

  /// `PUT …/contributions/ID/photo-allowed` with `{"allowed"}`: whether a photo of minors may be seen; 404 without one.
  static let allowPhoto = ConsoleAction.handler { call, _ in
    struct Body: Decodable { let allowed: Bool }
    let (id, role): (ContributionID, JournalEntry.Role) = (try call.id("id"), call.role)
    let allowed = try call.request.json(Body.self).allowed
    return { try $0.allowPhoto(allowed, of: id, by: role) }
  }

  /// `POST …/contributions/ID/wait`: takes a decision back, merging too.
  static let putBack = decision { call, _, id, seen in
    let role = call.role
    return { try $0.putBack(id, seen: seen, by: role) }
  }

  /// A handler of a decision about one contribution, with what was seen of it.
  static func decision(
    _ decide:
      @escaping @Sendable (Call, LiveRoom, ContributionID, SeenContribution) throws ->
      @Sendable (Change) throws
      -> Void
  ) -> Handler {
    ConsoleAction.handler { call, room in
      let id: ContributionID = try call.id("id")
      let work = try decide(call, room, id, try call.seen())
      return { change in
        do { try work(change) } catch let error as StoreError where error.isOvertaken {
          var problem = Problem(error)
          problem.current = try room.entry(id, change.reader)
          throw problem
        }
      }
    }
  }
}

extension StoreError {
  fileprivate var isOvertaken: Bool { [.decidedOtherwise, .editedMeanwhile].contains(cause) }
}

extension LiveRoom {
  /// A contribution as it is now for a console; nil where it is in no list any more.
  fileprivate func entry(_ id: ContributionID, _ reader: Reader) throws -> EntryView? {
    guard let contribution = try reader.contribution(id), !contribution.isSetApart else { return nil }
    return try Views(room: self, reader: reader).entry(contribution, links: try reader.links(from: id))
  }
}

extension Call {
  /// What was seen of a contribution when deciding on it, from the body; nothing for a client that does not say.
  func seen() throws -> SeenContribution {
    struct Body: Decodable {
      let version: Int?
      let state: String?
    }
    if request.body.isEmpty { return SeenContribution() }
    let body = try request.json(Body.self)
    let state = body.state.map(ContributionState.init)
    if case .some(nil) = state { throw Problem.fields(["state": .unknownChoice]) }
    return SeenContribution(version: body.version, state: state ?? nil)
  }
}
