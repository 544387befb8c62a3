import HTTPServer
import Likeness
import Workshop
import WorkshopStore

/// `GET …/theme-suggestions`: 200 with what might belong together, and by which words; nothing is done with it here.
///
/// `groups` are loose stories and factors that are alike, `fits` are loose ones beside the theme they are like. Only what
/// waits or is released is compared: what is held apart stays out of it.
enum SuggestThemes {
  struct View: Encodable {
    let groups: [Group]
    let fits: [Fit]
  }

  struct Group: Encodable {
    let members: [String]
    let words: [String]
  }

  struct Fit: Encodable {
    let contribution: String
    let theme: String
    let words: [String]
  }

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let (contributions, links, themes) = try room.store.read {
      (try $0.contributions().filter(isCandidate), try $0.links(), try $0.themes())
    }
    let texts = contributions.map { LikenessText(id: $0.id.rawValue, language: $0.origin.language, body: $0.body) }
    let likeness = Likeness(
      texts, quiet: .question(room.trajectory, framework: room.framework, words: room.words),
      stopWords: try .shipped())
    let members = Self.members(links, themes)
    let loose = Set(texts.map(\.id)).subtracting(members.values.joined())
    let known = themes.filter { $0.mergedInto == nil }
      .map { LikenessTheme(id: $0.id.rawValue, name: $0.name, members: members[$0.id] ?? []) }
    return .response(
      try ViewJSON.response(
        View(
          groups: likeness.groups(among: loose).map { Group(members: $0.members, words: $0.words) },
          fits: likeness.fits(of: loose, in: known).map { Fit(contribution: $0.text, theme: $0.theme, words: $0.words) }
        )))
  }

  private static func isCandidate(_ contribution: Contribution) -> Bool {
    [.story, .successFactor].contains(contribution.kind) && [.waiting, .released].contains(contribution.state)
  }

  /// What is in each theme that stands on its own, with what was merged into it.
  private static func members(_ links: [Link], _ themes: [Theme]) -> [ThemeID: [String]] {
    let known = Set(themes.map(\.id))
    let pairs = links.filter { $0.relation == .belongsTo && known.contains(ThemeID($0.to)) }
      .map { (themes.root(of: ThemeID($0.to)), $0.from.rawValue) }
    return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
  }
}
