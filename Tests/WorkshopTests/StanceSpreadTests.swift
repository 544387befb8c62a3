import Testing
import Workshop

@Suite("The spread of stances")
struct StanceSpreadTests {
  private func people(_ count: Int, _ position: StancePosition, _ groups: String...) -> [Stance] {
    Array(repeating: Stance(proposal: "p", position: position, groups: groups), count: count)
  }

  @Test("Every position is counted, also the one nobody takes")
  func counts() {
    let spread = StanceSpread(people(3, .yes) + people(1, .no), threshold: 5)
    #expect(spread.counts == [.yes: 3, .yesBut: 0, .no: 1])
    #expect(spread.total == 4)
  }

  @Test("A group is shown from five people up")
  func threshold() {
    let four = people(4, .yes, "ouder") + people(6, .no, "partner")
    #expect(StanceSpread(four, threshold: 5).byGroup.isEmpty)
    let five = people(5, .yes, "ouder") + people(6, .no, "partner")
    #expect(StanceSpread(five, threshold: 5).byGroup["ouder"] == [.yes: 5, .yesBut: 0, .no: 0])
  }

  @Test("A hidden group cannot be found by taking the shown ones from the whole")
  func complement() {
    let stances = people(9, .yes, "ouder") + people(8, .yes, "partner") + people(2, .no, "kind")
    #expect(StanceSpread(stances, threshold: 5).byGroup.isEmpty)
  }

  @Test("People without a group are not found by subtraction either")
  func withoutGroup() {
    let stances = people(9, .yes, "ouder") + people(8, .yes, "partner") + people(1, .no)
    #expect(StanceSpread(stances, threshold: 5).byGroup.isEmpty)
  }

  @Test("People who are in two groups are not found where one group lies within another")
  func within() {
    // The parents who are not volunteers: 9 - 7 = 2 people, though both groups are large and so is the rest.
    let stances = people(7, .yes, "ouder", "vrijwilliger") + people(2, .no, "ouder") + people(20, .yes, "partner")
    #expect(StanceSpread(stances, threshold: 5).byGroup.isEmpty)
  }

  @Test("The overlap of two groups that together are everyone is not found")
  func overlap() {
    let stances = people(8, .yes, "ouder") + people(2, .no, "ouder", "partner") + people(8, .yes, "partner")
    #expect(StanceSpread(stances, threshold: 5).byGroup.isEmpty)
  }

  @Test("Large groups that give nobody away are all shown")
  func shown() {
    let stances = people(9, .yes, "ouder") + people(8, .no, "partner") + people(7, .yesBut, "vrijwilliger")
    #expect(Set(StanceSpread(stances, threshold: 5).byGroup.keys) == ["ouder", "partner", "vrijwilliger"])
  }

  @Test("In two hundred rooms no sum of shown counts is that of fewer than five people", arguments: 1...10)
  func attack(seed: Int) {
    var random = Numbers(state: UInt64(seed))
    for _ in 0..<20 {
      let names = ["ouder", "kind", "partner", "beleid"]
      let stances = (0..<random.next(below: 40)).map { _ in
        let groups = names.filter { _ in random.next(below: 3) == 0 }
        return Stance(proposal: "p", position: StancePosition.allCases[random.next(below: 3)], groups: groups)
      }
      let spread = StanceSpread(stances, threshold: 5)
      if let found = smallestFound(stances, shown: spread.byGroup.keys.sorted()), found < 5 {
        Issue.record("\(found) people found among \(stances.map(\.groups))")
      }
    }
  }

  /// Every sum with weights -2 to 2 of the shown groups and the whole that is the indicator of a set of people.
  private func smallestFound(_ stances: [Stance], shown: [String]) -> Int? {
    guard !shown.isEmpty else { return nil }
    let people = Dictionary(grouping: stances) { Set($0.groups).intersection(shown) }.map {
      (groups: $0.key, count: $0.value.count)
    }
    var sums = [people.map { _ in 0 }]
    for members in shown.map({ group in people.map { $0.groups.contains(group) ? 1 : 0 } }) + [people.map { _ in 1 }] {
      sums = sums.flatMap { sum in (-2...2).map { weight in zip(sum, members).map { $0 + weight * $1 } } }
    }
    let sizes = sums.compactMap { sum in
      let weights = Set(sum).subtracting([0])
      return weights.count == 1 ? zip(sum, people).reduce(0) { $1.0 == 0 ? $0 : $0 + $1.1.count } : nil
    }
    return sizes.min()
  }
}

private struct Numbers {
  var state: UInt64
  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
