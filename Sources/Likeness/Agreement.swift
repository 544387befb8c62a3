/// How far two ways of grouping the same things agree: the Rand index adjusted for chance (Hubert and Arabie, 1985).
public enum Agreement {
  /// 1 where both put the same things together, about 0 where they agree no more than chance would.
  ///
  /// Each list names the group of each thing, in the same order; a thing apart has a group of its own.
  public static func adjustedRandIndex(_ one: [Int], _ other: [Int]) -> Double {
    let both = pairs(zip(one, other).map { [$0, $1] })
    let (left, right) = (pairs(one), pairs(other))
    let all = Double(one.count * (one.count - 1)) / 2
    guard all > 0 else { return 1 }
    let (chance, most) = (left * right / all, (left + right) / 2)
    return most == chance ? 1 : (both - chance) / (most - chance)
  }

  /// How many pairs of things stand in one group.
  private static func pairs(_ groups: [some Hashable]) -> Double {
    Dictionary(grouping: groups, by: { $0 }).values.reduce(0) { $0 + Double($1.count * ($1.count - 1)) / 2 }
  }
}
