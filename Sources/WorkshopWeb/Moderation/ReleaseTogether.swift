import HTTPServer
import Workshop
import WorkshopStore

/// Releasing all that waits of a kind in one go, and taking exactly that back.
enum ReleaseTogether {
  private struct Done: Encodable {
    let seq: Int64
    /// The first and the last place in the journal of what was released, by which it can be taken back.
    let from: Int64
    let through: Int64
    let released: Int
    /// How many were left, because they have to be read one by one.
    let left: Int
  }

  /// `POST …/release-all` with `{"kind"}`: 200 with how many were released; not what has to be read first.
  static func release(_ call: Call) throws -> Answer {
    struct Body: Decodable { let kind: String }
    let (room, role) = (try call.room(), call.role)
    let kind = try kind(try call.request.json(Body.self).kind)
    let done = try room.store.write { change in
      let before = try change.reader.lastSequence()
      let trajectory = try change.reader.trajectory()
      let (released, left) = try change.releaseAll(
        kind, passingOver: { !room.hints(in: $0, trajectory).isEmpty }, by: role)
      let last = try change.reader.lastSequence()
      return Done(seq: last, from: before + 1, through: last, released: released.count, left: left)
    }
    return .response(try ViewJSON.response(done))
  }

  /// `POST …/put-back` with `{"kind","from","through"}`: what was released there in the journal waits again.
  static let putBack = ConsoleAction.handler { call, _ in
    struct Body: Decodable {
      let kind: String
      let from: Int64
      let through: Int64
    }
    let (role, body) = (call.role, try call.request.json(Body.self))
    let kind = try kind(body.kind)
    return { try $0.putBack(releasedFrom: body.from, through: body.through, kind, by: role) }
  }

  private static func kind(_ name: String) throws -> ContributionKind {
    guard let kind = ContributionKind(rawValue: name) else { throw Problem.fields(["kind": .unknownChoice]) }
    return kind
  }
}
