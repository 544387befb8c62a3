import GRDB
public import Workshop

extension Reader {
  /// Every theme, merged ones too, in the order they were made.
  public func themes() throws -> [Theme] {
    try Row.fetchAll(db, sql: "SELECT * FROM theme ORDER BY position").map { row in
      Theme(
        id: ThemeID(row["id"] as String), name: row["name"], buildingBlock: row["building_block"],
        isPositiveCore: row["is_positive_core"], mergedInto: (row["merged_into"] as String?).map { ThemeID($0) })
    }
  }

  /// The dots by theme; a merged theme's dots count where it went.
  public func dots() throws -> [ThemeID: Int] {
    let themes = try themes()
    let sql = "SELECT theme, count(*) AS n FROM dot GROUP BY theme"
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { dots, row in
      dots[themes.root(of: ThemeID(row["theme"] as String)), default: 0] += row["n"]
    }
  }

  /// The dots a device gave, by person.
  public func dots(of owner: OwnerKey) throws -> [Int: [ThemeID]] {
    let sql = "SELECT person, theme FROM dot WHERE voter = ? ORDER BY person, slot"
    return try Row.fetchAll(db, sql: sql, arguments: [owner.bytes.data]).reduce(into: [:]) { dots, row in
      dots[row["person"], default: []].append(ThemeID(row["theme"] as String))
    }
  }
}
