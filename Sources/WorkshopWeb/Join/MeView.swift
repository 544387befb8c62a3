import Workshop
import WorkshopStore

/// Everything a phone needs to draw itself: the traject, what was said at check-in, the room, and what it sent.
struct MeView: Encodable, Sendable {
  struct Participant: Encodable, Sendable {
    /// For the gathering that goes on; what was said for an earlier one is below, so that nobody says it twice.
    let checkedIn: Bool
    let language: Language
    let groups: [String]
    let organisation: String
    let table: String
    let badge: String
  }

  let traject: TrajectoryView
  let participant: Participant
  let groups: [OptionView]
  let languages: [OptionView]
  let room: RoomView
  @OrNull var seat: SeatView?
  /// What people on this device chose to work on.
  let choices: [DesignChoiceView]
  let mine: [OwnView]

  init(_ guest: Guest) throws {
    let room = guest.room
    traject = TrajectoryView(room.trajectory)
    let checkIn = guest.session.checkIn
    participant = Participant(
      checkedIn: try room.store.read { try $0.isCheckedIn(guest.session) }, language: checkIn.language,
      groups: checkIn.groups, organisation: checkIn.organisation,
      table: checkIn.table, badge: checkIn.badge)
    groups = room.framework.options(.stakeholderGroups, words: room.words)
    languages = Language.allCases.map { OptionView(id: $0.rawValue, label: room.words["languages.\($0.rawValue)"]) }
    let badge = Badge(checkIn.badge)
    (self.room, seat, choices, mine) = try room.store.read { reader in
      let openStep = try reader.room().step
      return (
        try room.view(reader), try badge.flatMap { try room.seat(of: $0, reader) },
        try reader.designChoices(of: guest.owner).map {
          DesignChoiceView(person: $0.person, buildingBlock: $0.buildingBlock)
        },
        try reader.contributions(ownedBy: guest.owner).map { contribution in
          OwnView(
            contribution, told: try reader.toldBody(of: contribution), links: try reader.links(from: contribution.id),
            openStep: openStep,
            code: room.store.withdrawalCode(for: contribution.id), words: room.words)
        }
      )
    }
  }
}

extension LiveRoom {
  /// Where a badge sits, in words; nil where it has no seat, or while seats are not shown.
  fileprivate func seat(of badge: Badge, _ reader: Reader) throws -> SeatView? {
    guard let place = try seats(reader)?.places[badge] else { return nil }
    let words = SeatingWords(words: words, framework: try terms(reader).framework)
    return SeatView(table: place.table, text: words.place(place.table, place.partners))
  }
}

/// The traject as people see it before they begin.
struct TrajectoryView: Encodable, Sendable {
  struct FollowUp: Encodable, Sendable {
    @OrNull var date: CalendarDate?
    let place: String
  }

  let id: TrajectoryID
  let house: String
  let topic: String
  @OrNull var date: CalendarDate?
  let place: String
  let rehearsal: Bool
  let controller: DataController
  let retentionDate: CalendarDate
  /// Who takes care of a worrying story, and how to reach them.
  @OrNull var confidant: String?
  /// What the network itself says about how contributions are read.
  @OrNull var houseRules: String?
  let followUp: FollowUp

  init(_ trajectory: Trajectory) {
    id = trajectory.id
    house = trajectory.house
    topic = trajectory.affirmativeTopic
    date = trajectory.dates.first
    place = trajectory.place
    rehearsal = trajectory.isRehearsal
    controller = trajectory.controller
    retentionDate = trajectory.retentionDate
    (confidant, houseRules) = (trajectory.confidant, trajectory.houseRules)
    followUp = FollowUp(date: trajectory.followUpMeeting.date, place: trajectory.followUpMeeting.place)
  }
}

/// Something to choose from.
struct OptionView: Encodable, Sendable {
  let id: String
  let label: String
  var description: String?
}

extension FrameworkContent {
  /// The terms a form offers, in the traject's words.
  func options(_ list: TermList, words: Catalogue) -> [OptionView] {
    offered(list).map { term in
      OptionView(
        id: term.id, label: label(of: term.id, in: list, words: words),
        description: description(of: term.id, in: list, words: words))
    }
  }
}

/// A contribution as the device that sent it sees it.
struct OwnView: Encodable, Sendable {
  let id: ContributionID
  let number: Int64
  let kind: ContributionKind
  let kindName: String
  let step: StepID
  let state: ContributionState
  let stateName: String
  let headline: String
  let version: Int
  let late: Bool
  let code: String
  let editable: Bool
  /// The teller's own words, which an edit begins from.
  let body: Body
  let teller: Teller
  let hasPhoto: Bool
  /// What a moderator put in other words, beside what was told.
  let reworded: [Rewording]
  /// Whether a moderator made it out of another one.
  let isPart: Bool

  struct Rewording: Encodable, Sendable {
    let label: String
    let told: String
    let now: String
  }

  init(
    _ contribution: Contribution, told: Body?, links: [Link], openStep: StepID?, code: WithdrawalCode, words: Catalogue
  ) {
    id = contribution.id
    number = contribution.number
    kind = contribution.kind
    kindName = words["kinds.\(contribution.kind.rawValue).one"]
    step = contribution.step
    state = contribution.state
    stateName = words["states.\(contribution.state.rawValue)"]
    headline = contribution.headline
    version = contribution.version
    late = contribution.origin.isLate
    self.code = code.description
    editable = contribution.step == openStep && contribution.state != .withdrawn
    reworded = Self.rewordings(of: contribution, told: told, words)
    isPart = contribution.splitFrom != nil
    var body = told ?? contribution.body
    for field in FormDefinition.of(contribution.kind).fields {
      guard case .references(let relation, _) = field.kind else { continue }
      let targets = links.filter { $0.relation == relation }.map(\.to)
      if !targets.isEmpty { body[field.id] = .list(targets) }
    }
    self.body = body
    teller = contribution.teller
    hasPhoto = contribution.hasPhoto
  }

  private static func rewordings(of contribution: Contribution, told: Body?, _ words: Catalogue) -> [Rewording] {
    guard let told else { return [] }
    var original = contribution
    original.body = told
    let before = Dictionary(uniqueKeysWithValues: original.freeTexts.map { ($0.place, $0.text) })
    return contribution.freeTexts.compactMap { now in
      guard let was = before[now.place], was != now.text else { return nil }
      return Rewording(label: words.label(of: now.place.field, in: contribution), told: was, now: now.text)
    }
  }
}
