import HTTPServer
import Workshop
import WorkshopStore

/// How somebody who joined an action wants to be reached: with consent, under an id their own phone made.
enum LeaveContact {
  private struct Body: Decodable {
    let action: String
    let name: String
    let reach: String
    let consents: Bool
  }

  private struct View: Encodable { let id: ContactID }

  private static let limit = 120

  /// `PUT /api/contacts/ID` with `{"action","name","reach","consents"}`: 200 with the id, the same again replaces it; 422
  /// by field without a name, without a way to be reached, or without consent.
  static func put(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let id: ContactID = try call.id("contact")
    let body = try call.request.json(Body.self)
    guard let action = ContributionID(uuid: body.action) else { throw Problem.notFound }
    let (name, reach) = (body.name.printable.trimmingSpaces(), body.reach.printable.trimmingSpaces())
    let faults = Self.faults(name: name, reach: reach, consents: body.consents)
    guard faults.isEmpty else { throw Problem.fields(faults) }
    let isEmail = reach.contains("@")
    let now = guest.room.clock.now
    try guest.room.store.write { change in
      try change.leave(
        Contact(id: id, name: name, email: isEmail ? reach : "", phone: isEmail ? "" : reach, consentedAt: now),
        with: action)
    }
    return .response(try ViewJSON.response(View(id: id)))
  }

  /// `DELETE /api/contacts/ID`: erases it for good; 404 where there is nothing under that id.
  static func erase(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    try guest.room.spend(guest.session)
    let id: ContactID = try call.id("contact")
    try guest.room.store.write { try $0.eraseContact(id, by: .participant) }
    return .response(try ViewJSON.response(View(id: id)))
  }

  private static func faults(name: String, reach: String, consents: Bool) -> [String: FieldFault] {
    var faults: [String: FieldFault] = [:]
    for (field, text) in [("name", name), ("reach", reach)] {
      if text.isEmpty { faults[field] = .missing }
      if text.count > limit { faults[field] = .tooLong(limit: limit, actual: text.count) }
    }
    if !consents { faults["consents"] = .needsConsent }
    return faults
  }
}
