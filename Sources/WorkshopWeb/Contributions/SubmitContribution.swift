import HTTPServer
import Workshop
import WorkshopStore

/// `POST /api/contributions`, JSON or multipart with a photo: 201 with the receipt once it is stored.
///
/// The same again gives the same receipt; 409 for a known id with another body, 422 with what to correct by field, 413
/// and 415 for a photo, 429 when the device sends too much at once. A closed step is no reason to refuse: the entry is
/// kept and marked late.
struct SubmitContribution {
  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let incoming = try IncomingSubmission(call.request)
    return .deferred { responder in
      incoming.read(framework: guest.room.framework) { result in
        do {
          let submission = try result.get().with(allowing: [.phone, .scribe])
          Self.store(submission, guest: guest, call: call, responder: responder)
        } catch { responder.respond(call.application.failure(error, call.request.head)) }
      }
    }
  }

  private static func store(_ submission: Submission, guest: Guest, call: Call, responder: Responder) {
    do {
      let prepared = try guest.room.prepare(submission, owner: guest.owner)
      guest.room.store.enqueue({ try $0.submit(prepared) }) { result in
        respond(result, call: call, responder: responder)
      }
    } catch { responder.respond(call.application.failure(error, call.request.head)) }
  }

  /// Answers with the receipt, or with why there is none.
  static func respond(_ result: Result<Receipt, StoreError>, call: Call, responder: Responder) {
    do {
      responder.respond(try ReceiptView(result.get()).response(.created))
    } catch { responder.respond(call.application.failure(error, call.request.head)) }
  }
}

extension Submission {
  /// The submission, if it came by one of these routes; throws otherwise.
  func with(allowing routes: Set<EntryRoute>) throws -> Submission {
    guard routes.contains(origin.route) else { throw Problem.fields(["route": .unknownChoice]) }
    return self
  }
}
