import Workshop

/// What of a day may stand in a document: the one place where release, consent and withdrawal are decided.
///
/// Builders see a day only through this view, so none of them can quote what may not be quoted.
struct QuotableDay: Sendable {
  let trajectory: Trajectory
  let framework: FrameworkContent
  /// The run sheets of the workdays, in order.
  let workdays: [RunSheet]
  let participation: Participation
  /// The coordination role scan, only what a document may tell of it.
  let scan: CoordinationScan
  let withdrawnCount: Int
  /// Whether anybody answered the scan at all.
  let wasScanned: Bool
  /// Released, and their tellers allow the report; by number.
  let quotable: [Contribution]
  /// What was heard about each building block, and from whom, as far as a document may tell it.
  let coverage: Coverage
  /// The chain from story to action, of everything that is there; what of it may be named is `quotable` to say.
  let chain: Chain
  /// How many joined each action or co-signed each pledge.
  let backing: [ContributionID: Int]
  /// Whether Doen was handed to the ontwerpteam.
  let isHandedOver: Bool
  /// The themes that were not merged into another one, in the order they were made.
  let themes: [Theme]

  private let gatherings: [Gathering]
  private let everything: [Contribution]
  private let quotableByID: [ContributionID: Contribution]
  private let kinds: [ContributionID: ContributionKind]
  private let outgoing: [ContributionID: [Link]]
  private let incoming: [String: [Link]]
  private let finalThemes: [ThemeID: ThemeID]
  private let dotsByTheme: [ThemeID: Int]
  private let stancesByProposal: [ContributionID: [Stance]]
  private let photos: [ContributionID: [UInt8]]
  private let reachedSteps: Set<StepID>

  init(_ record: WorkdayRecord) {
    trajectory = record.trajectory
    framework = record.framework
    workdays = record.runSheets.filter { $0.gathering.kind == .workday && !$0.items.isEmpty }
    gatherings = record.runSheets.map(\.gathering)
    participation = record.participation
    scan = (record.scan ?? CoordinationScan()).told(from: SmallGroup.inExports)
    wasScanned = record.scan.map { !$0.answers.isEmpty } ?? false
    withdrawnCount = record.withdrawnCount
    photos = record.photos
    everything = record.contributions.filter { $0.state != .withdrawn }.sorted { $0.number < $1.number }
    coverage = CoverageBoard.coverage(
      of: record.contributions, among: record.checkedIn, threshold: SmallGroup.inExports)
    chain = Chain(contributions: record.contributions, links: record.links, themes: record.themes)
    (backing, isHandedOver) = (record.backing, record.room.handOver != nil)
    quotable = everything.filter { $0.may(.report) }
    quotableByID = Dictionary(quotable.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    kinds = Dictionary(everything.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    outgoing = Dictionary(grouping: record.links, by: \.from)
    incoming = Dictionary(grouping: record.links, by: \.to)
    themes = record.themes.filter { $0.mergedInto == nil }
    finalThemes = record.themes.roots
    dotsByTheme = Self.sum(record.dots, over: finalThemes)
    stancesByProposal = Dictionary(grouping: record.stances, by: \.proposal)
    reachedSteps = Self.reached(record)
  }

  /// The quotable contributions of a kind, by number.
  func quotable(_ kind: ContributionKind) -> [Contribution] { quotable.filter { $0.kind == kind } }

  /// A quotable contribution; nil where it is not there or may not be quoted.
  func quotable(_ id: ContributionID) -> Contribution? { quotableByID[id] }

  /// How many of a kind were told and not set apart, quotable or not.
  func told(_ kind: ContributionKind) -> Int { everything.count { $0.kind == kind && $0.state != .held } }

  /// Whose voice a contribution is, where it was told apart from the workday.
  func voice(of contribution: Contribution) -> Voice? { gatherings.voice(of: contribution) }

  /// How many of a kind were told apart from the workday, by voice, quotable or not; voices without any are left out.
  func toldApart(_ kind: ContributionKind) -> [(voice: Voice, count: Int)] {
    let voices = everything.filter { $0.kind == kind && $0.state != .held }.compactMap(voice)
    return Voice.allCases.map { voice in (voice, voices.count { $0 == voice }) }.filter { $0.count > 0 }
  }

  /// How many there are in a state.
  func count(in state: ContributionState) -> Int { everything.count { $0.state == state } }

  /// How many were released, but may only be counted.
  var countedOnly: Int { everything.count { $0.state == .released && !$0.may(.report) } }

  /// On what grounds moderators held back, with how many each, in the order of the grounds; never what they noted.
  var holdGrounds: [(ground: HoldGround, count: Int)] {
    let held = everything.filter { $0.state == .held }
    return HoldGround.allCases.map { ground in (ground, held.count { ($0.holdGround ?? .other) == ground }) }
      .filter { $0.count > 0 }
  }

  /// Whether the day came to a step: it was begun, or something came of it.
  func reached(_ step: StepID) -> Bool { reachedSteps.contains(step) }

  /// The photo of a quotable contribution, or nil where there is none that can be read as a JPEG.
  func photo(of contribution: Contribution) -> [UInt8]? {
    guard let jpeg = photos[contribution.id], jpeg.starts(with: [0xFF, 0xD8, 0xFF]),
      jpeg.suffix(2).elementsEqual([0xFF, 0xD9])
    else { return nil }
    return jpeg
  }

  /// How many stories name a building block, quotable or not; nil asks for those that name none.
  func toldStories(on buildingBlock: String?) -> Int {
    everything.count { $0.kind == .story && $0.state != .held && $0.isOn(buildingBlock) }
  }
}

extension Contribution {
  /// Whether it names a building block; nil asks whether it names none.
  func isOn(_ buildingBlock: String?) -> Bool {
    guard let buildingBlock else { return buildingBlocks.isEmpty }
    return buildingBlocks.contains(buildingBlock)
  }
}

// MARK: The chain

extension QuotableDay {
  /// The quotable contributions of a kind that one points to.
  func targets(of id: ContributionID, _ relation: LinkRelation, _ kind: ContributionKind) -> [Contribution] {
    (outgoing[id] ?? []).filter { $0.relation == relation }.compactMap { quotableByID[ContributionID($0.to)] }
      .filter { $0.kind == kind }
  }

  /// The quotable contributions of a kind that point to something, by number.
  func sources(of id: String, _ relation: LinkRelation, _ kind: ContributionKind) -> [Contribution] {
    (incoming[id] ?? []).filter { $0.relation == relation }.compactMap { quotableByID[$0.from] }
      .filter { $0.kind == kind }.sorted { $0.number < $1.number }
  }

  /// The words of the story that tell a success factor; nil where none was chosen, or that story may not be quoted.
  func quote(of factor: Contribution) -> String? {
    let words = targets(of: factor.id, .quotes, .story).first?.text("quote") ?? ""
    return words.isEmpty ? nil : words
  }

  /// How many of a kind one points to, quotable or not.
  func targetCount(of id: ContributionID, _ relation: LinkRelation, _ kind: ContributionKind) -> Int {
    (outgoing[id] ?? []).count { $0.relation == relation && kinds[ContributionID($0.to)] == kind }
  }

  /// How many of a kind point to something, quotable or not.
  func sourceCount(of id: String, _ relation: LinkRelation, _ kind: ContributionKind) -> Int {
    (incoming[id] ?? []).count { $0.relation == relation && kinds[$0.from] == kind }
  }

  /// Everything one points to by a relation, quotable contributions only, in the order linked.
  func targets(of id: ContributionID, _ relation: LinkRelation) -> [Contribution] {
    (outgoing[id] ?? []).filter { $0.relation == relation }.compactMap { quotableByID[ContributionID($0.to)] }
  }

  /// The themes one points to, merged ones as what they became, each once.
  func themes(of id: ContributionID, _ relation: LinkRelation) -> [Theme] {
    let ids = Set((outgoing[id] ?? []).filter { $0.relation == relation }.compactMap { finalThemes[ThemeID($0.to)] })
    return themes.filter { ids.contains($0.id) }
  }

  /// The quotable contributions of a kind in a theme and in what was merged into it, by number.
  func members(of theme: Theme, _ kind: ContributionKind) -> [Contribution] {
    let ids = finalThemes.filter { $0.value == theme.id }.map(\.key.rawValue)
    let members = Set(ids.flatMap { sources(of: $0, .belongsTo, kind) })
    return members.sorted { $0.number < $1.number }
  }

  /// The dots of a theme, with those of what was merged into it.
  func dots(of theme: Theme) -> Int { dotsByTheme[theme.id] ?? 0 }

  /// All dots.
  var dotCount: Int { dotsByTheme.values.reduce(0, +) }

  /// What one points to, in the order linked, quotable or not.
  func links(of ids: [ContributionID]) -> [Link] { ids.flatMap { outgoing[$0] ?? [] } }

  /// The proposals nobody took up in an action and more people carry than refuse; those with most support first.
  var proposalsToCarryOn: [Contribution] {
    let open = quotable(.proposal).filter { sourceCount(of: $0.id.rawValue, .followsFrom, .action) == 0 }
    let carried = open.map { proposal -> (proposal: Contribution, support: Int, refusal: Int) in
      let counts = spread(of: proposal).counts
      return (proposal, (counts[.yes] ?? 0) + (counts[.yesBut] ?? 0), counts[.no] ?? 0)
    }
    return carried.filter { $0.support >= $0.refusal }
      .sorted { ($1.support, $0.proposal.number) < ($0.support, $1.proposal.number) }.map(\.proposal)
  }

  /// How the stances on a proposal spread, by group only where exports allow it.
  func spread(of proposal: Contribution) -> StanceSpread {
    StanceSpread(stancesByProposal[proposal.id] ?? [], threshold: SmallGroup.inExports)
  }
}

extension QuotableDay {
  private static func sum(_ dots: [ThemeID: Int], over finals: [ThemeID: ThemeID]) -> [ThemeID: Int] {
    dots.reduce(into: [:]) { sums, entry in sums[finals[entry.key] ?? entry.key, default: 0] += entry.value }
  }

  private static func reached(_ record: WorkdayRecord) -> Set<StepID> {
    var steps = Set(record.contributions.map(\.step))
    for item in record.runSheet where item.actualStart != nil { if let step = item.step { steps.insert(step) } }
    if !record.dots.isEmpty { steps.insert("stippen") }
    if !record.stances.isEmpty { steps.insert("galerij") }
    return steps
  }
}
