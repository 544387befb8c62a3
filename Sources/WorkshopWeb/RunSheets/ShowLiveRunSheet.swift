import HTTPServer
import Workshop
import WorkshopStore

/// `GET /api/console/TRAJECT/run-sheet`: 200 with the run sheet of the day, as the console's stream sends it.
///
/// What is expected of a day moves with the clock too, and the stream tells of events only.
struct ShowLiveRunSheet {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let view = try room.store.read { try Views(room: room, reader: $0).runSheet() }
    return .response(try ViewJSON.response(view))
  }
}
