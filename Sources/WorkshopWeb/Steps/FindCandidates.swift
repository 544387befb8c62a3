import HTTPServer
import Workshop
import WorkshopStore

/// `GET /api/candidates?kind=KIND&relation=RELATION&q=WORDS`: 200 with what a form of that kind may point to and holds all
/// the words, for lists longer than a phone is sent; 422 for a kind or a relation that is not there.
struct FindCandidates {
  private static let limit = 30

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.guest().room
    let query = call.request.head.query
    guard let kind = query.first("kind").flatMap(ContributionKind.init(rawValue:)),
      let relation = query.first("relation").flatMap(LinkRelation.init(rawValue:))
    else { throw Problem.fields(["kind": .unknownChoice]) }
    let kinds = relation.targets(from: kind).map(\.rawValue)
    let found = try room.store.read { reader in
      // More than is shown, since what is not released or not for the room falls away.
      try reader.search(query.first("q") ?? "", limit: 4 * limit)
        .filter { $0.may(.screen) && kinds.contains($0.kind.rawValue) }
        .filter { relation != .meets || $0.pledgeKind == .request }.prefix(limit)
        .map(FieldView.Candidate.init)
    }
    return .response(try ViewJSON.response(["candidates": found]))
  }
}
