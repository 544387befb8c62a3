import HTTPServer
import Workshop
import WorkshopStore

/// `GET /api/step`: 200 with the open step as a form, 204 when none is open.
struct ShowStep {
  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    let room = guest.room
    let step = try room.store.read { try $0.room() }.step.flatMap { StepDefinition.shipped($0) }
    guard let step else { return .response(.empty(.noContent)) }
    // What a device itself did in these is told elsewhere: the step is the same for all.
    if step.activity == .forms || step.activity == .choosing {
      let bytes = try room.stepView {
        try ViewJSON.bytes(room.store.read { try StepView(step, room: room, reader: $0) })
      }
      return .response(ViewJSON.response(bytes))
    }
    let view = try room.store.read { try StepView(step, room: room, reader: $0).own(by: guest.owner, reader: $0) }
    return .response(try ViewJSON.response(view))
  }
}
