import Foundation
public import Workshop

/// Everything that will happen on a day: who is there, what they send, and what the moderator and the room do with it.
///
/// It is whole before the day begins, so that the same seed is the same day however fast the phones are.
public struct DayPlan: Sendable {
  /// Who is there.
  public let phones: [PlannedPhone]
  /// What is sent, by kind, in order.
  public let contributions: [ContributionKind: [PlannedContribution]]
  /// The themes, in the order they are made.
  public let themes: [PlannedTheme]
  /// The dots, one entry a person.
  public let dots: [PlannedDots]
  /// The stances, one entry a person and proposal.
  public let stances: [PlannedStance]
  /// Where people want to design, one entry a person.
  public let choices: [PlannedChoice]
  /// The answers to the coordination role scan, one entry a person.
  public let scan: [PlannedScan]
  /// The actions people join and the pledges they co-sign.
  public let backings: [PlannedBacking]

  /// What is sent of a kind.
  public func contributions(_ kind: ContributionKind) -> [PlannedContribution] { contributions[kind] ?? [] }
}

/// One phone and the people who share it.
public struct PlannedPhone: Sendable, Hashable {
  /// Its place in the list, from 0.
  public let index: Int
  /// The groups of each person on it; the first is who checks in.
  public let people: [[String]]
  /// The language it speaks.
  public let language: Language
  /// The organisation named at check-in, empty for none.
  public let organisation: String
  /// The table it lies on.
  public let table: String
  /// The number on the badge.
  public let badge: String
  /// Whether the code is typed instead of the QR scanned.
  public let joinsByCode: Bool
}

/// A contribution that will be sent.
public struct PlannedContribution: Sendable, Hashable, Encodable {
  /// The UUID it is sent with, however often.
  public let id: ContributionID
  /// What it is.
  public let kind: ContributionKind
  /// The step it answers to.
  public let step: StepID
  /// The language it is told in.
  public let language: Language
  /// The way it is written down; what is on paper is entered by a facilitator.
  public let route: EntryRoute
  /// The table it comes from.
  public let table: String
  /// Who tells it.
  public let teller: Teller
  /// The answers, references by id.
  public let body: Body
  /// The phone that sends it.
  public let phone: Int
  /// A drawing, JPEG, or nil.
  public let photo: [UInt8]?
  /// Whether it is sent after its step was closed.
  public let isLate: Bool
  /// Whether it is sent again although it was acknowledged, as a phone does that missed the answer.
  public let isSentTwice: Bool
  /// Why the moderator keeps it back, or nil where it is released.
  public let holdReason: String?
  /// What the moderator writes instead, by field; empty where it stands as told.
  public let rewording: [String: String]
  /// The contribution that says the same and carries it on, or nil.
  public let mergedInto: ContributionID?

  private enum CodingKeys: String, CodingKey { case id, kind, step, language, route, table, teller, body }

  /// What a phone sends, the same bytes every time.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }
}

/// A theme that will be made.
public struct PlannedTheme: Sendable, Hashable {
  /// The theme as it is made.
  public let theme: Theme
  /// The stories and factors that are put in it.
  public let members: [ContributionID]
  /// The theme it is merged into for a while or for good, or nil.
  public let mergedInto: ThemeID?
  /// Whether that merge is taken back.
  public let isUnmerged: Bool
}

/// The dots of one person.
public struct PlannedDots: Sendable, Hashable {
  /// The phone.
  public let phone: Int
  /// The person on it.
  public let person: Int
  /// The themes they go to.
  public let themes: [ThemeID]
}

/// The stance of one person on one proposal.
public struct PlannedStance: Sendable, Hashable {
  /// The phone.
  public let phone: Int
  /// The person on it.
  public let person: Int
  /// The groups of the person.
  public let groups: [String]
  /// The proposal.
  public let proposal: ContributionID
  /// Where they stand.
  public let position: StancePosition
}

/// The building block one person wants to work on.
public struct PlannedChoice: Sendable, Hashable {
  /// The phone.
  public let phone: Int
  /// The person on it.
  public let person: Int
  /// The building blocks, the one liked best first: where one is full, the next is taken.
  public let buildingBlocks: [String]
}

/// What one person answers in the coordination role scan.
public struct PlannedScan: Sendable, Hashable {
  /// The phone.
  public let phone: Int
  /// The person on it.
  public let person: Int
  /// The answer to each question.
  public let answers: [ScanQuestion: String]
}

/// One person who joins an action team or co-signs a pledge.
public struct PlannedBacking: Sendable, Hashable {
  /// The phone.
  public let phone: Int
  /// The person on it.
  public let person: Int
  /// The action or the pledge.
  public let subject: ContributionID
}
