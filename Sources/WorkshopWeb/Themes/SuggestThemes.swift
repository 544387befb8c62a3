import HTTPServer
import Likeness
import Workshop
import WorkshopStore

/// `GET …/theme-suggestions`: 200 with what might belong together, and by which words; nothing is done with it here.
///
/// `groups` are loose stories and factors that are alike, `fits` are loose ones beside the theme they are like. Only what
/// waits or is released is compared: what is held apart stays out of it.
///
/// Comparing costs the square of how many are compared, so that in a large traject only the newest loose ones are, beside
/// the newest of each theme; `compared` and `loose` tell how many of how many.
enum SuggestThemes {
  /// The most loose stories and factors that are compared.
  static let mostLoose = 500
  /// The most that lie in themes already and are compared with them.
  private static let mostMembers = 400

  struct View: Encodable {
    let compared: Int
    let loose: Int
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
    let material = try room.store.read(Material.init)
    let texts = material.contributions.map {
      LikenessText(id: $0.id.rawValue, language: $0.origin.language, body: $0.body)
    }
    let likeness = Likeness(
      texts, quiet: .question(room.trajectory, framework: room.framework, words: room.words),
      stopWords: try .shipped())
    let loose = Set(material.loose.map(\.id.rawValue))
    let known = material.themes.map { theme, members in
      LikenessTheme(id: theme.id.rawValue, name: theme.name, members: members.map(\.id.rawValue))
    }
    return .response(
      try ViewJSON.response(
        View(
          compared: loose.count, loose: material.looseCount,
          groups: likeness.groups(among: loose).map { Group(members: $0.members, words: $0.words) },
          fits: likeness.fits(of: loose, in: known).map { Fit(contribution: $0.text, theme: $0.theme, words: $0.words) }
        )))
  }

  /// What is compared, each story and factor once.
  private struct Material {
    let loose: [Contribution]
    let looseCount: Int
    let themes: [(theme: Theme, members: [Contribution])]
    let contributions: [Contribution]

    init(_ reader: Reader) throws {
      var filter = ContributionFilter.cards
      filter.isLoose = true
      loose = try reader.contributions(filter, .newestFirst, limit: mostLoose)
      looseCount = loose.count < mostLoose ? loose.count : try reader.contributionCount(filter)
      let all = try reader.themes()
      let (roots, standing) = (all.roots, all.filter { $0.mergedInto == nil })
      let each = max(4, mostMembers / max(1, standing.count))
      themes = try standing.map { theme in
        let members = try reader.members(of: theme.id, among: roots, limit: each)
        return (theme, members.filter { ContributionFilter.cards.states.contains($0.state) })
      }
      var seen: Set<ContributionID> = []
      contributions = (loose + themes.flatMap(\.members)).filter { seen.insert($0.id).inserted }
        .sorted { $0.number < $1.number }
    }
  }
}
