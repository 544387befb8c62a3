import Foundation
import GRDB
public import Workshop

extension Reader {
  /// Every theme, merged ones too, in the order they were made; those that were taken back are left out.
  public func themes() throws -> [Theme] {
    try Row.fetchAll(db, sql: "SELECT * FROM theme WHERE is_removed = 0 ORDER BY position").map(Theme.init(row:))
  }

  /// What every theme is called, those that were taken back too.
  public func themeNames() throws -> [ThemeID: String] {
    try Row.fetchAll(db, sql: "SELECT id, name FROM theme").reduce(into: [:]) { names, row in
      names[ThemeID(row["id"] as String)] = row["name"]
    }
  }

  /// The theme of an id; throws `.unknown` where there is none, or it was taken back.
  func theme(_ id: ThemeID) throws -> Theme {
    let sql = "SELECT * FROM theme WHERE id = ? AND is_removed = 0"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.rawValue]) else {
      throw StoreError(id.rawValue, .unknown)
    }
    return Theme(row: row)
  }

  /// The themes a story or a factor was put into itself, in that order.
  func themes(of contribution: ContributionID) throws -> [ThemeID] {
    let sql = """
      SELECT to_theme FROM link JOIN theme ON theme.id = link.to_theme
      WHERE from_id = ? AND relation = 'belongsTo' AND is_removed = 0 ORDER BY link.number
      """
    return try String.fetchAll(db, sql: sql, arguments: [contribution.rawValue]).map { ThemeID($0) }
  }

  /// The latest edits of the themes, the newest first, and which can be taken back or done again.
  public func themeHistory(limit: Int = 50) throws -> ThemeHistory {
    let undo = "WHERE is_undone = 0 ORDER BY number DESC"
    let redo = "WHERE is_undone = 1 AND is_dropped = 0 ORDER BY number"
    return ThemeHistory(
      edits: try edits("ORDER BY number DESC", limit: limit), undo: try edits(undo, limit: 1).first,
      redo: try edits(redo, limit: 1).first)
  }

  /// The dots by theme; a merged theme's dots count where it went.
  public func dots() throws -> [ThemeID: Int] {
    let themes = try themes()
    let (known, standing) = (Set(themes.map(\.id)), themes.standing)
    let sql = "SELECT theme, count(*) AS n FROM dot GROUP BY theme"
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { dots, row in
      let theme = ThemeID(row["theme"] as String)
      if known.contains(theme) { dots[standing(for: theme), default: 0] += row["n"] }
    }
  }

  /// The dots a device gave, by person; those on a theme that was taken back are free again.
  public func dots(of owner: OwnerKey) throws -> [Int: [ThemeID]] {
    let sql = """
      SELECT person, theme FROM dot JOIN theme ON theme.id = dot.theme
      WHERE voter = ? AND is_removed = 0 ORDER BY person, slot
      """
    return try Row.fetchAll(db, sql: sql, arguments: [owner.bytes.data]).reduce(into: [:]) { dots, row in
      dots[row["person"], default: []].append(ThemeID(row["theme"] as String))
    }
  }

  private func edits(_ condition: String, limit: Int) throws -> [ThemeEdit] {
    let sql = "SELECT * FROM theme_edit \(condition) LIMIT ?"
    return try Row.fetchAll(db, sql: sql, arguments: [limit]).map(ThemeEdit.init(row:))
  }
}

extension Theme {
  fileprivate init(row: Row) {
    self.init(
      id: ThemeID(row["id"] as String), name: row["name"], buildingBlock: row["building_block"],
      isPositiveCore: row["is_positive_core"], mergedInto: (row["merged_into"] as String?).map { ThemeID($0) })
  }
}

extension ThemeEdit {
  fileprivate init(row: Row) throws {
    guard let role = JournalEntry.Role(rawValue: row["role"]), let kind = Kind(rawValue: row["kind"]) else {
      throw StoreError("theme_edit", .damaged)
    }
    self.init(
      id: row["number"], at: Date(milliseconds: row["at"]), role: role, kind: kind,
      theme: ThemeID(row["theme"] as String),
      changes: try JSONTextReader.changes(row["changes"]), isUndone: row["is_undone"])
  }
}
