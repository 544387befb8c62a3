import HTTPServer
import Workshop
import WorkshopStore

/// A body that says which person on a phone it is of; the first where it does not.
protocol PersonalBody: Decodable, Sendable {
  var person: Int? { get }
}

/// What one person on a phone chooses and may choose anew: dots, a stance, a building block, a team, answers to the scan.
struct PersonalChoice<Body: PersonalBody>: Sendable {
  let guest: Guest
  let body: Body
  let voter: Voter
  private let call: Call

  /// Reads it, which counts as one of what a phone may send; throws 422 on `person` for one there cannot be.
  init(_ call: Call) throws {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let body = try call.request.json(Body.self)
    guard let voter = Voter(owner: guest.owner, person: body.person ?? 0) else {
      throw Problem.fields(["person": .unknownChoice])
    }
    (self.call, self.guest, self.body, self.voter) = (call, guest, body, voter)
  }

  /// Answers with what the view makes of the change, once it is stored for good; `refused` says a failure more precisely.
  func keep<Value: Sendable, View: Encodable & Sendable>(
    _ change: @escaping @Sendable (Change) throws -> Value,
    refused: @escaping @Sendable (StoreError) -> any Error = { $0 },
    view: @escaping @Sendable (Value) -> View
  ) -> Answer {
    .deferred { responder in
      guest.room.store.enqueue(change) { result in
        do {
          responder.respond(try ViewJSON.response(view(try result.get())))
        } catch {
          let told = (error as? StoreError).map(refused) ?? error
          responder.respond(call.application.failure(told, call.request.head))
        }
      }
    }
  }
}
