import HTTPServer
import Workshop
import WorkshopStore

/// A story or a factor as the clustering board shows it: as much as tells what it is about.
struct CardView: Encodable, Sendable {
  let id: ContributionID
  let number: Int64
  let kind: ContributionKind
  let kindName: String
  let state: ContributionState
  let headline: String
  /// The themes it was put into itself.
  let themes: [ThemeID]

  init(_ contribution: Contribution, themes: [ThemeID], words: Catalogue) {
    id = contribution.id
    number = contribution.number
    kind = contribution.kind
    kindName = words["kinds.\(contribution.kind.rawValue).one"]
    state = contribution.state
    headline = contribution.headline
    self.themes = themes
  }
}

/// `GET …/cards`: 200 with what the clustering board opens with, the newest loose cards and the newest of each theme.
///
/// `?theme=ID&after=NUMBER` goes on with what lies in a theme, `?loose=1&after=NUMBER&q=` with the loose ones or with what
/// a search finds among them, `?loose=0` likewise among all that can be put into a theme. `more` tells whether more
/// follow. 404 for a theme that is not there, 422 for a number that is none.
struct ShowCards {
  /// How many loose cards come at once.
  static let looseAtOnce = 500
  /// How many cards of one theme come at once.
  static let themeAtOnce = 60
  /// How many cards that lie in themes the board opens with all of; of more it shows the newest of each theme.
  private static let openingMembers = 600
  /// How many of them it shows where there are more.
  private static let newestMembers = 240

  private struct View: Encodable {
    let seq: Int64
    let cards: [CardView]
    let more: Bool
  }

  static func answer(_ call: Call) throws -> Answer {
    let (room, query) = (try call.room(), call.request.head.query)
    let (after, words) = (try query.number("after"), try query.searchedWords())
    let view = try room.store.read { reader in
      if let theme = query.first("theme") { return try members(of: theme, after, reader, room.words) }
      guard let loose = query.first("loose") else { return try opening(reader, room.words) }
      var filter = ContributionFilter.cards
      filter.isLoose = loose == "1"
      return try page(filter, words, after, reader, room.words)
    }
    return .response(try ViewJSON.response(view))
  }

  private static func opening(_ reader: Reader, _ words: Catalogue) throws -> View {
    var filter = ContributionFilter.cards
    filter.isLoose = true
    let themes = try reader.themes()
    let standing = themes.filter { $0.mergedInto == nil }
    let total = try reader.themeSizes(themes).values.reduce(0, +)
    let each = total <= openingMembers ? openingMembers : max(4, newestMembers / max(1, standing.count))
    let loose = try reader.contributions(filter, .newestFirst, limit: looseAtOnce + 1)
    let roots = themes.roots
    let members = try standing.flatMap { try reader.members(of: $0.id, among: roots, limit: each) }
    return try view(loose.prefix(looseAtOnce) + members, more: loose.count > looseAtOnce, reader, words)
  }

  private static func members(
    of theme: String, _ after: Int64?, _ reader: Reader, _ words: Catalogue
  ) throws -> View {
    let themes = try reader.themes()
    guard let id = ThemeID(uuid: theme), themes.contains(where: { $0.id == id }) else { throw Problem.notFound }
    let found = try reader.members(of: id, among: themes.roots, after: after, limit: themeAtOnce + 1)
    return try view(Array(found.prefix(themeAtOnce)), more: found.count > themeAtOnce, reader, words)
  }

  private static func page(
    _ filter: ContributionFilter, _ typed: String, _ after: Int64?, _ reader: Reader, _ words: Catalogue
  ) throws -> View {
    let found =
      typed.isEmpty
      ? try reader.contributions(filter, .newestFirst, after: after, limit: looseAtOnce + 1)
      : try reader.search(typed, in: filter, after: after, limit: themeAtOnce + 1)
    let size = typed.isEmpty ? looseAtOnce : themeAtOnce
    return try view(Array(found.prefix(size)), more: found.count > size, reader, words)
  }

  private static func view(
    _ found: [Contribution], more: Bool, _ reader: Reader, _ words: Catalogue
  ) throws -> View {
    let themes = try reader.themes(of: found.map(\.id))
    var seen: Set<ContributionID> = []
    let cards = found.filter { seen.insert($0.id).inserted }
      .map { CardView($0, themes: themes[$0.id] ?? [], words: words) }
    return View(seq: try reader.lastSequence(), cards: cards, more: more)
  }
}
