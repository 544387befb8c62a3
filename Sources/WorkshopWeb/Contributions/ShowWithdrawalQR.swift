import HTTPServer
import Workshop
import WorkshopStore

/// `GET /api/contributions/ID/code.svg`: the withdrawal code as a QR to photograph, for the device that sent it.
struct ShowWithdrawalQR {
  static func answer(_ call: Call) throws -> Answer {
    let guest = try call.guest()
    let id: ContributionID = try call.id("id")
    let isOwn = try guest.room.store.read { try $0.isOwned(id, by: guest.owner) }
    guard isOwn else { throw Problem.notFound }
    let code = guest.room.store.withdrawalCode(for: id)
    let address = try guest.room.joinAddress()
    guard let svg = QRCode.svg("\(address)/#code=\(code)") else { throw Problem.notFound }
    return .response(
      HTTPResponse(
        status: .ok, headers: ["Content-Type": "image/svg+xml", "Cache-Control": "no-store"], body: Array(svg.utf8)))
  }
}
