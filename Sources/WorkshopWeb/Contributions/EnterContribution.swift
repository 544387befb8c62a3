import HTTPServer
import Workshop
import WorkshopStore

/// `POST …/contributions`: enters what was told on paper or aloud; the same form, the same place in the report.
///
/// With `"sheet"`, the code of a printed story form, it takes that sheet's id and the route `paper`, so that a sheet
/// entered twice is one story and the card that went home with its teller works. 201 with the receipt, again for the same
/// again; 422 at `sheet` for a code that stands on no sheet, and for a sheet that was entered with other answers.
struct EnterContribution {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let (incoming, role) = (try IncomingSubmission(call.request), call.role)
    let sheet = try paperSheet(incoming.sheetCode(), in: room)
    return .deferred { responder in
      incoming.read(framework: room.framework) { result in
        do {
          let entered = try result.get().with(allowing: [.facilitator, .paper, .scribe])
          let submission = sheet.map { entered.onPaper(as: $0.contribution) } ?? entered
          let prepared = try room.prepare(submission, owner: nil)
          room.store.enqueue({ try $0.submit(prepared, by: role) }) { result in
            respond(result, isOnSheet: sheet != nil, call: call, responder: responder)
          }
        } catch { responder.respond(call.application.failure(error, call.request.head)) }
      }
    }
  }

  private static func paperSheet(_ typed: String?, in room: LiveRoom) throws -> PaperSheet? {
    guard let typed else { return nil }
    guard let sheet = room.store.paperSheet(typed: typed) else { throw Problem.fields(["sheet": .unknownSheet]) }
    return sheet
  }

  private static func respond(
    _ result: Result<Receipt, StoreError>, isOnSheet: Bool, call: Call, responder: Responder
  ) {
    if isOnSheet, case .failure(let error) = result, error.cause == .conflict {
      return responder.respond(call.application.failure(Problem.fields(["sheet": .sheetTaken]), call.request.head))
    }
    SubmitContribution.respond(result, call: call, responder: responder)
  }
}
