import Foundation
import Workshop

/// One answer in words.
struct DetailView: Encodable, Sendable {
  let id: FieldID
  let label: String
  let value: String
}

/// A contribution as the room sees it: released, consented, and without who told it.
struct ItemView: Encodable, Sendable {
  let id: ContributionID
  let number: Int64
  let kind: ContributionKind
  let headline: String
  let text: String
  let quote: String
  /// The sentence of a story that tells a success factor, while that story may be shown.
  @OrNull var quoted: QuotedView?
  /// The themes a dream answers.
  let answers: [ThemeID]
  let buildingBlocks: [String]
  let language: Language
  let rightToLeft: Bool
  @OrNull var photo: String?
  /// Whose voice it is, where it was told apart from the workday.
  @OrNull var voice: Voice?
  /// The same in words.
  @OrNull var voiceName: String?
  let details: [DetailView]

  init(
    _ contribution: Contribution, voice: Voice?, details: [DetailView], quoted: QuotedView?,
    answers: [ThemeID], words: Catalogue
  ) {
    (self.quoted, self.answers) = (quoted, answers)
    id = contribution.id
    number = contribution.number
    kind = contribution.kind
    headline = contribution.headline
    text = Self.mainText(of: contribution)
    quote = contribution.text("quote")
    buildingBlocks = contribution.buildingBlocks
    language = contribution.origin.language
    rightToLeft = contribution.origin.language.isRightToLeft
    photo = contribution.showsPhoto ? "/api/photos/\(contribution.id)" : nil
    (self.voice, voiceName) = (voice, voice?.name(words))
    self.details = details.filter { !Self.privateFields.contains($0.id) }
  }

  /// Asked for the moderator's eyes, or said already by the headline.
  private static let privateFields: Set<FieldID> = ["recognisable", "title", "sentence", "what", "text"]

  private static func mainText(of contribution: Contribution) -> String {
    switch contribution.kind {
    case .story: contribution.text("whatHappened")
    case .dream: contribution.text("vision")
    case .proposal: contribution.text("whatChanges")
    case .action: contribution.text("firstStep")
    case .pledge: contribution.text("pledgeKind")
    case .successFactor, .stanceReason, .evaluation: ""
    }
  }
}

/// The sentence of a story that was chosen to tell a success factor: read from the story, and naming it, so that a screen
/// lets go of it with the story.
struct QuotedView: Encodable, Sendable {
  let story: ContributionID
  let number: Int64
  let text: String

  /// Nil where the story has no sentence to quote, or is in no list.
  init?(_ story: Contribution) {
    guard !story.isSetApart, !story.text("quote").isEmpty else { return nil }
    (self.story, number, text) = (story.id, story.number, story.text("quote"))
  }
}

/// A contribution as the console sees it.
struct EntryView: Encodable, Sendable {
  let id: ContributionID
  let number: Int64
  let kind: ContributionKind
  let kindName: String
  let step: StepID
  let state: ContributionState
  let stateName: String
  let route: EntryRoute
  let routeName: String
  let language: Language
  let late: Bool
  let version: Int
  @OrNull var table: String?
  /// Whose voice it is, where it was told apart from the workday.
  @OrNull var voice: Voice?
  /// The same in words.
  @OrNull var voiceName: String?
  let groups: [String]
  let consents: [Consent]
  let guardianConsent: Bool
  /// Whether its photo is kept with the facilitators until one allows it; null without a photo of minors.
  @OrNull var photoAllowed: Bool?
  /// Whether a guardian has to consent before it is shown or quoted.
  let needsGuardian: Bool
  let headline: String
  /// What a pledge says; null for all else.
  @OrNull var pledgeKind: PledgeKind?
  let fields: [DetailView]
  @OrNull var photo: String?
  let buildingBlocks: [String]
  let themes: [String]
  let links: [Link]
  @OrNull var quoted: QuotedView?
  /// Why it has to be read whole before it is released.
  let cautions: [Contribution.Caution]
  @OrNull var holdReason: String?
  let moderation: ModerationView
  let createdAt: Date

  init(
    _ contribution: Contribution, voice: Voice?, fields: [DetailView], links: [Link], quoted: QuotedView?,
    moderation: ModerationView,
    words: Catalogue
  ) {
    id = contribution.id
    number = contribution.number
    kind = contribution.kind
    kindName = words["kinds.\(contribution.kind.rawValue).one"]
    step = contribution.step
    state = contribution.state
    stateName = words["states.\(contribution.state.rawValue)"]
    route = contribution.origin.route
    routeName = words["routes.\(contribution.origin.route.rawValue)"]
    language = contribution.origin.language
    late = contribution.origin.isLate
    version = contribution.version
    table = contribution.origin.table
    (self.voice, voiceName) = (voice, voice?.name(words))
    groups = contribution.teller.groups
    guardianConsent = contribution.teller.hasGuardianConsent
    photoAllowed = contribution.hasPhoto && contribution.needsGuardianConsent ? contribution.isPhotoAllowed : nil
    needsGuardian = contribution.needsGuardianConsent
    consents = Consent.allCases.filter(contribution.teller.consents.contains)
    headline = contribution.headline
    pledgeKind = contribution.pledgeKind
    self.fields = fields
    photo = contribution.hasPhoto ? "/api/photos/\(contribution.id)" : nil
    buildingBlocks = contribution.buildingBlocks
    themes = links.filter { $0.relation == .belongsTo }.map(\.to)
    self.links = links
    self.quoted = quoted
    cautions = contribution.cautions
    holdReason = contribution.holdGround.map { ground in
      [words["holdGrounds.\(ground.rawValue)"], contribution.holdReason ?? ""].filter { !$0.isEmpty }.joined(
        separator: " · ")
    }
    self.moderation = moderation
    createdAt = contribution.createdAt
  }
}

/// A theme on a screen.
struct ThemeView: Encodable, Sendable {
  let id: ThemeID
  let name: String
  @OrNull var buildingBlock: String?
  let positiveCore: Bool
  /// Nil until the dots are revealed.
  @OrNull var dots: Int?
  /// How many stories and factors lie in it; left out for the room, which need not know what is in it.
  let size: Int?
  @OrNull var mergedInto: ThemeID?

  init(_ theme: Theme, dots: Int?, size: Int?) {
    id = theme.id
    name = theme.name
    buildingBlock = theme.buildingBlock
    positiveCore = theme.isPositiveCore
    self.dots = dots
    self.size = size
    mergedInto = theme.mergedInto
  }
}

/// How stances on a proposal spread, on a screen.
struct SpreadView: Encodable, Sendable {
  struct Group: Encodable, Sendable {
    let group: String
    let name: String
    let counts: [String: Int]
  }

  struct Reason: Encodable, Sendable {
    let position: String
    let text: String
  }

  let proposal: ContributionID
  let headline: String
  /// Nil until the spread is revealed.
  @OrNull var counts: [String: Int]?
  /// How many took a stance; told before the spread is, so that the room sees it grow.
  let total: Int
  /// Where the room stands; null until the spread is revealed.
  @OrNull var agreement: Agreement?
  /// The same in words.
  @OrNull var agreementName: String?
  /// What there is to talk about then.
  @OrNull var agreementQuestion: String?
  let byGroup: [Group]
  let reasons: [Reason]
  /// How many reasons a moderator still has to read; 0 for the room.
  let reasonsWaiting: Int

  init(
    _ proposal: Contribution, total: Int, spread: StanceSpread?, reasons: [Contribution], waiting: Int,
    words: Catalogue,
    groupName: (String) -> String
  ) {
    self.proposal = proposal.id
    headline = proposal.headline
    counts = spread.map { Self.plain($0.counts) }
    self.total = total
    agreement = spread?.agreement
    agreementName = spread.map { words["agreements.\($0.agreement.rawValue).name"] }
    agreementQuestion = spread.map { words["agreements.\($0.agreement.rawValue).question"] }
    reasonsWaiting = waiting
    byGroup = (spread?.byGroup ?? [:]).sorted { $0.key < $1.key }.map {
      Group(group: $0.key, name: groupName($0.key), counts: Self.plain($0.value))
    }
    self.reasons = reasons.map { Reason(position: $0.text("position"), text: $0.text("text")) }
  }

  private static func plain(_ counts: [StancePosition: Int]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
  }
}

/// Who is in the room, as totals.
struct ParticipationView: Encodable, Sendable {
  let devices: Int
  let byGroup: [String: Int]
  let tables: Int

  init(_ participation: Participation) {
    devices = participation.devices
    byGroup = participation.byGroup
    tables = participation.tables
  }
}
