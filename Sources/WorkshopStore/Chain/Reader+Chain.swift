import GRDB
public import Workshop

extension Reader {
  /// The part of the chain that a contribution or a theme is in: all it rests on and all that came of it.
  ///
  /// It is followed link by link, so that it costs what it holds and not what the traject holds.
  public func chain(around id: String) throws -> Chain {
    let themes = try themes()
    let family = Family(try standing(), themes.standing)
    var links: Set<Link> = []
    for (query, next) in [(Self.backward, \Link.earlier), (Self.forward, \Link.later)] {
      var (seen, frontier) = (Set<String>(), family.members(of: [id]))
      while !frontier.isEmpty {
        seen.formUnion(frontier)
        let found = try self.links(sql: query, ids: frontier)
        links.formUnion(found)
        frontier = family.members(of: Set(found.map { $0[keyPath: next] })).subtracting(seen)
      }
    }
    let ids = family.members(of: Set(links.flatMap { [$0.from.rawValue, $0.to] }).union([id]))
    return Chain(
      contributions: try contributions(
        where: "id IN (SELECT value FROM json_each(?))", [StoredJSON.text(ids.sorted())]),
      links: links.sorted { ($0.from, $0.relation.rawValue, $0.to) < ($1.from, $1.relation.rawValue, $1.to) },
      themes: themes)
  }

  /// From what rests on something to what it rests on; what is in a theme grounds the theme.
  private static let backward = """
    SELECT from_id, relation, coalesce(to_contribution, to_theme) AS target FROM link
    WHERE from_id IN (SELECT value FROM json_each(:ids)) AND relation NOT IN ('belongsTo', 'reasonFor')
    UNION ALL
    SELECT from_id, relation, to_theme FROM link
    WHERE to_theme IN (SELECT value FROM json_each(:ids)) AND relation = 'belongsTo'
    """

  private static let forward = """
    SELECT from_id, relation, to_contribution AS target FROM link
    WHERE to_contribution IN (SELECT value FROM json_each(:ids)) AND relation <> 'reasonFor'
    UNION ALL
    SELECT from_id, relation, to_theme FROM link
    WHERE to_theme IN (SELECT value FROM json_each(:ids)) AND relation <> 'belongsTo'
    UNION ALL
    SELECT from_id, relation, to_theme FROM link
    WHERE from_id IN (SELECT value FROM json_each(:ids)) AND relation = 'belongsTo'
    """

  private func links(sql: String, ids: Set<String>) throws -> [Link] {
    try Row.fetchAll(db, sql: sql, arguments: ["ids": StoredJSON.text(ids.sorted())]).compactMap(Link.init(row:))
  }
}

extension Link {
  /// The end that lies nearer to the stories.
  fileprivate var earlier: String { relation == .belongsTo ? from.rawValue : to }
  /// The end that lies nearer to the actions.
  fileprivate var later: String { relation == .belongsTo ? to : from.rawValue }
}

/// What was merged counts as one: whoever asks for one of them asks for all.
private struct Family {
  private let root: (String) -> String
  private let members: [String: [String]]

  init(_ contributions: Standing<Contribution>, _ themes: Standing<Theme>) {
    // One id is never both a contribution's and a theme's.
    let root = { (id: String) in themes(for: ThemeID(contributions(for: ContributionID(id)).rawValue)).rawValue }
    self.root = root
    members = Dictionary(
      grouping: contributions.merged.map(\.rawValue) + themes.merged.map(\.rawValue), by: root)
  }

  func members(of ids: Set<String>) -> Set<String> {
    ids.reduce(into: []) { all, id in
      let first = root(id)
      all.formUnion([id, first] + (members[first] ?? []))
    }
  }
}
