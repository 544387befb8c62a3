import HTTPServer
import Workshop
import WorkshopStore

/// `PUT /api/contributions/ID` with the submission and the `version` that was edited: 200 with the receipt.
///
/// Only for the device that sent it and while its step is open; 409 otherwise, also where the version is not the latest.
struct EditContribution {
  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let id: ContributionID = try call.id("id")
    let incoming = try IncomingSubmission(call.request)
    let version = try incoming.version()
    return .deferred { responder in
      incoming.read(framework: guest.room.framework) { result in
        do {
          let submission = try result.get().with(allowing: [.phone, .scribe])
          guard submission.id == id else { throw Problem.notFound }
          let prepared = try guest.room.prepare(submission, owner: guest.owner)
          guest.room.store.enqueue({ try $0.edit(prepared, version: version, owner: guest.owner) }) { result in
            do { responder.respond(try ReceiptView(result.get()).response(.ok)) } catch {
              responder.respond(call.application.failure(error, call.request.head))
            }
          }
        } catch { responder.respond(call.application.failure(error, call.request.head)) }
      }
    }
  }
}
