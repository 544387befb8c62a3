extension SeatingSearch {
  /// Seats everybody, each where the room is mixed best at that moment; who sit together come first, largest first.
  ///
  /// Nil where a block finds no table; `isTight` then fills the tables that have least room for it first.
  static func started(
    _ room: SeatingRoom, sizes: [Int], isTight: Bool, random: inout SplitMix64
  ) -> SeatingSearch? {
    var search = SeatingSearch(room, sizes: sizes)
    for unit in units(of: room, random: &random) {
      let free = sizes.indices.filter { search.room(at: $0) >= unit.count }
      guard var best = free.first else { return nil }
      var lowest: SeatingCost?
      for table in free {
        let cost = search.total(with: unit, at: table)
        let isRoomier = search.room(at: table) > search.room(at: best)
        if isTight, unit.count > 1 {
          if search.room(at: table) < search.room(at: best) { best = table }
        } else if lowest.map({ cost < $0 || (cost == $0 && isRoomier) }) ?? true {
          (best, lowest) = (table, cost)
        }
      }
      search.seat(unit, at: best)
    }
    return search
  }

  /// Blocks by size, then one by one: people of small groups first, whose place matters most.
  private static func units(of room: SeatingRoom, random: inout SplitMix64) -> [[Int]] {
    let inBlocks = Set(room.blocks.joined())
    var alone = room.attendees.indices.filter { !inBlocks.contains($0) }
    random.shuffle(&alone)
    let rarity = room.memberships.map { memberships in memberships.map { room.totals[$0.group] }.min() ?? 0 }
    let order = alone.indices.sorted { (rarity[alone[$0]], $0) < (rarity[alone[$1]], $1) }
    return room.blocks.sorted { $0.count > $1.count } + order.map { [alone[$0]] }
  }

  /// Lets people change places, and returns the places of the best seating met.
  ///
  /// It is late-acceptance hill climbing (Burke and Bykov, 2017): an exchange is kept where it is no worse than what there
  /// is, or than what there was some hundreds of steps ago. It needs no fractions, so a seed gives one seating everywhere.
  mutating func walk(steps: Int, memory: Int, random: inout SplitMix64) -> [Int] {
    var remembered = [SeatingCost](repeating: total, count: memory)
    var (best, lowest, found) = (people, total, 0)
    // A small room is at its best long before the steps are used up.
    let patience = 2_000 + 200 * people.count
    for step in 0..<steps where step - found < patience {
      guard let pairs = exchangeable(&random) else { continue }
      let before = total
      exchange(pairs)
      if total > before, total > remembered[step % memory] {
        exchange(pairs.map { ($0.1, $0.0) })
      } else if total < lowest {
        (best, lowest, found) = (people, total, step)
      }
      remembered[step % memory] = total
    }
    return best
  }

  /// Two people of two tables, with all they have to sit with, and as many others as make both sides equal.
  private func exchangeable(_ random: inout SplitMix64) -> [(Int, Int)]? {
    let (one, other) = (people[random.below(people.count)], people[random.below(people.count)])
    guard tables[one] != tables[other] else { return nil }
    guard let block = companions(of: one), let otherBlock = companions(of: other) else { return [(one, other)] }
    let size = max(block.count, otherBlock.count)
    guard let ours = filled(block, to: size, random: &random),
      let theirs = filled(otherBlock, to: size, random: &random)
    else { return nil }
    return Array(zip(ours, theirs))
  }

  /// Who has to go along with someone; nil where nobody in the room has to sit together.
  private func companions(of person: Int) -> [Int]? {
    room.blocks.isEmpty ? nil : room.blocks.first { $0.contains(person) } ?? [person]
  }

  private func filled(_ block: [Int], to size: Int, random: inout SplitMix64) -> [Int]? {
    guard block.count < size else { return block }
    var free = members(of: tables[block[0]]).filter { person in
      !block.contains(person) && !room.blocks.contains { $0.contains(person) }
    }
    guard free.count >= size - block.count else { return nil }
    random.shuffle(&free)
    return block + free.prefix(size - block.count)
  }
}
