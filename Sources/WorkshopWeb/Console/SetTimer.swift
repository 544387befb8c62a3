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
    let (role, now) = (call.role, room.clock.now)
    let body = try call.request.json(Body.self)
    let update = try update(body, now: now)
    return { try $0.setRoom(.timerChanged, body.action, by: role, update) }
  }

  private static func update(_ body: Body, now: Date) throws -> @Sendable (inout RoomState) -> Void {
    let seconds = body.seconds ?? 0
    guard abs(seconds) <= longest else { throw Problem.fields(["seconds": .unknownChoice]) }
    switch body.action {
    case "start":
      guard seconds > 0 else { throw Problem.fields(["seconds": .missing]) }
      return { $0.timer = RoundTimer(seconds: seconds, hasSwap: body.swap ?? false, now: now) }
    case "add": return { $0.timer?.add(seconds: seconds, now: now) }
    case "pause": return { $0.timer?.pause(now: now) }
    case "resume": return { $0.timer?.resume(now: now) }
    case "stop": return { $0.timer = nil }
    default: throw Problem.fields(["action": .unknownChoice])
    }
  }
}
