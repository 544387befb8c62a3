import Foundation
import Workshop
import WorkshopStore

/// Draws what is stored as the shapes that screens get, with the traject's own words.
struct Views {
  let room: LiveRoom
  let reader: Reader
  let terms: Terms
  let mergedNumbers: [ContributionID: [Int64]]
  private let gatherings: [Gathering]

  init(room: LiveRoom, reader: Reader) throws {
    (self.room, self.reader) = (room, reader)
    terms = try room.terms(reader)
    (gatherings, mergedNumbers) = (try reader.gatherings(), try reader.mergedNumbers())
  }

  private var words: Catalogue { room.words }
  private var framework: FrameworkContent { terms.framework }

  /// A contribution for the projector and the phones of the room; nil where it may not be shown there.
  func item(_ contribution: Contribution) throws -> ItemView? {
    guard contribution.may(.screen) else { return nil }
    let links = Self.pointing.contains(contribution.kind) ? try reader.links(from: contribution.id) : []
    let quoted = try quotedStory(links).flatMap { $0.may(.screen) ? QuotedView($0) : nil }
    return ItemView(
      contribution, voice: gatherings.voice(of: contribution),
      details: Self.detailed.contains(contribution.kind) ? details(of: contribution, tiers: [.core]) : [],
      quoted: quoted,
      answers: links.filter { $0.relation == .answers }.map { ThemeID($0.to) }, words: words)
  }

  /// The kinds that a scene of the projector draws; reasons come with the spread of their proposal.
  static let drawn: Set<ContributionKind> = [.story, .successFactor, .dream, .proposal, .action, .pledge]

  /// The kinds of which the room sees single answers.
  private static let detailed: Set<ContributionKind> = [.action, .pledge]

  /// The kinds whose links the room sees something of.
  private static let pointing: Set<ContributionKind> = [.successFactor, .dream]

  /// A contribution for the console, whatever its state.
  func entry(_ contribution: Contribution, links: [Link]) throws -> EntryView {
    EntryView(
      contribution, voice: gatherings.voice(of: contribution),
      fields: details(of: contribution, tiers: [.core, .more, .coding]), links: links,
      quoted: try quotedStory(links).flatMap(QuotedView.init), moderation: try moderation(of: contribution),
      words: words)
  }

  private func quotedStory(_ links: [Link]) throws -> Contribution? {
    try links.first { $0.relation == .quotes }.flatMap { try reader.contribution(ContributionID($0.to)) }
  }

  /// A contribution for the console with its links.
  func entry(_ contribution: Contribution) throws -> EntryView {
    try entry(contribution, links: try reader.links(from: contribution.id))
  }

  /// The first of what waits, which is what the console's queue opens with.
  func firstEntries() throws -> [EntryView] {
    try reader.contributions(QueueFilter.opening, .oldestFirst, limit: QueuePage.size).map(entry)
  }

  /// Which contributions the room may see.
  func shown() throws -> Shown { try room.shown(reader) }

  /// What the projector begins with: of each kind the newest that may be shown, of stories those of each building block.
  func items() throws -> [ItemView] {
    let shown = try shown()
    let numbers = Self.drawn.flatMap { kind in
      kind == .story
        ? Array(shown.newestNumbers(kind, ShownTotals.perBlock, under: buildingBlocks))
        : shown.newest(kind, ShownTotals.perKind).map(\.number)
    }
    return try reader.contributions(numbered: numbers.sorted(), .oldestFirst).compactMap(item)
  }

  /// How many may be shown of each kind, since the projector holds only the newest.
  func totals() throws -> [String: ShownTotals] {
    let shown = try shown()
    return ContributionKind.allCases.reduce(into: [:]) { totals, kind in
      if shown.count(kind) > 0 { totals[kind.rawValue] = ShownTotals(shown, kind, under: buildingBlocks) }
    }
  }

  private var buildingBlocks: [String] { framework.offered(.buildingBlocks).map(\.id) }

  /// The themes; merged ones only for the console, dots for the room only once they are revealed.
  func themes(_ audience: Live.Audience) throws -> [ThemeView] {
    let (themes, dots, state) = (try reader.themes(), try reader.dots(), try reader.room())
    let areDotsShown = audience == .console || state.areDotsRevealed
    let sizes = audience == .console ? try reader.themeSizes(themes) : [:]
    return themes.filter { audience == .console || $0.mergedInto == nil }.map { theme in
      ThemeView(
        theme, dots: areDotsShown ? dots[theme.id] ?? 0 : nil,
        size: audience == .console ? sizes[theme.id] ?? 0 : nil)
    }
  }

  /// How the stances on each shown proposal spread; for the room as it was when it was revealed, and only where enough
  /// people took one.
  func spreads(_ audience: Live.Audience) throws -> [SpreadView] {
    let (state, proposals) = (try reader.room(), try reader.shownContributions(.proposal))
    return try zip(proposals, reasons(for: proposals, audience, state)).map { try spread($0, $1, audience, state) }
  }

  /// How the stances on one proposal spread; nil where it is not shown.
  func spread(of proposal: ContributionID, _ audience: Live.Audience) throws -> SpreadView? {
    guard let proposal = try reader.contribution(proposal), proposal.kind == .proposal, proposal.may(.screen) else {
      return nil
    }
    let state = try reader.room()
    return try spread(proposal, reasons(for: [proposal], audience, state).first ?? [], audience, state)
  }

  /// The shown reasons for each of some proposals; for the room once the spread is revealed.
  ///
  /// The console gets those that wait to be read too, to count them.
  private func reasons(
    for proposals: [Contribution], _ audience: Live.Audience, _ state: RoomState
  ) throws -> [[Contribution]] {
    guard audience == .console || state.areStancesRevealed else { return proposals.map { _ in [] } }
    let named = try proposals.map { try reader.links(.reasonFor, to: $0.id).map(\.from) }
    let known = Dictionary(
      uniqueKeysWithValues: try reader.contributions(ids: named.flatMap(\.self)).map { ($0.id, $0) })
    return named.map { ids in
      ids.compactMap { known[$0] }.filter { $0.may(.screen) || (audience == .console && $0.state == .waiting) }
    }
  }

  private func spread(
    _ proposal: Contribution, _ reasons: [Contribution], _ audience: Live.Audience, _ state: RoomState
  ) throws -> SpreadView {
    let taken = try reader.stances(on: proposal.id)
    let revealed = state.revealedSpreads?[proposal.id].flatMap { $0.total < SmallGroup.onScreen ? nil : $0 }
    return SpreadView(
      proposal, total: taken.count,
      spread: audience == .console ? StanceSpread(taken, threshold: SmallGroup.onScreen) : revealed,
      reasons: reasons.filter { $0.may(.screen) }, waiting: reasons.count { $0.state == .waiting }, words: words,
      groupName: { framework.label(of: $0, in: .stakeholderGroups, words: words) })
  }

  /// The run sheet of the gathering that goes on, with what is expected of it.
  func runSheet() throws -> RunSheetView {
    let sheet = try reader.currentGathering().flatMap { try reader.runSheet(of: $0.id) }
    return RunSheetView(
      sheet, gatherings: gatherings, openItem: try reader.room().item, now: room.clock.now, words: words)
  }

  /// Which building blocks were spoken of, and by whom: heard or not heard yet, never how many.
  func coverage() throws -> CoverageView {
    CoverageView(try room.coverage(reader), framework: framework, words: words)
  }

  /// Every answer of a contribution in words, as its teller was asked.
  func answers(of contribution: Contribution) -> [DetailView] { details(of: contribution, tiers: [.core, .more]) }

  /// The answers in words, field by field.
  func details(of contribution: Contribution, tiers: Set<FieldDefinition.Tier>) -> [DetailView] {
    contribution.form.fields.filter { tiers.contains($0.tier) }.compactMap { field in
      guard let value = contribution.body[field.id] else { return nil }
      return DetailView(
        id: field.id, label: words.label(of: field.id, in: contribution),
        value: framework.text(of: value, in: field, words: words))
    }
  }
}
