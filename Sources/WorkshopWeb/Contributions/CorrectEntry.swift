import HTTPServer
import Workshop
import WorkshopStore

/// `PUT …/contributions/ID` with the entry and the `version` that was corrected: 200 with the receipt.
///
/// Only for what was entered on the console; 404 for what a phone sent, 409 where the version is not the latest.
struct CorrectEntry {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let id: ContributionID = try call.id("id")
    let (incoming, role) = (try IncomingSubmission(call.request), call.role)
    let version = try incoming.version()
    return .deferred { responder in
      incoming.read(framework: room.framework) { result in
        do {
          let submission = try result.get().with(allowing: [.facilitator, .paper, .scribe])
          guard submission.id == id else { throw Problem.notFound }
          let prepared = try room.store.prepare(submission, owner: nil)
          room.store.enqueue({ try $0.correct(prepared, version: version, by: role) }) { result in
            do { responder.respond(try ReceiptView(result.get()).response(.ok)) } catch {
              responder.respond(call.application.failure(error, call.request.head))
            }
          }
        } catch { responder.respond(call.application.failure(error, call.request.head)) }
      }
    }
  }
}
