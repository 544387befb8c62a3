extension SeatingRoom {
  /// How long to search: enough to make the mix as good as a search of minutes does, within a second for 500 people.
  private static func steps(for people: Int) -> Int { min(150_000, 20_000 + 1_000 * people) }

  /// A seating with the maximum mix that keeps every wish.
  ///
  /// A first seating puts each person where the mix gains most; then people change places as long as that makes it
  /// better. The same room, seed and number of tables give the same seating. Throws a `SeatingComplaint` where nobody is
  /// there, where that number of tables does not work, or where the wishes cannot all be kept. Without a number of tables it
  /// takes what suits the number of people (`TableSizes`).
  public func propose(tables: Int? = nil, seed: UInt64 = 1) throws(SeatingComplaint) -> Seating {
    try propose(tables: tables, seed: seed, steps: Self.steps(for: attendees.count))
  }

  func propose(tables: Int?, seed: UInt64, steps: Int) throws(SeatingComplaint) -> Seating {
    guard !attendees.isEmpty else { throw .nobody }
    guard let sizes = TableSizes.sizes(for: attendees.count, tables: tables) else {
      throw .tableCount(TableSizes.counts(for: attendees.count))
    }
    let conflicts = conflicts(largest: sizes.max() ?? 0)
    guard conflicts.isEmpty else { throw .conflicts(conflicts) }
    var random = SplitMix64(seed: seed)
    var unkept: [SeatingWish] = []
    // What cannot be kept at once can often be kept from another beginning.
    for attempt in 0..<4 {
      guard var search = SeatingSearch.started(self, sizes: sizes, isTight: attempt % 2 == 1, random: &random)
      else { continue }
      let places = search.walk(steps: steps, memory: 200, random: &random)
      let seating = seating(places, starts: search.starts)
      unkept = broken(in: seating)
      if unkept.isEmpty { return seating }
    }
    if unkept.isEmpty { unkept = wishes.filter { $0.kind == .together } }
    throw .conflicts([SeatingConflict(reason: .notFound, wishes: unkept)])
  }

  private func seating(_ places: [Int], starts: [Int]) -> Seating {
    Seating(
      tables: zip(starts, starts.dropFirst()).enumerated().map { offset, range in
        Seating.Table(number: offset + 1, duos: duos(Array(places[range.0..<range.1])))
      })
  }

  /// The wishes that no seating can keep together.
  private func conflicts(largest: Int) -> [SeatingConflict] {
    var found: [SeatingConflict] = []
    for block in blocks {
      let members = Set(block.map { attendees[$0].badge })
      let chain = wishes.filter { $0.kind == .together && !members.isDisjoint(with: $0.badges) }
      if block.count > largest { found.append(SeatingConflict(reason: .tooManyTogether, wishes: chain)) }
      for wish in wishes where wish.kind == .apart && members.intersection(wish.badges).count > 1 {
        found.append(SeatingConflict(reason: .togetherAndApart, wishes: chain + [wish]))
      }
    }
    for wish in wishes where wish.kind == .shareLanguage {
      guard let needy = index(wish.badges[0]), companions[needy].contains(where: \.isEmpty) else { continue }
      found.append(SeatingConflict(reason: .nobodyShares, wishes: [wish]))
    }
    return found
  }
}
