/// What can be worked out from counts that are shown together, by adding and subtracting them.
///
/// People may be in several groups, so the groups overlap. Everyone in the same shown groups forms one class; adding and
/// subtracting counts gives each class a weight, and where all weights are 0 or one same number, the result is the count
/// of just the classes with that number.
struct Disclosure {
  /// How many people are in each class, and in which of the shown groups, as bits.
  private let classes: [(bits: Int, people: Int)]
  private let groupCount: Int

  init(of stances: [Stance], shown: [String]) {
    groupCount = shown.count
    let sizes = stances.reduce(into: [Int: Int]()) { sizes, stance in
      let bits = shown.indices.reduce(0) { stance.groups.contains(shown[$1]) ? $0 | 1 << $1 : $0 }
      sizes[bits, default: 0] += 1
    }
    classes = sizes.map { (bits: $0.key, people: $0.value) }
  }

  /// Whether some sum of the shown counts, each taken once, left out or subtracted once, counts fewer people than that.
  func singlesOut(fewerThan threshold: Int) -> Bool {
    guard groupCount > 0 else { return false }
    var signs = [Int](repeating: -1, count: groupCount)
    repeat {
      let weights = classes.map { weight(of: $0.bits, signs) }
      if (-1...1).contains(where: { isSmall(weights, plus: $0, threshold) }) { return true }
    } while Self.advance(&signs)
    return false
  }

  private func isSmall(_ weights: [Int], plus total: Int, _ threshold: Int) -> Bool {
    var (people, value) = (0, 0)
    for (weight, members) in zip(weights, classes) where weight + total != 0 {
      guard value == 0 || value == weight + total else { return false }
      value = weight + total
      people += members.people
      if people >= threshold { return false }
    }
    return people > 0
  }

  private func weight(of bits: Int, _ signs: [Int]) -> Int {
    signs.indices.reduce(0) { bits & (1 << $1) == 0 ? $0 : $0 + signs[$1] }
  }

  /// The next of all combinations of -1, 0 and 1; false after the last.
  private static func advance(_ signs: inout [Int]) -> Bool {
    for index in signs.indices {
      if signs[index] < 1 {
        signs[index] += 1
        return true
      }
      signs[index] = -1
    }
    return false
  }
}
