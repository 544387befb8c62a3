import HTTPServer

/// `GET /terugnemen`: the page to take a contribution back by its code, also months later and on any device.
struct ShowWithdrawPage {
  static func answer(_ call: Call) throws -> Answer {
    .response(call.application.pages.withdraw())
  }
}
