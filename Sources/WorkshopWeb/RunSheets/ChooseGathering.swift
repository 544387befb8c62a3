import HTTPServer
import Workshop
import WorkshopStore

/// `PUT …/gathering` with `{"gathering"}`: chooses which gathering's run sheet is on the console; what is told from now on
/// is told at that gathering.
///
/// A room that was closed is opened again for another gathering. 409 while an item or a step is open, since phones would
/// lose it; 422 for a gathering that is not there.
enum ChooseGathering {
  private struct Body: Decodable { let gathering: GatheringID }

  static let handler = ConsoleAction.handler { call, _ in
    let (role, id) = (call.role, try call.request.json(Body.self).gathering)
    return { change in
      guard try change.reader.gathering(id) != nil else { throw StoreError("gathering", .badReference("gathering")) }
      guard try change.reader.currentGathering()?.id != id else { return }
      let room = try change.room()
      guard room.item == nil, room.step == nil else { throw StoreError(id.rawValue, .stillOpen) }
      try change.setRoom(.gatheringChanged, id.rawValue, by: role) { state in
        (state.gathering, state.closedAt, state.timer, state.scene) = (id, nil, nil, .join)
      }
    }
  }
}
