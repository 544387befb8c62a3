/// A full room in which people change places: what local search walks through.
///
/// A place is a number; the places of a table follow each other. Every change is an exchange between two tables, so that
/// sizes stay as they are, and only these two tables are counted anew.
struct SeatingSearch {
  let room: SeatingRoom
  /// Where the places of each table begin, and after the last where they end.
  let starts: [Int]
  /// The person at each place; −1 for nobody yet.
  private(set) var people: [Int]
  /// The table of each person; −1 for none yet.
  private(set) var tables: [Int]
  /// How many places of each table are taken.
  private var taken: [Int]
  private var places: [Int]
  private var groupCounts: [Int]
  private var organisationCounts: [Int]
  private var costs: [SeatingCost]
  /// What the whole is worth.
  private(set) var total = SeatingCost()

  init(_ room: SeatingRoom, sizes: [Int]) {
    self.room = room
    starts = sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let count = room.attendees.count
    people = Array(repeating: -1, count: starts.last ?? 0)
    tables = Array(repeating: -1, count: count)
    places = Array(repeating: -1, count: count)
    taken = Array(repeating: 0, count: sizes.count)
    groupCounts = Array(repeating: 0, count: sizes.count * room.groups.count)
    organisationCounts = Array(repeating: 0, count: sizes.count * room.organisationCount)
    costs = Array(repeating: SeatingCost(), count: sizes.count)
    for table in sizes.indices { recount(table) }
  }

  /// How many places a table still has.
  func room(at table: Int) -> Int { size(of: table) - taken[table] }

  private func size(of table: Int) -> Int { starts[table + 1] - starts[table] }

  /// Puts people at a table with room for them.
  mutating func seat(_ newcomers: [Int], at table: Int) {
    for person in newcomers {
      put(person, at: starts[table] + taken[table], of: table)
      taken[table] += 1
    }
    recount(table)
  }

  /// What the whole would be worth with people at a table.
  mutating func total(with newcomers: [Int], at table: Int) -> SeatingCost {
    seat(newcomers, at: table)
    defer { unseat(newcomers.count, from: table) }
    return total
  }

  private mutating func unseat(_ number: Int, from table: Int) {
    for _ in 0..<number {
      taken[table] -= 1
      let place = starts[table] + taken[table]
      let person = people[place]
      count(person, at: table, -1)
      (people[place], tables[person], places[person]) = (-1, -1, -1)
    }
    recount(table)
  }

  /// Lets pairs of people from the same two tables change places.
  mutating func exchange(_ pairs: [(Int, Int)]) {
    guard let first = pairs.first else { return }
    let (here, there) = (tables[first.0], tables[first.1])
    for (one, other) in pairs {
      let (place, otherPlace) = (places[one], places[other])
      count(one, at: here, -1)
      count(other, at: there, -1)
      put(one, at: otherPlace, of: there)
      put(other, at: place, of: here)
    }
    recount(here)
    recount(there)
  }

  /// Who is at a table.
  func members(of table: Int) -> ArraySlice<Int> { people[starts[table]..<(starts[table] + taken[table])] }

  private mutating func put(_ person: Int, at place: Int, of table: Int) {
    (people[place], places[person], tables[person]) = (person, place, table)
    count(person, at: table, 1)
  }

  private mutating func count(_ person: Int, at table: Int, _ sign: Int) {
    for membership in room.memberships[person] {
      groupCounts[table * room.groups.count + membership.group] += sign * membership.share
    }
    if let organisation = room.organisations[person] {
      organisationCounts[table * room.organisationCount + organisation] += sign
    }
  }

  private mutating func recount(_ table: Int) {
    let (first, groups) = (table * room.groups.count, room.groups.count)
    var cost = SeatingCost()
    cost.mix = room.distance(groupCounts[first..<(first + groups)], size: size(of: table))
    let members = members(of: table)
    for person in members {
      cost.broken += room.brokenWishes(of: person, among: members)
      if let organisation = room.organisations[person] {
        cost.pairs += organisationCounts[table * room.organisationCount + organisation] - 1
      }
    }
    // Each pair was met from both its sides.
    cost.pairs /= 2
    total = total - costs[table] + cost
    costs[table] = cost
  }
}
