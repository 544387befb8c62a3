/// How well a seating mixes the room.
public struct SeatingMeasure: Hashable, Sendable {
  /// One table's part in it.
  public struct Table: Hashable, Sendable {
    /// The number of the table.
    public let number: Int
    /// How many sit at it.
    public let size: Int
    /// The total variation distance between the table's group mix and the room's, 0 to 1.
    public let distance: Double
    /// How many at the table are in each group; someone in two groups is one in both.
    public let groups: [String: Int]
    /// The groups nobody at the table is in, though by their share of the room at least one should be, in order.
    public let missing: [String]
    /// How many pairs of people from one organisation share it.
    public let sameOrganisation: Int
  }

  /// The objective: the mean of the tables' distances, 0 to 1; lower is better.
  public let objective: Double
  /// The tables with somebody at them, by number.
  public let tables: [Table]
  /// The wishes it breaks, in the order they were given.
  public let broken: [SeatingWish]
}

extension SeatingRoom {
  /// The objective of a seating, table by table.
  ///
  /// The objective is the mean over the tables of the total variation distance between a table's group mix and the
  /// room's: half the sum, over the groups, of the difference between a group's share at the table and its share in the
  /// room. 0 is a table that is the room in small; a table of one small group comes near to 1. It is hardly ever 0, since no
  /// table has 2.4 parents.
  ///
  /// Someone in several groups counts for an equal part in each, so that everybody weighs the same. People who told no
  /// group are a group of their own, so that they are spread too. Tables with nobody at them do not count. The room is
  /// everybody in it, with a seat or not yet.
  public func measure(_ seating: Seating) -> SeatingMeasure {
    let tables = seating.tables.filter { $0.size > 0 }
    let costs = tables.map { cost(people(at: $0)) }
    let whole = Double(2 * max(1, mixScale))
    return SeatingMeasure(
      // Summed as whole numbers and divided once, so that the figure does not depend on the order of the tables.
      objective: tables.isEmpty ? 0 : Double(costs.reduce(0) { $0 + $1.mix }) / (whole * Double(tables.count)),
      tables: zip(tables, costs).map { table, cost in
        let present = groupCounts(at: table)
        return SeatingMeasure.Table(
          number: table.number, size: table.size, distance: Double(cost.mix) / whole, groups: present,
          missing: zip(groups, totals).filter { present[$0] == nil && $1 * table.size >= unit * attendees.count }.map(
            \.0),
          sameOrganisation: cost.pairs)
      },
      broken: broken(in: seating))
  }

  /// What each group of the room counts for, in people.
  public var mix: [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(groups, totals.map { Double($0) / Double(unit) }))
  }

  /// The wishes a seating breaks, in the order they were given; people without a seat break none.
  public func broken(in seating: Seating) -> [SeatingWish] {
    let tables = seating.tableOfBadge
    return wishes.filter { wish in
      let seated = wish.badges.compactMap { tables[$0] }
      switch wish.kind {
      case .together: return Set(seated).count > 1
      case .apart: return Set(seated).count < seated.count
      case .shareLanguage: return lacksLanguage(wish, tables)
      }
    }
  }

  private func lacksLanguage(_ wish: SeatingWish, _ tables: [Badge: Int]) -> Bool {
    guard let needy = wish.badges.first, let table = tables[needy], let person = index(needy) else { return false }
    let named = Set(wish.badges.dropFirst())
    return !attendees.contains { other in
      other.badge != needy && tables[other.badge] == table
        && (named.contains(other.badge) || !other.languages.isDisjoint(with: attendees[person].languages))
    }
  }

  private func groupCounts(at table: Seating.Table) -> [String: Int] {
    people(at: table).flatMap { memberships[$0] }.reduce(into: [:]) { counts, membership in
      counts[groups[membership.group], default: 0] += 1
    }
  }
}

extension SeatingRoom {
  /// The objective that drawing lots for the seats of a seating would give, as the mean of some draws.
  ///
  /// The draws are the same for the same room, so that the figure beside another does not dance.
  public func objectiveByLot(like seating: Seating, draws: Int = 20) -> Double {
    let sizes = seating.tables.map(\.size).filter { $0 > 0 }
    var (random, people) = (SplitMix64(seed: 1), seating.badges.compactMap(index))
    guard !people.isEmpty, draws > 0 else { return 0 }
    var sum = 0
    for _ in 0..<draws {
      random.shuffle(&people)
      var start = 0
      for size in sizes {
        var counts = [Int](repeating: 0, count: groups.count)
        for person in people[start..<(start + size)] {
          for membership in memberships[person] { counts[membership.group] += membership.share }
        }
        sum += distance(counts, size: size)
        start += size
      }
    }
    return Double(sum) / (Double(2 * mixScale) * Double(sizes.count * draws))
  }
}
