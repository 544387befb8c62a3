import HTTPServer
import Workshop
import WorkshopStore

/// `GET /terugnemen`: the page to take a contribution back by its code, also months later and on any device.
struct ShowWithdrawPage {
  static func answer(_ call: Call) throws -> Answer {
    .response(call.application.pages.withdraw(code: "", isDone: false, problem: nil))
  }
}

/// `POST /terugnemen` with the form's `code`: the page again, with what happened and what was typed.
struct WithdrawFromPage {
  static func answer(_ call: Call) throws -> Answer {
    let pages = call.application.pages
    guard call.request.isMultipart else { throw Problem.wrongMediaType }
    let parts = try Multipart.parse(
      call.request.body, contentType: call.request.head.headers["Content-Type"] ?? "")
    let values = parts.reduce(into: [String: String]()) { $0[$1.name] = String(decoding: $1.bytes, as: UTF8.self) }
    guard pages.formToken.matches(values["csrf"] ?? "") else { throw Problem.foreignOrigin }
    let code = values["code"] ?? ""
    do {
      _ = try WithdrawContribution.withdraw(typed: code, application: call.application)
      return .response(pages.withdraw(code: "", isDone: true, problem: nil))
    } catch let problem as Problem {
      return .response(pages.withdraw(code: code, isDone: false, problem: problem))
    }
  }
}
