import HTTPServer

/// `GET /api/events`: the stream of a phone, which carries the state of the room and nothing else.
struct FollowRoom {
  static func answer(_ call: Call) throws -> Answer {
    .events(try call.guest().room.followState())
  }
}
