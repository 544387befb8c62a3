/// What people are recruited by; the terms of each list are the traject's own.
public enum RecruitmentList: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  /// The groups that make the maximal mix (seed 001: policy makers, partners, volunteers, parents, children, youth).
  case stakeholderGroups
  /// The life domains that partner organisations come from (seed 001: "actief binnen verschillende levensdomeinen").
  case lifeDomains

  /// The list of the framework its terms are in.
  public var terms: TermList {
    switch self {
    case .stakeholderGroups: .stakeholderGroups
    case .lifeDomains: .lifeDomains
    }
  }
}
