import Testing
import Workshop

@Suite("Where a room stands on a proposal")
struct AgreementTests {
  private func people(_ count: Int, _ position: StancePosition, _ groups: String...) -> [Stance] {
    Array(repeating: Stance(proposal: "p", position: position, groups: groups), count: count)
  }

  @Test("Fewer than five people decide nothing")
  func undecided() {
    #expect(Agreement(people(4, .no)) == .undecided)
    #expect(Agreement([]) == .undecided)
    #expect(Agreement(people(5, .yes)) == .carried)
  }

  @Test("What nearly everyone says yes to is carried, with a slip of the thumb in a large room")
  func carried() {
    #expect(Agreement(people(60, .yes, "ouder") + people(59, .yes, "partner") + people(1, .no, "partner")) == .carried)
    #expect(Agreement(people(30, .yes) + people(10, .yesBut)) == .carried)
  }

  @Test("A proposal loved by the majority and refused by four of 120 is in tension, whoever the four are")
  func smallGroup() {
    let loved = people(60, .yes, "ouder") + people(56, .yes, "partner")
    #expect(Agreement(loved + people(4, .no, "kind")) == .minority)
    #expect(Agreement(loved + people(2, .no, "ouder") + people(2, .no, "partner")) == .minority)
    #expect(Agreement(loved + people(4, .no)) == .minority)
  }

  @Test("One no counts in a room of ten, a quarter splits any room")
  func noes() {
    #expect(Agreement(people(9, .yes) + people(1, .no)) == .minority)
    #expect(Agreement(people(10, .yes) + people(1, .no)) == .carried)
    #expect(Agreement(people(49, .yes) + people(2, .no)) == .minority)
    #expect(Agreement(people(30, .yes) + people(10, .no)) == .splitRoom)
    #expect(Agreement(people(31, .yes) + people(10, .no)) == .minority)
  }

  @Test("Conditions of a third of the room are heard where nobody says no")
  func conditions() {
    #expect(Agreement(people(20, .yes) + people(10, .yesBut)) == .conditions)
    #expect(Agreement(people(21, .yes) + people(10, .yesBut)) == .carried)
  }

  @Test("Groups that differ are seen, on yes or no and on yes with or without a condition")
  func betweenGroups() {
    #expect(Agreement(people(40, .yes, "ouder") + people(20, .no, "partner")) == .betweenGroups)
    #expect(Agreement(people(40, .yes, "ouder") + people(20, .yesBut, "partner")) == .betweenGroups)
    #expect(
      Agreement(people(100, .yes, "ouder") + people(10, .yes, "beleid") + people(10, .no, "beleid")) == .betweenGroups)
  }

  @Test("People of several small groups are compared together once they are ten, and not before")
  func others() {
    let loved = people(60, .yes, "ouder") + people(50, .yes, "partner")
    #expect(Agreement(loved + people(4, .no, "kind") + people(6, .yes, "jongere")) == .betweenGroups)
    #expect(Agreement(loved + people(4, .no, "kind") + people(5, .yes, "jongere")) == .minority)
  }

  @Test("Who is in a group too small to show makes no difference to what is told", arguments: 1...20)
  func smallGroupsAreNotGivenAway(seed: Int) {
    var numbers = SplitMix64(seed: UInt64(seed))
    for _ in 0..<50 {
      // Nine people in small groups or in none; everybody else is a parent or a partner.
      var stances = (0..<9).map { _ in stance(&numbers, ["kind", "jongere", "beleid"].randomElement(using: &numbers)) }
      stances += (0..<Int.random(in: 10...60, using: &numbers)).map { _ in stance(&numbers, "ouder") }
      stances += (0..<Int.random(in: 10...60, using: &numbers)).map { _ in stance(&numbers, "partner") }
      let told = Agreement(stances)
      for place in 0..<9 {
        let other = ["kind", "jongere", "beleid", "vrijwilliger"].randomElement(using: &numbers) ?? "kind"
        stances[place] = Stance(proposal: "p", position: stances[place].position, groups: [other])
      }
      #expect(Agreement(stances) == told)
    }
  }

  private func stance(_ numbers: inout SplitMix64, _ group: String?) -> Stance {
    let position = StancePosition.allCases.randomElement(using: &numbers) ?? .yes
    return Stance(proposal: "p", position: position, groups: group.map { [$0] } ?? [])
  }

  /// A room of 120 in which every group draws its stances from one bowl.
  private func equalRoom(_ numbers: inout SplitMix64, yes: Double, yesBut: Double) -> [Stance] {
    let sizes = [("ouder", 40), ("partner", 35), ("vrijwilliger", 20), ("beleid", 15), ("jongere", 6), ("kind", 4)]
    return sizes.flatMap { group, count in
      (0..<count).map { _ in
        let drawn = Double.random(in: 0..<1, using: &numbers)
        let position = drawn < yes ? StancePosition.yes : drawn < yes + yesBut ? .yesBut : .no
        return Stance(proposal: "p", position: position, groups: [group])
      }
    }
  }

  @Test(
    "Groups that think alike are taken for different in at most one room of a hundred",
    arguments: [(0.97, 0.02), (0.8, 0.1), (0.5, 0.3), (0.4, 0.2)])
  func falseAlarms(yes: Double, yesBut: Double) {
    var numbers = SplitMix64(seed: 7)
    let alarms = (0..<1_000).count { _ in
      Agreement(equalRoom(&numbers, yes: yes, yesBut: yesBut)) == .betweenGroups
    }
    #expect(alarms <= 10)
  }

  @Test("Slips of the thumb are taken for a minority in at most one room of ten")
  func slips() {
    var numbers = SplitMix64(seed: 8)
    let alarms = (0..<1_000).count { _ in Agreement(equalRoom(&numbers, yes: 0.89, yesBut: 0.1)).isTension }
    #expect(alarms <= 100)
  }

  @Test("Four who refuse among 120 are never missed, whatever conditions the others have")
  func detection() {
    var numbers = SplitMix64(seed: 9)
    for _ in 0..<500 {
      let refusing = equalRoom(&numbers, yes: 0.9, yesBut: 0.1).map {
        $0.groups == ["kind"] ? Stance(proposal: "p", position: .no, groups: ["kind"]) : $0
      }
      #expect(Agreement(refusing).isTension)
    }
  }

  @Test("A group of twenty of which half refuses is seen as a group in nine rooms of ten")
  func power() {
    var numbers = SplitMix64(seed: 10)
    let found = (0..<500).count { _ in
      let room = equalRoom(&numbers, yes: 0.9, yesBut: 0.07).map { stance in
        stance.groups == ["vrijwilliger"] && Bool.random(using: &numbers)
          ? Stance(proposal: "p", position: .no, groups: stance.groups) : stance
      }
      return Agreement(room) == .betweenGroups
    }
    #expect(found >= 450)
  }

  @Test("A spread that was kept before agreement was judged is judged by its counts")
  func earlierSpread() throws {
    let json = #"{"counts":{"ja":20,"ja-maar":2,"nee":9},"byGroup":{}}"#
    #expect(try JSONText.decode(StanceSpread.self, json).agreement == .splitRoom)
  }
}
