public import Workshop

/// A validated submission with all that can be worked out before it reaches the writer, so that the one thread that
/// writes only writes.
public struct PreparedSubmission: Sendable {
  let submission: Submission
  let owner: OwnerKey?
  let body: String
  let groups: String
  let consents: String
  let requestHash: [UInt8]
  let withdrawalHash: [UInt8]
  let searchText: String
  /// Whether something in it has to be read before it may be seen, so that it is never released at once; true until somebody
  /// looked.
  public var mustBeRead = true
  /// The code for its teller.
  public let code: WithdrawalCode
}

extension TrajectoryStore {
  /// Prepares a submission; `owner` is the device it came from, or nil where it was entered by a facilitator.
  public func prepare(_ submission: Submission, owner: OwnerKey?) throws -> PreparedSubmission {
    let code = WithdrawalCode(for: submission.id, secret: secret)
    return PreparedSubmission(
      submission: submission, owner: owner, body: JSONText.of(submission.body),
      groups: JSONText.of(submission.teller.groups), consents: JSONText.of(submission.teller.consentNames),
      requestHash: submission.fingerprint(), withdrawalHash: code.hash(secret: secret),
      searchText: SearchText.of(submission.body), code: code)
  }

  /// The code of a contribution, for the device that sent it.
  public func withdrawalCode(for id: ContributionID) -> WithdrawalCode {
    WithdrawalCode(for: id, secret: secret)
  }

  /// The hash a typed code is found by.
  func hash(of code: WithdrawalCode) -> [UInt8] { code.hash(secret: secret) }
}

extension Submission {
  /// Equal for the same submission sent again, different where anything in it differs.
  fileprivate func fingerprint() -> [UInt8] {
    var sent = JSONText()
    sent.append([
      kind.rawValue, step.rawValue, origin.route.rawValue, origin.table ?? "", origin.language.rawValue,
      teller.hasGuardianConsent ? "guardian" : "",
    ])
    // Only where it is named: what was sent before gatherings were must stay the same submission.
    if let gathering = origin.gathering { sent.append(gathering.rawValue) }
    sent.append(teller.groups)
    sent.append(teller.consentNames)
    sent.append(body)
    sent.append(links.flatMap { [$0.relation.rawValue, $0.to] })
    return Digest.sha256(photo.map { sent.bytes + Digest.sha256($0) } ?? sent.bytes)
  }
}

extension Teller {
  /// In a fixed order, so that the same consents are always the same text.
  fileprivate var consentNames: [String] { Consent.allCases.filter(consents.contains).map(\.rawValue) }
}

/// What the search index holds of a contribution.
enum SearchText {
  static func of(_ body: Body) -> String {
    body.sorted { $0.key < $1.key }.compactMap { entry in
      if case .text(let text) = entry.value { text } else { nil }
    }.joined(separator: "\n")
  }
}
