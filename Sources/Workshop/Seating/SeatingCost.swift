/// What a seating is worth, in whole numbers: of two, the lower is better.
///
/// First come broken wishes, then the mix of groups, and only where these are equal people of one organisation at one
/// table. So spreading organisations never costs any of the mix.
struct SeatingCost: Hashable, Comparable {
  /// How many wishes are broken, counted per person or pair.
  var broken = 0
  /// Twice the total variation distances of the tables, in parts of `SeatingRoom.mixScale`.
  var mix = 0
  /// How many pairs of people from one organisation share a table.
  var pairs = 0

  static func < (left: SeatingCost, right: SeatingCost) -> Bool {
    if left.broken != right.broken { return left.broken < right.broken }
    if left.mix != right.mix { return left.mix < right.mix }
    return left.pairs < right.pairs
  }

  static func + (left: SeatingCost, right: SeatingCost) -> SeatingCost {
    SeatingCost(broken: left.broken + right.broken, mix: left.mix + right.mix, pairs: left.pairs + right.pairs)
  }

  static func - (left: SeatingCost, right: SeatingCost) -> SeatingCost {
    SeatingCost(broken: left.broken - right.broken, mix: left.mix - right.mix, pairs: left.pairs - right.pairs)
  }
}

extension SeatingRoom {
  /// A number that every size of table divides.
  private static let commonSize = (1...TableSizes.most).reduce(1, leastCommonMultiple)

  /// What a table whose mix shares nothing with the room's would count for twice.
  var mixScale: Int { unit * attendees.count * Self.commonSize }

  /// How far a table's mix is from the room's, from 0 to twice `mixScale`.
  ///
  /// With c of n places at the table for a group that has C of the room's N, the distance is the sum over the groups of
  /// |c/n − C/N|, brought under one denominator.
  @inline(__always)
  func distance(_ counts: some RandomAccessCollection<Int>, size: Int) -> Int {
    guard size > 0 else { return 0 }
    let people = attendees.count
    var sum = 0
    for (count, total) in zip(counts, totals) { sum += abs(count * people - total * size) }
    return sum * (Self.commonSize / size)
  }

  /// What a table is worth.
  func cost(_ people: [Int]) -> SeatingCost {
    var counts = [Int](repeating: 0, count: groups.count)
    for membership in people.flatMap({ memberships[$0] }) { counts[membership.group] += membership.share }
    var byOrganisation: [Int: Int] = [:]
    for organisation in people.compactMap({ organisations[$0] }) { byOrganisation[organisation, default: 0] += 1 }
    return SeatingCost(
      broken: people.reduce(0) { $0 + brokenWishes(of: $1, among: people) },
      mix: distance(counts, size: people.count),
      pairs: byOrganisation.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
  }

  /// How many wishes about someone are broken by who shares the table; those to sit together are not looked at.
  @inline(__always)
  func brokenWishes(of person: Int, among people: some Collection<Int>) -> Int {
    let (apart, companions) = (apart[person], companions[person])
    if apart.isEmpty, companions.isEmpty { return 0 }
    var broken = 0
    for other in people where apart.contains(other) { broken += 1 }
    for others in companions where !people.contains(where: others.contains) { broken += 1 }
    return broken
  }
}
