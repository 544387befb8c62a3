/// What is the matter with an answer; its words are in the catalogue (`faults.…`).
public enum FieldFault: Hashable, Sendable {
  case missing
  case tooLong(limit: Int, actual: Int)
  case tooMany(limit: Int)
  case unknownChoice
  case unknownField
  case wrongType
  case notADate
  /// A date that lies before the one it has to follow.
  case tooEarly
  /// Something it points to is not there, or is not of a kind it may point to.
  case unknownReference
  /// A photo that is not a JPEG or cannot be read.
  case unreadablePhoto
  case notATime
  case notAnEmail
  case notAPhone
  /// An end that is not after its start.
  case endsBeforeStart
  /// The time is taken by something else, named by its title.
  case overlaps(with: String)
  /// Contact data without the consent to keep it.
  case needsConsent

  /// What to tell the person, and what to do about it.
  public func message(_ words: Catalogue) -> String {
    switch self {
    case .missing: words["faults.missing"]
    case .tooLong(let limit, let actual):
      words("faults.tooLong", ["limit": String(limit), "over": String(actual - limit)])
    case .tooMany(let limit): words("faults.tooMany", ["limit": String(limit)])
    case .unknownChoice: words["faults.unknownChoice"]
    case .unknownField: words["faults.unknownField"]
    case .wrongType: words["faults.wrongType"]
    case .notADate: words["faults.notADate"]
    case .tooEarly: words["faults.tooEarly"]
    case .unknownReference: words["faults.unknownReference"]
    case .unreadablePhoto: words["faults.unreadablePhoto"]
    case .notATime: words["faults.notATime"]
    case .notAnEmail: words["faults.notAnEmail"]
    case .notAPhone: words["faults.notAPhone"]
    case .endsBeforeStart: words["faults.endsBeforeStart"]
    case .overlaps(let title): words("faults.overlaps", ["title": title])
    case .needsConsent: words["faults.needsConsent"]
    }
  }
}
