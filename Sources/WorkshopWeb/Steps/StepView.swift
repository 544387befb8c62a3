import Foundation
import Workshop
import WorkshopStore

/// A step as phones and the console's proxy entry draw it: made from its definition, so that a field exists once.
struct StepView: Encodable, Sendable {
  struct Form: Encodable, Sendable {
    let kind: ContributionKind
    let name: String
    let fields: [FieldView]
    /// The parts of a long form; left out where it is short.
    let sections: [OptionView]?
    let consents: [ConsentView]
    /// The fields that are asked when the text is read back to its teller; none where it is sent without that.
    let readBack: [FieldID]
  }

  struct ConsentView: Encodable, Sendable {
    let id: Consent
    let label: String
    let help: String
  }

  struct ThemeChoice: Encodable, Sendable {
    let id: ThemeID
    let name: String
    @OrNull var buildingBlock: String?
    let buildingBlockName: String
  }

  struct ProposalChoice: Encodable, Sendable {
    let id: ContributionID
    let number: Int64
    let headline: String
    let buildingBlockName: String
    let forWhom: String
  }

  struct ActionChoice: Encodable, Sendable {
    let id: ContributionID
    let number: Int64
    let headline: String
    let lead: String
    let firstStep: String
    @OrNull var firstStepDate: CalendarDate?
    let joined: Int
  }

  struct PledgeChoice: Encodable, Sendable {
    let id: ContributionID
    let number: Int64
    let pledgeKind: String
    let pledgeKindName: String
    let headline: String
    let giver: String
    let joined: Int
    /// For a request: whether nobody meets it yet.
    let open: Bool
  }

  struct PersonBacking: Encodable, Sendable {
    let person: Int
    let subject: ContributionID
  }

  struct ScanChoice: Encodable, Sendable {
    let id: ScanQuestion
    let label: String
    let answers: [OptionView]
  }

  struct PersonScan: Encodable, Sendable {
    let person: Int
    let answers: [String: String]
  }

  struct PersonDots: Encodable, Sendable {
    let person: Int
    let themes: [ThemeID]
  }

  struct PersonStance: Encodable, Sendable {
    let person: Int
    let proposal: ContributionID
    let position: StancePosition
  }

  let id: StepID
  let phase: Phase
  let phaseName: String
  let name: String
  let prompt: String
  let tip: String?
  let activity: StepDefinition.Activity
  let forms: [Form]
  var themes: [ThemeChoice] = []
  var dots: [PersonDots] = []
  let dotsPerPerson = Dots.perPerson
  var proposals: [ProposalChoice] = []
  var stances: [PersonStance] = []
  /// Where people join action teams, and left out elsewhere.
  var actions: [ActionChoice]?
  var pledges: [PledgeChoice]?
  var backing: [PersonBacking]?
  /// The last day that is soon enough for a first step.
  var lastFirstStep: CalendarDate?
  let positions: [OptionView]
  /// Who the step's interview is with; nil where none is held.
  let interview: InterviewGuide?
  /// Its questions.
  let questions: [InterviewGuide.Question]
  var scanQuestions: [ScanChoice]?
  var scanAnswers: [PersonScan]?

  /// With the fields of these tiers: what is filled in when stories are coded is not asked on a phone.
  init(
    _ step: StepDefinition, room: LiveRoom, reader: Reader, tiers: Set<FieldDefinition.Tier> = [.core, .more]
  ) throws {
    let (words, framework) = (room.words, try room.terms(reader).framework)
    (id, phase, activity) = (step.id, step.phase, step.activity)
    phaseName = words["phases.\(step.phase.rawValue)"]
    name = words["steps.\(step.id).name"]
    prompt = words["steps.\(step.id).prompt"]
    // Who writes has to know that nobody reads it first.
    let isAtOnce = try reader.room().releasesAtOnce?.contains(step.id) ?? false
    let tips = [words.text(for: "steps.\(step.id).tip"), isAtOnce ? words["stepNotes.atOnce"] : nil].compactMap(\.self)
    tip = tips.isEmpty ? nil : tips.joined(separator: " ")
    (interview, questions) = (step.interview, step.interview?.questions(words) ?? [])
    positions = framework.options(.stancePositions, words: words)
    forms = try step.forms.map { form in
      Form(
        kind: form.kind, name: words["kinds.\(form.kind.rawValue).one"],
        fields: try form.fields.filter { tiers.contains($0.tier) }
          .map {
            try FieldView(
              $0, of: form.kind, at: step.id, framework: framework, words: words, reader: reader,
              shown: room.shown(reader), isForPhone: !tiers.contains(.coding))
          },
        sections: form.sections.isEmpty
          ? nil : form.sections.map { OptionView(id: $0.rawValue, label: words["sections.\($0.rawValue)"]) },
        consents: form.consents.map {
          ConsentView(
            id: $0, label: words["consents.\($0.rawValue).label"], help: words["consents.\($0.rawValue).help"])
        }, readBack: form.askedOnReadingBack)
    }
    if activity == .dots { themes = try Self.themeChoices(framework, words, reader) }
    if activity == .teams { try fillTeams(framework, words, reader) }
    if activity == .scan {
      scanQuestions = ScanQuestion.allCases.map {
        ScanChoice(id: $0, label: words["scan.questions.\($0.rawValue).label"], answers: $0.options(words))
      }
    }
    if activity == .stances { proposals = try Self.proposalChoices(framework, words, reader) }
  }

  /// With what a device itself did in the step.
  func own(by owner: OwnerKey, reader: Reader) throws -> StepView {
    var view = self
    // A dot on a theme that was merged shows on the one it went to, where it counts: there it can be taken back.
    let themes = try reader.themes()
    view.dots = try reader.dots(of: owner).sorted { $0.key < $1.key }.map {
      PersonDots(person: $0.key, themes: $0.value.map(themes.root))
    }
    if activity == .scan {
      view.scanAnswers = try reader.scanAnswers(of: owner).sorted { $0.key < $1.key }.map {
        PersonScan(person: $0.key, answers: $0.value)
      }
    }
    view.stances = try reader.stances(of: owner).map {
      PersonStance(person: $0.person, proposal: $0.stance.proposal, position: $0.stance.position)
    }
    guard activity == .teams else { return view }
    view.backing = try reader.backing(by: owner).map { PersonBacking(person: $0.person, subject: $0.subject) }
    return view
  }

  private mutating func fillTeams(_ framework: FrameworkContent, _ words: Catalogue, _ reader: Reader) throws {
    let (backing, pledges) = (try reader.backing(), try reader.shownContributions(.pledge))
    let open = Set(pledges.openRequests(try reader.pledgeLinks()).map(\.id))
    actions = try reader.shownContributions(.action).map { action in
      ActionChoice(
        id: action.id, number: action.number, headline: action.headline, lead: action.text("lead"),
        firstStep: action.text("firstStep"), firstStepDate: CalendarDate(action.text("firstStepDate")),
        joined: backing[action.id] ?? 0)
    }
    self.pledges = pledges.map { pledge in
      let kind = pledge.text("pledgeKind")
      return PledgeChoice(
        id: pledge.id, number: pledge.number, pledgeKind: kind,
        pledgeKindName: framework.label(of: kind, in: .pledgeKinds, words: words), headline: pledge.headline,
        giver: pledge.text("giver"), joined: backing[pledge.id] ?? 0, open: open.contains(pledge.id))
    }
    let day = try reader.currentGathering()?.date ?? reader.trajectory().dates.first
    lastFirstStep = day.map(FirstStep.lastDay)
  }

  private static func themeChoices(
    _ framework: FrameworkContent, _ words: Catalogue, _ reader: Reader
  ) throws -> [ThemeChoice] {
    try reader.themes().filter { $0.mergedInto == nil }.map { theme in
      ThemeChoice(
        id: theme.id, name: theme.name, buildingBlock: theme.buildingBlock,
        buildingBlockName: theme.buildingBlock.map {
          framework.label(of: $0, in: .buildingBlocks, words: words)
        } ?? "")
    }
  }

  private static func proposalChoices(
    _ framework: FrameworkContent, _ words: Catalogue, _ reader: Reader
  ) throws -> [ProposalChoice] {
    try reader.shownContributions(.proposal).map { proposal in
      ProposalChoice(
        id: proposal.id, number: proposal.number, headline: proposal.headline,
        buildingBlockName: framework.label(of: proposal.text("buildingBlock"), in: .buildingBlocks, words: words),
        forWhom: proposal.text("forWhom"))
    }
  }
}
