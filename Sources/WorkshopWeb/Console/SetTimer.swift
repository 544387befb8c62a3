import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// `POST …/timer` with `{"action"}`: `start` (with `seconds`, `swap`), `add` (with `seconds`), `pause`, `resume`, `stop`.
enum SetTimer {
  private struct Body: Decodable {
    let action: String
    let seconds: Int?
    let swap: Bool?
  }

  /// A round longer than this is a slip of the finger.
  private static let longest = 8 * 60 * 60

  static let handler = ConsoleAction.handler { call, room in
    let role = call.role
    let body = try call.request.json(Body.self)
    try check(body)
    return { change in
      let now = room.timerClock.now(for: try change.room().timer)
      try change.setRoom(.timerChanged, body.action, by: role) { update(&$0.timer, body, now: now) }
    }
  }

  private static func check(_ body: Body) throws {
    let seconds = body.seconds ?? 0
    guard ["start", "add", "pause", "resume", "stop"].contains(body.action) else {
      throw Problem.fields(["action": .unknownChoice])
    }
    guard (-longest...longest).contains(seconds) else { throw Problem.fields(["seconds": .unknownChoice]) }
    if body.action == "start", seconds <= 0 { throw Problem.fields(["seconds": .missing]) }
  }

  private static func update(_ timer: inout RoundTimer?, _ body: Body, now: Date) {
    let seconds = body.seconds ?? 0
    switch body.action {
    case "start": timer = RoundTimer(seconds: seconds, hasSwap: body.swap ?? false, now: now)
    case "add": timer?.add(seconds: seconds, now: now)
    case "pause": timer?.pause(now: now)
    case "resume": timer?.resume(now: now)
    default: timer = nil
    }
  }
}
