import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// Changing the tables of a gathering: everything below `/api/console/TRAJECT/seating/GATHERING`.
///
/// Each takes the `version` that was looked at and answers 200 with the tables as they are now. 409 with `current` where
/// somebody changed them meanwhile; 422 with what to do where it cannot be: nothing is changed then.
enum ArrangeSeating {
  struct Body: Decodable {
    struct Wish: Decodable {
      let kind: String
      let badges: [Int]
    }

    let version: Int
    let tables: Int?
    let expected: [String: Int]?
    let badge: Int?
    let table: Int?
    let badges: [Int]?
    let wishes: [Wish]?
    let published: Bool?
  }

  /// `POST …/propose` with `{"version","tables","expected"}`: tables with the maximum mix, for who checked in.
  ///
  /// `tables` is how many, or nothing for what suits; `expected` is how many people of each group to count on before
  /// anybody is there, by term id, and stays until others are given.
  static let propose = handler { desk, body, room in
    if let expected = body.expected { desk.plan.expected = try counts(expected, room.framework) }
    try desk.propose(tables: body.tables)
  }

  /// `POST …/place` with `{"version","badge"}`: a seat for who came late, or without a badge for all who did.
  static let place = handler { desk, body, _ in
    try desk.placeLate(body.badge.map { [try badge($0)] } ?? desk.late)
  }

  /// `POST …/move` with `{"version","badge","table"}`: someone to another table.
  static let move = handler { desk, body, _ in
    desk.plan.seating = try desk.room.moving(try badge(body.badge), to: body.table ?? 0, in: desk.plan.seating)
  }

  /// `POST …/swap` with `{"version","badges"}`: two people take each other's places.
  static let swap = handler { desk, body, _ in
    let two = try (body.badges ?? []).map { try badge($0) }
    guard two.count == 2 else { throw Problem.fields(["badges": .wrongType]) }
    desk.plan.seating = try desk.room.swapping(two[0], two[1], in: desk.plan.seating)
  }

  /// `POST …/remove` with `{"version","badge"}`: someone who is not there after all.
  static let remove = handler { desk, body, _ in
    desk.plan.seating = desk.room.removing(try badge(body.badge), from: desk.plan.seating)
  }

  /// `PUT …/wishes` with `{"version","wishes":[{"kind","badges"}]}`: all of the wishes, for the next proposal.
  ///
  /// A new one that contradicts those before it is refused and they are named; taking one away always can.
  static let wishes = handler { desk, body, _ in
    let wishes = body.wishes ?? []
    guard wishes.count <= 200 else { throw Problem.fields(["wishes": .tooMany(limit: 200)]) }
    let next = try wishes.map { sent in
      guard let kind = SeatingWish.Kind(rawValue: sent.kind) else { throw Problem.fields(["kind": .unknownChoice]) }
      let badges = try sent.badges.map { try badge($0) }
      guard badges.count <= 50 else { throw Problem.fields(["badges": .tooMany(limit: 50)]) }
      guard let wish = SeatingWish(kind, badges) else { throw Problem.fields(["badges": .missing]) }
      return wish
    }
    let hasMore = !Set(next).isSubset(of: desk.plan.wishes)
    if hasMore, let conflict = SeatingConflict.first(in: next) {
      throw SeatingComplaint.contradicts(conflict.wishes.dropLast())
    }
    desk.plan.wishes = next
  }

  /// `PUT …/publish` with `{"version","published"}`: shows the tables on phones and projector, or no longer.
  static let publish = handler { desk, body, _ in
    guard !desk.plan.seating.tables.isEmpty else { throw SeatingComplaint.nobody }
    desk.plan.isPublished = body.published ?? true
  }

  /// The most people a plan counts on: all there are badges for would take minutes.
  private static let mostExpected = 2_000

  private static func handler(
    _ change: @escaping @Sendable (inout SeatingDesk, Body, LiveRoom) throws -> Void
  ) -> Handler {
    { call in
      let (room, id, body) = (try call.room(), call.gatheringID, try call.request.json(Body.self))
      var desk = try room.store.read { try SeatingDesk(id, $0) }
      guard body.version == desk.version else { return try changedMeanwhile(call) }
      // Worked out here and not within the change: nothing else could be written for as long as it takes.
      do { try change(&desk, body, room) } catch let complaint as SeatingComplaint {
        return .response(try refusal(complaint, SeatingWords(room)))
      }
      let (plan, version, role) = (desk.plan, desk.version, call.role)
      do { _ = try room.store.write { try $0.save(plan, of: id, replacing: version, by: role) } } catch let error
        as StoreError where error.cause == .conflict
      {
        return try changedMeanwhile(call)
      }
      return try ShowSeating.answer(call)
    }
  }

  private static func badge(_ number: Int?) throws -> Badge {
    guard let badge = Badge(number ?? 0) else { throw Problem.fields(["badge": .unknownReference]) }
    return badge
  }

  private static func counts(_ expected: [String: Int], _ framework: FrameworkContent) throws -> [String: Int] {
    for (group, count) in expected {
      guard framework.knows(group, in: .stakeholderGroups) else { throw Problem.fields([group: .unknownChoice]) }
      guard count >= 0 else { throw Problem.fields([group: .wrongType]) }
      guard count <= mostExpected else { throw Problem.fields([group: .tooMany(limit: mostExpected)]) }
    }
    guard expected.values.reduce(0, +) <= mostExpected else {
      throw Problem.fields(["expected": .tooMany(limit: mostExpected)])
    }
    return expected.filter { $0.value > 0 }
  }

  private struct Refusal: Encodable {
    var type: String
    let title: String
    let status: Int
    let detail: String
    var current: SeatingView?
  }

  private static func refusal(_ complaint: SeatingComplaint, _ words: SeatingWords) throws -> HTTPResponse {
    problem(
      try ViewJSON.bytes(
        Refusal(
          type: "/problemen/seating", title: words.words["seating.complaints.title"],
          status: HTTPStatus.unprocessableContent.rawValue, detail: words.complaint(complaint))), .unprocessableContent)
  }

  private static func changedMeanwhile(_ call: Call) throws -> Answer {
    let refusal = Refusal(
      type: "/problemen/changed", title: call.words["seating.changed.title"], status: HTTPStatus.conflict.rawValue,
      detail: call.words["seating.changed.detail"], current: try ShowSeating.view(call))
    return .response(problem(try ViewJSON.bytes(refusal), .conflict))
  }

  private static func problem(_ body: [UInt8], _ status: HTTPStatus) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: ["Content-Type": "application/problem+json", "Cache-Control": "no-store"], body: body)
  }
}
