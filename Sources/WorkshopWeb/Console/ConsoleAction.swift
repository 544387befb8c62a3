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
      let sequence = try refusing { refuse in
        try room.store.write { change in
          do { try work(change) } catch let problem as Problem { throw refuse(problem) }
          return try change.reader.lastSequence()
        }
      }
      return .response(try ViewJSON.response(Done(seq: sequence)))
    }
  }

  /// Lets a change be taken back with a problem of the page's: the store itself hands on no errors but its own.
  private static func refusing<Value>(
    _ write: (@escaping @Sendable (Problem) -> StoreError) throws -> Value
  ) throws -> Value {
    let refused = Locked<Problem?>(nil)
    do {
      return try write { problem in
        refused.withLock { $0 = problem }
        return StoreError("change", .notEditable)
      }
    } catch { throw refused.withLock { $0 } ?? error }
  }
}

extension Call {
  /// In what capacity the console's user acts.
  var role: JournalEntry.Role {
    if case .staff(let grant) = caller, grant.role == .moderator { .moderator } else { .facilitator }
  }
}
