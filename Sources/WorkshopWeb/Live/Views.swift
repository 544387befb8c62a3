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
    let quoted = try links.first { $0.relation == .quotes }.flatMap { try reader.contribution(ContributionID($0.to)) }
    return item(contribution, links: links, quoted: quoted)
  }

  /// The kinds whose links the room sees something of.
  private static let pointing: Set<ContributionKind> = [.successFactor, .dream]

  private func item(_ contribution: Contribution, links: [Link], quoted: Contribution?) -> ItemView {
    ItemView(
      contribution, voice: gatherings.voice(of: contribution), details: details(of: contribution, tiers: [.core]),
      quotedStory: quoted?.may(.screen) == true ? quoted?.id : nil,
      answers: links.filter { $0.relation == .answers }.map { ThemeID($0.to) }, words: words)
  }

  /// A contribution for the console, whatever its state.
  func entry(_ contribution: Contribution, links: [Link]) throws -> EntryView {
    EntryView(
      contribution, voice: gatherings.voice(of: contribution),
      fields: details(of: contribution, tiers: [.core, .more, .coding]), links: links,
      moderation: try moderation(of: contribution), words: words)
  }

  /// Every contribution for the console, by number.
  func entries() throws -> [EntryView] {
    let links = Dictionary(grouping: try reader.links(), by: \.from)
    return try reader.contributions().filter { $0.state != .withdrawn }
      .map { try entry($0, links: links[$0.id] ?? []) }
  }

  /// Everything that may be shown in the room, by number.
  func items() throws -> [ItemView] {
    let shown = try reader.contributions().filter { $0.may(.screen) }
    let byID = Dictionary(uniqueKeysWithValues: shown.map { ($0.id, $0) })
    let links = Dictionary(
      grouping: try reader.links().filter { $0.relation == .quotes || $0.relation == .answers }, by: \.from)
    return shown.map { contribution in
      let own = links[contribution.id] ?? []
      let quoted = own.first { $0.relation == .quotes }.flatMap { byID[ContributionID($0.to)] }
      return item(contribution, links: own, quoted: quoted)
    }
  }

  /// The themes; merged ones only for the console, dots for the room only once they are revealed.
  func themes(_ audience: Live.Audience) throws -> [ThemeView] {
    let (themes, dots, state) = (try reader.themes(), try reader.dots(), try reader.room())
    let areDotsShown = audience == .console || state.areDotsRevealed
    let links = try reader.links().filter { $0.relation == .belongsTo }
    let shown = audience == .console ? nil : Set(try items().map(\.id))
    let roots = Dictionary(uniqueKeysWithValues: themes.map { ($0.id, themes.root(of: $0.id)) })
    return themes.filter { audience == .console || $0.mergedInto == nil }.map { theme in
      let members = links.filter { roots[ThemeID($0.to)] == theme.id || ThemeID($0.to) == theme.id }.map(\.from)
      let visible = members.filter { shown?.contains($0) ?? true }
      return ThemeView(
        theme, dots: areDotsShown ? dots[theme.id] ?? 0 : nil, members: Array(Set(visible)).sorted(),
        isForConsole: audience == .console)
    }
  }

  /// How the stances on each shown proposal spread; for the room as it was when it was revealed, and only where enough
  /// people took one.
  func spreads(_ audience: Live.Audience) throws -> [SpreadView] {
    let stances = Dictionary(grouping: try reader.stances(), by: \.proposal)
    let state = try reader.room()
    let isShown = audience == .console || state.areStancesRevealed
    let links = try reader.links().filter { $0.relation == .reasonFor }
    let reasons = try reader.shownContributions(.stanceReason)
    let waiting = audience == .console ? try reader.waitingContributions(.stanceReason) : []
    return try reader.shownContributions(.proposal).map { proposal in
      let own = Set(links.filter { $0.to == proposal.id.rawValue }.map(\.from))
      let taken = stances[proposal.id] ?? []
      let revealed = state.revealedSpreads?[proposal.id].flatMap { $0.total < SmallGroup.onScreen ? nil : $0 }
      return SpreadView(
        proposal, total: taken.count,
        spread: audience == .console ? StanceSpread(taken, threshold: SmallGroup.onScreen) : revealed,
        reasons: isShown ? reasons.filter { own.contains($0.id) } : [],
        waiting: waiting.count { own.contains($0.id) }, words: words,
        groupName: { framework.label(of: $0, in: .stakeholderGroups, words: words) })
    }
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
