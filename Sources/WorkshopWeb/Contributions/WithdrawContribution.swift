import HTTPServer
import Workshop
import WorkshopStore

/// `POST /api/withdrawals` with `{"code"}`: takes a contribution back for good, at any time and without a session.
///
/// 200 with its id and kind; 404 for a code nobody has, with a budget on wrong ones; the same code again changes nothing.
struct WithdrawContribution {
  private struct Body: Decodable { let code: String }

  private struct View: Encodable {
    let id: ContributionID
    let kind: ContributionKind
    let state: ContributionState
  }

  static func answer(_ call: Call) throws -> Answer {
    let code = try call.request.json(Body.self).code
    let withdrawn = try withdraw(typed: code, application: call.application)
    return .response(
      try ViewJSON.response(View(id: withdrawn.id, kind: withdrawn.kind, state: withdrawn.state)))
  }

  /// Withdraws what a typed code belongs to, in whichever traject; throws `.wrongCode` or `.tooMany`.
  static func withdraw(typed: String, application: WorkdayApplication) throws -> Contribution {
    let store = try application.contribution(ofCode: typed).room.store
    guard let code = WithdrawalCode(typed: typed) else { throw Problem.wrongCode }
    return try store.write { try $0.withdraw(code, in: store) }
  }
}
