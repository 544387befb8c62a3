import HTTPServer
import Workshop
import WorkshopStore

/// What a sender gets back.
struct ReceiptView: Sendable {
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

  /// The receipt as JSON, its keys sorted as in every other answer.
  ///
  /// Written out here and not by an encoder, which takes several times as long; nothing in it needs escaping.
  func response(_ status: HTTPStatus) -> HTTPResponse {
    let text = """
      {"code":"\(code)","id":"\(id)","kind":"\(kind.rawValue)","late":\(late),"number":\(number),"seq":\(seq),\
      "state":"\(state.rawValue)","version":\(version)}
      """
    let bytes: [UInt8] = Array(text.utf8)
    return ViewJSON.response(bytes, status: status)
  }
}
