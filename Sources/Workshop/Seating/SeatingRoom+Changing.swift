extension SeatingRoom {
  /// A seating with someone who came late, at the best table with a free seat; everybody else stays where they are.
  ///
  /// Tables are filled to 8 first, and to 9 where all have 8. Throws `.full` where no table has a seat at which every
  /// wish about the newcomer is kept, `.unknown` for a badge nobody has. Who has a seat keeps it.
  public func placing(_ badge: Badge, in seating: Seating) throws(SeatingComplaint) -> Seating {
    guard index(badge) != nil else { throw .unknown }
    guard seating.place(of: badge) == nil else { return seating }
    let already = Set(broken(in: seating))
    for limit in [TableSizes.wanted.upperBound, TableSizes.accepted.upperBound] {
      let allowed = seating.tables.indices.filter { seating.tables[$0].size < limit }
        .map { adding(badge, to: $0, of: seating) }
        .filter { already.isSuperset(of: broken(in: $0)) }
      if let best = allowed.min(by: { value(of: $0) < value(of: $1) }) { return best }
    }
    throw .full
  }

  /// A seating with someone at another table, or at a table at last; only the two tables' duos change, and as little as
  /// can be.
  ///
  /// It may break wishes: whoever moves people by hand is told (`measure`), and decides. Throws `.unknown` for a badge or
  /// a table that is not there, `.full` where the table has no seat left.
  public func moving(_ badge: Badge, to table: Int, in seating: Seating) throws(SeatingComplaint) -> Seating {
    guard index(badge) != nil, let target = seating.tables.firstIndex(where: { $0.number == table }) else {
      throw .unknown
    }
    let from = seating.place(of: badge)?.table
    guard from != table else { return seating }
    guard seating.tables[target].size < TableSizes.most else { throw .full }
    return adding(badge, to: target, of: removing(badge, from: seating))
  }

  /// A seating in which two people take each other's places, duos included.
  ///
  /// Throws `.unknown` where one has no seat.
  public func swapping(_ one: Badge, _ other: Badge, in seating: Seating) throws(SeatingComplaint) -> Seating {
    guard seating.place(of: one) != nil, seating.place(of: other) != nil else { throw .unknown }
    var next = seating
    for table in next.tables.indices {
      next.tables[table].duos = next.tables[table].duos.map { duo in
        duo.map { $0 == one ? other : $0 == other ? one : $0 }
      }
    }
    return next
  }

  /// A seating without someone.
  public func removing(_ badge: Badge, from seating: Seating) -> Seating {
    var next = seating
    for table in next.tables.indices { next.tables[table].duos = left(next.tables[table].duos, by: badge) }
    return next
  }

  private func adding(_ badge: Badge, to table: Int, of seating: Seating) -> Seating {
    var next = seating
    next.tables[table].duos = joined(next.tables[table].duos, by: badge)
    return next
  }

  private func value(of seating: Seating) -> SeatingCost {
    seating.tables.reduce(SeatingCost()) { $0 + cost(people(at: $1)) }
  }
}
