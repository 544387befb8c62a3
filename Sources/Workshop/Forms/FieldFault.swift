/// What is the matter with an answer; its words are in the catalogue (`faults.…`).
public enum FieldFault: Hashable, Sendable {
  case missing
  case tooLong(limit: Int, actual: Int)
  case tooMany(limit: Int)
  case unknownChoice
  case unknownField
  case wrongType
  case notADate
  case notATime
  case notANumber
  case notAnEmail
  case notATelephone
  case tooLow(least: Int)
  case tooHigh(most: Int)
  /// An end that does not come after its start.
  case endBeforeStart
  /// Two workdays that do not follow each other (seed 001: "maximum 2 aansluitende dagen").
  case notConsecutive
  /// A moment at which something else was planned; names what.
  case overlaps(String)
  /// A second day where the plan is not one of two days.
  case onlyTwoDays
  /// A gathering that has begun, or in which something was told: it stays.
  case alreadyHeld
  /// A second day that was arranged, and would go without that being said.
  case dropsArranged
  /// A term that was used, and stays.
  case stillUsed
  /// A list of which nothing is left to choose from.
  case noneLeft
  /// A name that something else has already.
  case taken
  /// Someone else changed it after the form was opened; what it is now.
  case changedMeanwhile(current: String)
  /// A date that lies before the one it has to follow.
  case tooEarly
  /// An answer to a request that is no offer.
  case onlyOffersMeet
  /// Something it points to is not there, or is not of a kind it may point to.
  case unknownReference
  /// A photo that is not a JPEG or cannot be read.
  case unreadablePhoto
  /// A photo as an iPhone keeps it (HEIC), which most programs cannot read.
  case heicPhoto
  /// A picture or document of another kind than JPEG; names which.
  case photoOfKind(String)
  /// A photo of more bytes or pixels than are taken.
  case photoTooLarge
  /// A code that stands on no sheet of paper of this traject.
  case unknownSheet
  /// A sheet whose story was entered before, with other answers, or was taken back.
  case sheetTaken
  /// What only a run sheet can get wrong.
  case runSheet(RunSheetFault)
  /// Contact data without the consent to keep it.
  case needsConsent
  /// More people present than confirmed; carries how many confirmed.
  case aboveConfirmed(Int)

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
    case .notATime: words["faults.notATime"]
    case .notANumber: words["faults.notANumber"]
    case .notAnEmail: words["faults.notAnEmail"]
    case .notATelephone: words["faults.notATelephone"]
    case .tooLow(let least): words("faults.tooLow", ["least": String(least)])
    case .tooHigh(let most): words("faults.tooHigh", ["most": String(most)])
    case .endBeforeStart: words["faults.endBeforeStart"]
    case .notConsecutive: words["faults.notConsecutive"]
    case .onlyTwoDays: words["faults.onlyTwoDays"]
    case .overlaps(let other): words("faults.overlaps", ["other": other])
    case .alreadyHeld: words["faults.alreadyHeld"]
    case .dropsArranged: words["faults.dropsArranged"]
    case .stillUsed: words["faults.stillUsed"]
    case .noneLeft: words["faults.noneLeft"]
    case .taken: words["faults.taken"]
    case .changedMeanwhile(""): words["faults.emptiedMeanwhile"]
    case .changedMeanwhile(let current): words("faults.changedMeanwhile", ["current": current])
    case .tooEarly: words["faults.tooEarly"]
    case .onlyOffersMeet: words["faults.onlyOffersMeet"]
    case .unknownReference: words["faults.unknownReference"]
    case .unreadablePhoto: words["faults.unreadablePhoto"]
    case .heicPhoto: words["faults.heicPhoto"]
    case .photoOfKind(let kind): words("faults.photoOfKind", ["kind": kind])
    case .photoTooLarge: words["faults.photoTooLarge"]
    case .unknownSheet: words["faults.unknownSheet"]
    case .sheetTaken: words["faults.sheetTaken"]
    case .runSheet(let fault): fault.message(words)
    case .needsConsent: words["faults.needsConsent"]
    case .aboveConfirmed(let confirmed): words("faults.aboveConfirmed", ["confirmed": String(confirmed)])
    }
  }
}
