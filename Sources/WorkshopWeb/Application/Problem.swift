import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// Why a call cannot be done, as its sender is told (RFC 9457); the words are in the catalogue (`problems.NAME`).
struct Problem: Error, Sendable {
  /// The name in the catalogue and in the type of the answer.
  let name: String
  let status: HTTPStatus
  /// What has to be corrected, by field.
  var fields: [String: FieldFault] = [:]
  /// In how many seconds it is worth trying again.
  var retryAfter: Int?
  /// What is there now, for who was told that somebody else was first; nil where nothing is to be shown.
  var current: (any Encodable & Sendable)?
  /// Which of its texts says what to do (`problems.NAME.DETAIL`).
  var detail = "detail"
  /// What fills that text.
  var values: [String: String] = [:]

  static let notFound = Problem(name: "notFound", status: .notFound)
  static let noSession = Problem(name: "noSession", status: .unauthorized)
  static let noAccess = Problem(name: "noAccess", status: .unauthorized)
  static let foreignOrigin = Problem(name: "foreignOrigin", status: .forbidden)
  static let wrongHost = Problem(name: "wrongHost", status: .misdirectedRequest)
  static let unreadable = Problem(name: "unreadable", status: .badRequest)
  static let wrongCode = Problem(name: "wrongCode", status: .notFound)
  static let wrongMediaType = Problem(name: "wrongMediaType", status: .unsupportedMediaType)
  static let conflict = Problem(name: "conflict", status: .conflict)
  static let superseded = Problem(name: "superseded", status: .conflict)
  static let closed = Problem(name: "closed", status: .conflict)
  static let tooFarBehind = Problem(name: "tooFarBehind", status: .conflict)
  static let diskFull = Problem(name: "diskFull", status: .insufficientStorage, retryAfter: 30)
  static let notSaved = Problem(name: "notSaved", status: .serviceUnavailable, retryAfter: 5)
  static let damaged = Problem(name: "damaged", status: .serviceUnavailable, retryAfter: 60)

  static func tooMany(retryAfter: Int) -> Problem {
    Problem(name: "tooMany", status: .tooManyRequests, retryAfter: retryAfter)
  }

  static func fields(_ faults: [String: FieldFault]) -> Problem {
    Problem(name: "fields", status: .unprocessableContent, fields: faults)
  }
}

extension Problem {
  /// The one place where an error becomes a status and words.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let fault as SubmissionFault: self.init(fault)
    case let error as StoreError: self.init(error)
    case is MultipartError, is DecodingError: self = .unreadable
    default: self.init(name: "unexpected", status: .serviceUnavailable, retryAfter: 5)
    }
  }

  private init(_ fault: SubmissionFault) {
    switch fault {
    case .unreadable: self = .unreadable
    case .badID: self.init(name: "badID", status: .unprocessableContent)
    case .unknownStep: self.init(name: "unknownStep", status: .unprocessableContent)
    case .wrongKind: self.init(name: "wrongKind", status: .unprocessableContent)
    case .unknownGroup: self = .fields(["groups": .unknownChoice])
    case .fields(let faults):
      self = .fields(faults.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
    }
  }

  private init(_ error: StoreError) {
    switch error.cause {
    case .missing, .unknown: self = .notFound
    case .conflict, .exists: self = .conflict
    case .notEditable: self = .closed
    case .stillOpen: self.init(name: "itemRuns", status: .conflict)
    case .superseded: self = .superseded
    case .circular: self.init(name: "themeCircle", status: .conflict)
    case .full: self.init(name: "blockFull", status: .conflict, detail: "none")
    case .gone: self.init(name: "proposalGone", status: .conflict)
    case .decidedOtherwise: self.init(name: "decidedOtherwise", status: .conflict)
    case .editedMeanwhile: self.init(name: "editedMeanwhile", status: .conflict)
    case .outdated: self.init(name: "outdated", status: .conflict)
    case .cannotMerge(let fault): self.init(name: "cannotMerge.\(fault.rawValue)", status: .conflict)
    case .badReference(let field): self = .fields([field: .unknownReference])
    case .diskFull: self = .diskFull
    case .damaged, .tooNew: self = .damaged
    case .inUse, .writeFailed, .closing: self = .notSaved
    }
  }

  /// The answer for a script.
  func response(_ words: Catalogue) -> HTTPResponse {
    struct Body: Encodable {
      let type: String
      let title: String
      let status: Int
      let detail: String
      let fields: [String: String]?
      let retryAfter: Int?
      let current: Current?
    }
    struct Current: Encodable {
      let view: any Encodable & Sendable

      func encode(to encoder: any Encoder) throws { try view.encode(to: encoder) }
    }
    let body = Body(
      type: "/problemen/\(name)", title: words["problems.\(name).title"], status: status.rawValue,
      detail: words("problems.\(name).\(detail)", values),
      fields: fields.isEmpty ? nil : fields.mapValues { $0.message(words) }, retryAfter: retryAfter,
      current: current.map(Current.init))
    var response = HTTPResponse(status: status, headers: ["Content-Type": "application/problem+json"])
    response.headers["Cache-Control"] = "no-store"
    if let retryAfter { response.headers["Retry-After"] = String(retryAfter) }
    response.body = (try? Array(ViewJSON.encoder().encode(body))) ?? []
    return response
  }
}
