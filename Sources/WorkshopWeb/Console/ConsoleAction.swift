import HTTPServer
import Workshop
import WorkshopStore

/// A change made from the console: run on a worker's thread, committed, answered with its place in the journal.
enum ConsoleAction {
  private struct Done: Encodable { let seq: Int64 }

  /// Makes a handler of a change to the room's file.
  static func handler(_ change: @escaping @Sendable (Call, LiveRoom) throws -> @Sendable (Change) throws -> Void)
    -> Handler
  {
    { call in
      let room = try call.room()
      let work = try change(call, room)
      let sequence = try room.store.write { change in
        try work(change)
        return try change.reader.lastSequence()
      }
      return .response(try ViewJSON.response(Done(seq: sequence)))
    }
  }
}

extension Call {
  /// In what capacity the console's user acts.
  var role: JournalEntry.Role {
    if case .staff(let grant) = caller, grant.role == .moderator { .moderator } else { .facilitator }
  }
}
