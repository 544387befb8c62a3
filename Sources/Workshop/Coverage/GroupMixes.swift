/// How many people there are of each combination of stakeholder groups, as totals that name nobody.
public struct GroupMixes: Hashable, Sendable, Codable {
  /// How many people see themselves in exactly these groups.
  public private(set) var people: [Set<String>: Int]

  /// Counts people by the groups each of them sees themselves in; none is a combination too.
  public init(_ everyone: [[String]] = []) {
    people = everyone.reduce(into: [:]) { $0[Set($1), default: 0] += 1 }
  }

  /// So many people of each combination.
  public init(people: [Set<String>: Int]) {
    self.people = people
  }

  /// At least this many of each combination: whom two ways of counting know of is counted once.
  public func atLeast(_ other: GroupMixes) -> GroupMixes {
    var all = self
    all.people.merge(other.people, uniquingKeysWith: max)
    return all
  }

  /// The groups of which it may be told what was heard and what was not, without pointing at a few people.
  ///
  /// "Heard from these groups and not from those" leaves the people who are in the first and in none of the second. A
  /// group is only named where each such remainder, of the whole room too, holds nobody or at least `threshold` people.
  /// So a small group is not named, nor is a group next to which the rest of the room is small. `earlier` comes first,
  /// then the largest group; the order of names settles the rest.
  public func tellableGroups(atLeast threshold: Int, keeping earlier: [String] = []) -> [String] {
    let sizes = people.reduce(into: [String: Int]()) { sizes, mix in
      for group in mix.key { sizes[group, default: 0] += mix.value }
    }
    let large = sizes.filter { $0.value >= threshold }
    let others = large.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).filter { !earlier.contains($0) }
    let known = earlier.filter { large[$0] != nil }
    return (known + others).reduce(into: []) { told, group in
      if isSafe(told + [group], threshold) { told.append(group) }
    }
  }

  private func isSafe(_ told: [String], _ threshold: Int) -> Bool {
    let named = Set(told)
    let classes = people.reduce(into: [Set<String>: Int]()) { classes, mix in
      if mix.value > 0 { classes[mix.key.intersection(named), default: 0] += mix.value }
    }
    // The smallest remainders are those that leave out every named group some person is not in.
    return classes.keys.allSatisfy { own in
      let left = classes.filter { $0.key.isSubset(of: own) }
      let remainders = [left.map(\.value)] + own.map { group in left.filter { $0.key.contains(group) }.map(\.value) }
      return remainders.allSatisfy { $0.reduce(0, +) >= threshold }
    }
  }
}
