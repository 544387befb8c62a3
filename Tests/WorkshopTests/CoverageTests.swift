import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@Suite("What was heard, from whom, without giving anybody away")
struct CoverageTests {
  private static let everybody = GroupMixes(
    Array(repeating: ["ouder"], count: 20) + Array(repeating: ["jongere"], count: 6)
      + Array(repeating: ["vrijwilliger"], count: 9) + [["beleid"]] + Array(repeating: [], count: 5))

  private static func story(
    _ number: Int, on blocks: [String] = ["personeel"], from groups: [String] = ["ouder"],
    state: ContributionState = .waiting, route: EntryRoute = .phone
  ) -> Contribution {
    let merged: ContributionID? = state == .merged ? .numbered(900) : nil
    return Contribution(
      id: .numbered(number), number: Int64(number), kind: .story, step: "verhaal", state: state,
      origin: Origin(route: route), teller: Teller(groups: groups), body: ["buildingBlocks": .list(blocks)],
      mergedInto: merged, createdAt: FrozenClock.start, updatedAt: FrozenClock.start)
  }

  private func board(_ stories: [Contribution], among people: GroupMixes = everybody) -> CoverageBoard {
    var board = CoverageBoard(threshold: 5)
    for story in stories { board.take([story], among: { people }) }
    return board
  }

  @Test("A group of one person is not named, however much it tells")
  func onePerson() {
    let coverage = board((1...10).map { Self.story($0, from: ["beleid"]) }).coverage
    #expect(coverage.heard == ["personeel"])
    #expect(!coverage.groups.contains("beleid") && coverage.groups.contains("ouder"))
    #expect(coverage.isHeard("personeel", from: "beleid") == nil)
  }

  @Test("A group is not named where the rest of the room is small, nor where two groups differ by few people")
  func remainders() {
    let alone = GroupMixes(Array(repeating: ["ouder"], count: 20) + [["beleid"], ["beleid"]])
    #expect(alone.tellableGroups(atLeast: 5) == [])
    let nearly = GroupMixes(
      Array(repeating: ["ouder"], count: 6) + Array(repeating: ["ouder", "vrijwilliger"], count: 5)
        + [["vrijwilliger"]] + Array(repeating: [], count: 7))
    // Heard from volunteers and not from parents would be that one volunteer.
    #expect(nearly.tellableGroups(atLeast: 5) == ["ouder"])
    #expect(Self.everybody.tellableGroups(atLeast: 5) == ["ouder", "vrijwilliger", "jongere"])
  }

  @Test("By group a block is told of only from five stories on, and then from five to five")
  func fives() {
    var board = board((1...4).map { Self.story($0) })
    #expect(board.coverage == Coverage())
    board.take([Self.story(5, from: ["jongere", "vrijwilliger"])], among: { Self.everybody })
    #expect(board.coverage.byGroup == ["personeel": ["ouder", "jongere", "vrijwilliger"]])
    let told = board.coverage
    for number in 6...9 {
      board.take([Self.story(number, from: ["partner"])], among: { Self.everybody })
      #expect(board.coverage == told, "one more story changes nothing that can be seen")
    }
  }

  /// Whoever watches the screen knows who sends something, and looks for what that changes.
  @Test("An attempt to recover who told what fails: no change can be laid on fewer than five stories or five people")
  func recovering() {
    var generator = SplitMix64(seed: 20_261_120)
    let groups = ["ouder", "jongere", "vrijwilliger", "beleid", "partner"]
    for _ in 0..<20 {
      let people = (0..<40).map { _ in groups.filter { _ in generator.next() % 3 == 0 } }
      let mixes = GroupMixes(people)
      var board = CoverageBoard(threshold: 5)
      var before = board.coverage
      var since: [String: Int] = [:]
      for number in 1...60 {
        let teller = people[Int(generator.next() % 40)]
        let block = ["personeel", "visie", "leiderschap"][Int(generator.next() % 3)]
        since[block, default: 0] += 1
        board.take([Self.story(number, on: [block], from: teller)], among: { mixes })
        let after = board.coverage
        for changed in ["personeel", "visie", "leiderschap"] where before.byGroup[changed] != after.byGroup[changed] {
          if before.groups == after.groups { #expect((since[changed] ?? 0) >= 5) }
          since[changed] = 0
        }
        #expect(smallestRemainder(of: after, people) >= 5)
        before = after
      }
    }
  }

  /// The fewest people that "heard from this group and not from those" can point at, whichever way it turns out.
  private func smallestRemainder(of coverage: Coverage, _ people: [[String]]) -> Int {
    let named = coverage.groups
    var smallest = Int.max
    for group in [nil] + named.map(Optional.some) {
      for silent in 0..<(1 << named.count) {
        let unheard = Set(named.indices.filter { silent & (1 << $0) != 0 }.map { named[$0] })
        guard group.map({ !unheard.contains($0) }) ?? !unheard.isEmpty else { continue }
        let left = people.count { mix in
          (group.map(mix.contains) ?? true) && unheard.isDisjoint(with: mix)
        }
        if left > 0 { smallest = min(smallest, left) }
      }
    }
    return smallest
  }

  @Test(
    "What is held back, merged or taken back is gone at once, and its block is quiet by group until five others came")
  func leaving() {
    for state in [ContributionState.held, .merged, .withdrawn] {
      var board = board((1...5).map { Self.story($0, from: $0 == 1 ? ["jongere"] : ["ouder"]) })
      #expect(board.coverage.isHeard("personeel", from: "jongere") == true)
      board.take([Self.story(1, from: ["jongere"], state: state)], among: { Self.everybody })
      #expect(board.coverage.byGroup == [:])
      for number in 6...9 { board.take([Self.story(number)], among: { Self.everybody }) }
      #expect(board.coverage.byGroup == [:])
      board.take([Self.story(10)], among: { Self.everybody })
      #expect(board.coverage.isHeard("personeel", from: "jongere") == false)
    }
  }

  @Test("A block is heard once a story on it is released, and not when it is sent")
  func released() {
    var board = board([Self.story(1)])
    #expect(board.coverage.heard == [])
    board.take([Self.story(1, state: .released)], among: { Self.everybody })
    #expect(board.coverage.heard == ["personeel"])
    board.take([Self.story(1, state: .held)], among: { Self.everybody })
    #expect(board.coverage.heard == [])
  }

  @Test("Who tells on paper counts as somebody, though nobody checked in")
  func onPaper() {
    let stories = (1...6).map { Self.story($0, route: .paper) }
    #expect(board(stories, among: GroupMixes()).coverage.groups == ["ouder"])
    #expect(board((1...6).map { Self.story($0) }, among: GroupMixes()).coverage.groups == [])
  }

  @Test(
    "The room is asked about silent blocks first, then silent groups, then both; and about nothing once all is heard")
  func silences() {
    let blocks = ["visie", "personeel"]
    var board = board((1...5).map { Self.story($0) })
    let groups = ["jongere", "ouder", "vrijwilliger"]
    #expect(
      board.coverage.silences(blocks: blocks, groups: groups)
        == [.block("visie"), .group("jongere"), .group("vrijwilliger")])
    for number in 6...10 {
      board.take([Self.story(number, on: ["visie"], from: ["jongere"])], among: { Self.everybody })
    }
    let asked: [Coverage.Silence] = [
      .group("vrijwilliger"), .pair(group: "ouder", block: "visie"), .pair(group: "jongere", block: "personeel"),
    ]
    #expect(board.coverage.silences(blocks: blocks, groups: groups) == asked)
    for number in 11...20 {
      board.take([Self.story(number, on: blocks, from: groups)], among: { Self.everybody })
    }
    #expect(board.coverage.silences(blocks: blocks, groups: board.coverage.groups).isEmpty)
  }
}
