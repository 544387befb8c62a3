import HTTPServer
import Workshop
import WorkshopStore

/// What a sender gets back.
struct ReceiptView: Encodable, Sendable {
  let id: ContributionID
  let number: Int64
  let kind: ContributionKind
  let state: ContributionState
  let version: Int
  let late: Bool
  let code: String
  let seq: Int64

  init(_ receipt: Receipt) {
    id = receipt.id
    number = receipt.number
    kind = receipt.kind
    // What a sender is told is how it was received, so that sending again gives the same answer.
    state = .waiting
    version = receipt.version
    late = receipt.isLate
    code = receipt.code.description
    seq = receipt.sequence
  }

  func response(_ status: HTTPStatus) throws -> HTTPResponse {
    try ViewJSON.response(self, status: status)
  }
}
