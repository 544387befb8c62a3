import GRDB
public import Workshop

extension Reader {
  /// How many stories and factors lie in each theme that stands on its own, with what was merged into it.
  ///
  /// Counted from the index of links alone, but where themes were merged: there, one that lies in both counts once.
  public func themeSizes(_ themes: [Theme]) throws -> [ThemeID: Int] {
    let roots = themes.roots
    var sizes: [ThemeID: Int] = [:]
    for row in try Row.fetchAll(db.cachedStatement(sql: Self.themeSizes)) {
      let theme = ThemeID(row["to_theme"] as String)
      if let root = roots[theme] { sizes[root, default: 0] += row["n"] }
    }
    let merged = Dictionary(grouping: themes.filter { $0.mergedInto != nil }, by: { roots[$0.id] ?? $0.id })
    for (root, parts) in merged {
      sizes[root] = try Int.fetchOne(
        db, sql: "SELECT count(DISTINCT from_id) FROM link WHERE \(Self.inThemes)",
        arguments: [try StoredJSON.text([root] + parts.map(\.id))])
    }
    for row in try Row.fetchAll(db.cachedStatement(sql: Self.confidantMembers)) {
      for root in Set(try self.themes(of: ContributionID(row["id"] as String)).compactMap { roots[$0] }) {
        sizes[root, default: 0] -= 1
      }
    }
    return sizes
  }

  static let themeSizes = """
    SELECT to_theme, count(*) AS n FROM link
    WHERE to_theme IS NOT NULL AND relation = 'belongsTo' GROUP BY to_theme
    """

  static let confidantMembers = "SELECT id FROM contribution WHERE hold_ground = '\(HoldGround.confidant.rawValue)'"

  /// What lies in a theme and in those that were merged into it, the newest first, at most `limit`; `roots` are those of
  /// all themes.
  public func members(
    of theme: ThemeID, among roots: [ThemeID: ThemeID], after number: Int64? = nil, limit: Int
  ) throws -> [Contribution] {
    let parts = [theme] + roots.filter { $0.value == theme && $0.key != theme }.map(\.key).sorted()
    let numbers = try Int64.fetchAll(
      db.cachedStatement(sql: Self.memberNumbers),
      arguments: [try StoredJSON.text(parts), number ?? .max, limit])
    return try contributions(numbered: numbers, .newestFirst)
  }

  static let memberNumbers = """
    SELECT number FROM contribution
    WHERE id IN (SELECT from_id FROM link WHERE \(inThemes)) AND number < ? AND \(ContributionFilter.notForConfidant)
    ORDER BY number DESC LIMIT ?
    """

  private static let inThemes = "relation = 'belongsTo' AND to_theme IN (SELECT value FROM json_each(?))"

  /// The themes each of some contributions was put into itself.
  public func themes(of contributions: [ContributionID]) throws -> [ContributionID: [ThemeID]] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: Self.themesOfMany), arguments: [try StoredJSON.text(contributions)])
    return rows.reduce(into: [:]) { themes, row in
      themes[ContributionID(row["from_id"] as String), default: []].append(ThemeID(row["to_theme"] as String))
    }
  }

  static let themesOfMany = """
    SELECT from_id, to_theme FROM link
    WHERE from_id IN (SELECT value FROM json_each(?)) AND relation = 'belongsTo' ORDER BY number
    """
}
