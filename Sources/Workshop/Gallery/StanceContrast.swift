/// Whether the groups in a room stand apart on a proposal.
///
/// Each group is held against everybody else, on two questions: who says no, and who says "ja" without a condition. It
/// stands apart where both hold:
///
/// - the difference is worth a conversation: the shares, each smoothed by one person on either side (Laplace, so that ten
///   people of one mind count for less than fifty), are at least a quarter apart;
/// - the difference is no whim of the draw: by Fisher's exact test on the counts, with everything that is compared in this
///   room taken together (Bonferroni), chance alone gives it for at most one proposal in a hundred.
struct StanceContrast {
  /// Whether a group clearly stands elsewhere.
  let isClear: Bool

  private static let leastDifference = 0.25
  private static let chance = 0.01

  init(_ stances: [Stance]) {
    let groups = Self.groups(of: stances)
    let questions: [@Sendable (Stance) -> Bool] = [{ $0.position == .no }, { $0.position == .yes }]
    let limit = Self.chance / Double(max(1, groups.count * questions.count))
    isClear = groups.contains { isIn in
      questions.contains { Self.differs(stances, isIn, marked: $0, limit: limit) }
    }
  }

  /// The groups that may be compared: large enough, with everybody else as large; and all who are in none of them as one.
  private static func groups(of stances: [Stance]) -> [(Stance) -> Bool] {
    let sizes = stances.reduce(into: [String: Int]()) { sizes, stance in
      for group in Set(stance.groups) { sizes[group, default: 0] += 1 }
    }
    let large = Set(sizes.filter { isComparable($0.value, of: stances.count) }.keys)
    let others = stances.count { large.isDisjoint(with: $0.groups) }
    let named = large.sorted().map { group in { (stance: Stance) in stance.groups.contains(group) } }
    return named + (isComparable(others, of: stances.count) ? [{ large.isDisjoint(with: $0.groups) }] : [])
  }

  private static func isComparable(_ people: Int, of all: Int) -> Bool {
    people >= SmallGroup.inExports && all - people >= SmallGroup.inExports
  }

  private static func differs(
    _ stances: [Stance], _ isIn: (Stance) -> Bool, marked isMarked: (Stance) -> Bool, limit: Double
  ) -> Bool {
    let (people, marked) = (stances.count(where: isIn), stances.count(where: isMarked))
    let inside = stances.count { isIn($0) && isMarked($0) }
    let share = smoothed(inside, of: people)
    let shareElsewhere = smoothed(marked - inside, of: stances.count - people)
    guard abs(share - shareElsewhere) >= leastDifference else { return false }
    let chance =
      share > shareElsewhere
      ? Chance.ofAtLeast(inside, ofMarked: marked, in: people, of: stances.count)
      : Chance.ofAtLeast(marked - inside, ofMarked: marked, in: stances.count - people, of: stances.count)
    return chance <= limit
  }

  private static func smoothed(_ count: Int, of people: Int) -> Double { Double(count + 1) / Double(people + 2) }
}
