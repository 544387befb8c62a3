/// The people who get a seat and the wishes about them, in the whole numbers that seatings are compared by.
///
/// Every seating of one room is made, changed and measured by it. People are numbered by badge; badges in a wish that
/// nobody in the room has are left out of it until somebody has.
public struct SeatingRoom: Sendable {
  /// Everybody, by badge.
  public let attendees: [Attendee]
  /// The hard wishes, as given.
  public let wishes: [SeatingWish]
  /// The groups of the room, in order; the empty one, of people who told none, is last.
  public let groups: [String]

  /// One whole person, in parts that each number of groups someone is in divides.
  let unit: Int
  /// The groups of each person, and what each of these counts for.
  let memberships: [[(group: Int, share: Int)]]
  /// What each group counts for in the whole room.
  let totals: [Int]
  /// The organisation of each person; nil where not told.
  let organisations: [Int?]
  let organisationCount: Int
  /// Whom each person may not share a table with.
  let apart: [[Int]]
  /// For who needs someone to share a language with: the people who would do.
  let companions: [[Set<Int>]]
  /// Who have to sit together, each set once; two people or more.
  let blocks: [[Int]]
  private let indices: [Badge: Int]

  /// Describes a room.
  ///
  /// Of two attendees with one badge the groups and languages are joined; whoever has a seat and is not among the
  /// attendees is someone of whom nothing is known.
  public init(_ attendees: [Attendee], wishes: [SeatingWish] = [], seating: Seating = Seating()) {
    let everybody = Self.merged(attendees, seating)
    let indices = Dictionary(uniqueKeysWithValues: everybody.enumerated().map { ($0.element.badge, $0.offset) })
    (self.attendees, self.wishes, self.indices) = (everybody, wishes, indices)

    let told = Set(everybody.flatMap(\.groups)).sorted()
    let groups = everybody.contains { $0.groups.isEmpty } ? told + [""] : told
    let numbers = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($0.element, $0.offset) })
    let unit = everybody.reduce(1) { leastCommonMultiple($0, max(1, $1.groups.count)) }
    let memberships = everybody.map { attendee in
      let own = attendee.groups.isEmpty ? [""] : attendee.groups.sorted()
      return own.compactMap { numbers[$0] }.map { (group: $0, share: unit / own.count) }
    }
    var totals = [Int](repeating: 0, count: groups.count)
    for membership in memberships.joined() { totals[membership.group] += membership.share }
    (self.groups, self.unit, self.memberships, self.totals) = (groups, unit, memberships, totals)

    let names = Set(everybody.map { Self.plain($0.organisation) }).subtracting([""]).sorted()
    let organisationNumbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    organisations = everybody.map { organisationNumbers[Self.plain($0.organisation)] }
    organisationCount = names.count

    let named = wishes.map { wish in (wish, wish.badges.compactMap { indices[$0] }) }
    apart = Self.apart(named, count: everybody.count)
    companions = Self.companions(named, everybody, indices)
    blocks = Self.blocks(named, count: everybody.count)
  }

  /// The number of the person with a badge; nil where nobody has it.
  func index(_ badge: Badge) -> Int? { indices[badge] }

  /// Who is at a table, by number of person.
  func people(at table: Seating.Table) -> [Int] { table.badges.compactMap { indices[$0] } }

  private static func merged(_ attendees: [Attendee], _ seating: Seating) -> [Attendee] {
    var byBadge: [Badge: Attendee] = [:]
    for attendee in attendees {
      guard var known = byBadge[attendee.badge] else {
        byBadge[attendee.badge] = attendee
        continue
      }
      known.groups.formUnion(attendee.groups)
      known.languages.formUnion(attendee.languages)
      if known.organisation.isEmpty { known.organisation = attendee.organisation }
      byBadge[attendee.badge] = known
    }
    for badge in seating.badges where byBadge[badge] == nil { byBadge[badge] = Attendee(badge) }
    return byBadge.values.sorted { $0.badge < $1.badge }
  }

  /// An organisation's name as two people who type it differently would have typed it alike.
  private static func plain(_ organisation: String) -> String {
    organisation.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func apart(_ wishes: [(SeatingWish, [Int])], count: Int) -> [[Int]] {
    var apart = [Set<Int>](repeating: [], count: count)
    for (wish, people) in wishes where wish.kind == .apart {
      for person in people { apart[person].formUnion(people.filter { $0 != person }) }
    }
    return apart.map { $0.sorted() }
  }

  private static func companions(
    _ wishes: [(SeatingWish, [Int])], _ everybody: [Attendee], _ indices: [Badge: Int]
  ) -> [[Set<Int>]] {
    var companions = [[Set<Int>]](repeating: [], count: everybody.count)
    for (wish, people) in wishes where wish.kind == .shareLanguage {
      guard let needy = indices[wish.badges[0]] else { continue }
      let languages = everybody[needy].languages
      let speakers = everybody.indices.filter { !everybody[$0].languages.isDisjoint(with: languages) }
      companions[needy].append(Set(speakers + people).subtracting([needy]))
    }
    return companions
  }

  /// Chains of wishes to sit together are one block: whoever sits with 2, who sits with 3, sits with 3.
  private static func blocks(_ wishes: [(SeatingWish, [Int])], count: Int) -> [[Int]] {
    var blocks: [Set<Int>] = []
    for (wish, people) in wishes where wish.kind == .together && people.count > 1 {
      let touched = blocks.filter { !$0.isDisjoint(with: people) }
      blocks.removeAll { !$0.isDisjoint(with: people) }
      blocks.append(touched.reduce(Set(people)) { $0.union($1) })
    }
    return blocks.map { $0.sorted() }
  }
}

/// The smallest number that both divide.
func leastCommonMultiple(_ one: Int, _ other: Int) -> Int {
  var (large, small) = (one, other)
  while small > 0 { (large, small) = (small, large % small) }
  return one / large * other
}
