public import struct Foundation.Date

/// One change, as the journal keeps it: who did what kind of thing to which subject, without any free text.
public struct JournalEntry: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable {
    case trajectoryChanged, frameworkChanged, preparationChanged, gatheringMade, gatheringChanged, gatheringRemoved
    case runSheetChanged, runSheetAdjusted, teamChanged, meetingChanged, taskChanged, recruitmentChanged
    case practicalHelpChanged, seatingChanged
    case trajectoryMade, joinCodeRotated, addressChosen, checkedIn
    case submitted, edited, released, held, putBack, withdrawn, guardianConsented, photoAllowed
    case reworded, putAsTold, split, splitOff, merged, confidantNoted, atOnceChanged
    case themeMade, themeChanged, themeFilled, themeEmptied, themeMerged, themeUnmerged, themeRemoved
    case dotsGiven, stanceTaken, designChosen, designChanged, scanAnswered
    case backed, contactLeft, contactErased, pledgeMatched, pledgeUnmatched, handedOver, handOverTakenBack
    case itemOpened, itemClosed, stepOpened, stepClosed, sceneChanged, timerChanged, revealed, dayClosed, dayReopened
  }

  /// In what capacity someone acted.
  public enum Role: String, Sendable {
    case participant, facilitator, moderator, server
  }

  /// The order of all changes; also the id of the event on the streams.
  public let sequence: Int64
  /// When it was committed, on the server's clock.
  public let at: Date
  /// What happened.
  public let kind: Kind
  /// The id of what it happened to; empty where it concerns the whole day.
  public let subject: String
  /// In what capacity.
  public let role: Role
  /// Facts about it: ids, numbers, names of states.
  public let facts: [String: String]
}
