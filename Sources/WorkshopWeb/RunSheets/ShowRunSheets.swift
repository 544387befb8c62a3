import HTTPServer
import Workshop
import WorkshopStore

/// `GET …/run-sheets/GATHERING`: 200 with the run sheet as its editor draws it, 404 where there is no such gathering.
struct ShowRunSheet {
  static func answer(_ call: Call) throws -> Answer {
    let (room, id) = (try call.room(), call.gatheringID)
    let view = try room.store.read { try RunSheetEditorView(id, reader: $0, words: room.words) }
    return .response(try ViewJSON.response(view))
  }
}

/// `GET …/run-sheets`: 200 with every run sheet that can be copied from, of all trajects; a moderator, who copies
/// nothing, is told of the own traject's.
struct ShowRunSheets {
  private struct View: Encodable { let sheets: [Sheet] }

  private struct Sheet: Encodable {
    let traject: TrajectoryID
    let house: String
    let gathering: GatheringID
    let title: String
    let items: Int
  }

  static func answer(_ call: Call) throws -> Answer {
    let own = try call.room()
    let library = call.application.library
    let others = call.role == .facilitator ? library.ids().filter { $0 != own.trajectory.id } : []
    // Those that are not open stay closed, and one that cannot be read is no reason to show none.
    let copied = others.compactMap { try? library.read($0) { try sheets($0, own.words, isOther: true) } }
    let listed = try own.store.read { try sheets($0, own.words, isOther: false) } + copied.joined()
    return .response(try ViewJSON.response(View(sheets: listed)))
  }

  /// The run sheets of a traject; of another none where it is a rehearsal.
  private static func sheets(_ reader: Reader, _ words: Catalogue, isOther: Bool) throws -> [Sheet] {
    let trajectory = try reader.trajectory()
    guard !isOther || !trajectory.isRehearsal else { return [] }
    let counts = try reader.runSheetLengths()
    return try reader.gatherings().map { gathering in
      Sheet(
        traject: trajectory.id, house: trajectory.house, gathering: gathering.id, title: gathering.name(words),
        items: counts[gathering.id] ?? 0)
    }
  }
}

extension Call {
  /// The gathering in the path; whether it is there, is for the file to say.
  var gatheringID: GatheringID { GatheringID(request.parameters["gathering"] ?? "") }
}
