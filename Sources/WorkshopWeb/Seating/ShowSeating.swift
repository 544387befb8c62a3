import HTTPServer
import Workshop
import WorkshopStore

/// `GET /begeleider/TRAJECT/voorbereiding/tafels/GATHERING`: 200 with the page of its tables, 404 for no such gathering.
struct ShowSeatingPage {
  static func answer(_ call: Call) throws -> Answer {
    let (room, id) = (try call.room(), call.gatheringID)
    let gathering = try room.store.read { try SeatingDesk(id, $0).gathering }
    return try call.page(
      "seating", at: .gatherings, section: "seating",
      title: call.words("seating.of", ["gathering": gathering.name(call.words)]),
      ["gathering": id.rawValue, "trajectID": room.trajectory.id.rawValue])
  }
}

/// `GET /api/console/TRAJECT/seating/GATHERING`: 200 with the tables, their mix and the wishes; 404 for no such gathering.
struct ShowSeating {
  static func answer(_ call: Call) throws -> Answer {
    .response(try ViewJSON.response(try view(call)))
  }

  static func view(_ call: Call) throws -> SeatingView {
    let (room, id) = (try call.room(), call.gatheringID)
    return SeatingView(try room.store.read { try SeatingDesk(id, $0) }, SeatingWords(room))
  }
}

extension SeatingWords {
  init(_ room: LiveRoom) { self.init(words: room.words, framework: room.framework) }
}
