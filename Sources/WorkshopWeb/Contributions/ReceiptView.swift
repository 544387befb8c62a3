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

  /// Written out here and not by an encoder, which would take as long as all of the rest of the answer: nothing in it
  /// needs escaping. The order of the keys is that of every other answer.
  func response(_ status: HTTPStatus) -> HTTPResponse {
    let text = """
      {"code":"\(code)","id":"\(id)","kind":"\(kind.rawValue)","late":\(late),"number":\(number),"seq":\(seq),\
      "state":"\(state.rawValue)","version":\(version)}
      """
    let bytes: [UInt8] = Array(text.utf8)
    return ViewJSON.response(bytes, status: status)
  }
}
