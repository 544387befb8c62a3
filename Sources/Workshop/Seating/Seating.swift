/// Who sits where: tables, and at each table duos.
public struct Seating: Hashable, Sendable, Codable {
  /// A table and the duos at it.
  public struct Table: Hashable, Sendable, Codable {
    /// The number on the table, from 1 on.
    public let number: Int
    /// The duos, in the order they were made; a trio where the number is odd, one alone where nobody else is there.
    public var duos: [[Badge]]

    /// Describes a table.
    public init(number: Int, duos: [[Badge]]) {
      self.number = number
      self.duos = duos
    }

    /// Everybody at it, by badge.
    public var badges: [Badge] { duos.flatMap { $0 }.sorted() }
    /// How many sit at it.
    public var size: Int { duos.reduce(0) { $0 + $1.count } }
  }

  /// The tables, by number.
  public var tables: [Table]

  /// Describes who sits where.
  public init(tables: [Table] = []) {
    self.tables = tables
  }

  /// Everybody who has a seat, by badge.
  public var badges: [Badge] { tables.flatMap(\.badges).sorted() }

  /// Where someone sits, and with whom in a duo or trio; nil for who has no seat.
  public func place(of badge: Badge) -> (table: Int, partners: [Badge])? {
    for table in tables {
      for duo in table.duos where duo.contains(badge) {
        return (table.number, duo.filter { $0 != badge }.sorted())
      }
    }
    return nil
  }

  /// The number of the table of each badge.
  public var tableOfBadge: [Badge: Int] {
    tables.reduce(into: [:]) { numbers, table in
      for badge in table.badges { numbers[badge] = table.number }
    }
  }
}
