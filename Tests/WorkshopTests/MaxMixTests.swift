import Testing
import Workshop

@Suite("The mix meter")
struct MaxMixTests {
  /// Counts by group: what is wished and what is confirmed.
  private func mix(_ groups: (target: Int, confirmed: Int)...) -> MaxMix {
    MaxMix(
      groups.enumerated().map {
        RecruitmentCount("g\($0.offset)", target: $0.element.target, confirmed: $0.element.confirmed)
      })
  }

  private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-12 } ?? false
  }

  @Test("A room in exactly the wished mix is 1, whatever its size")
  func balanced() {
    #expect(mix((10, 10), (20, 20)).index == 1)
    #expect(mix((10, 1), (20, 2)).index == 1)
    #expect(mix((10, 30), (20, 60)).index == 1)
  }

  @Test("A room of groups that nobody wished is 0")
  func opposite() {
    #expect(mix((10, 0), (0, 7)).index == 0)
  }

  @Test("The index is one minus half the sum of all differences")
  func worked() {
    // Wished 1/2, 1/4, 1/4; expected 8/10, 2/10, 0: differences .3, .05, .25, together .6.
    let mix = mix((20, 8), (10, 2), (10, 0))
    #expect(near(mix.index, 0.7))
    #expect(mix.misplaced == 3)
    // What two mixes have in common says the same.
    let common = mix.shares.reduce(0) { $0 + min($1.expectedShare, $1.wishedShare) }
    #expect(near(mix.index, common))
  }

  @Test("More of a group than wished lowers the index, as it takes from the others' share")
  func overTarget() {
    // 30 of 40 are wished half: .25 too many, .25 too few of the other.
    #expect(near(mix((10, 30), (10, 10)).index, 0.75))
  }

  @Test("Neither the order of groups nor everybody twice changes the index")
  func invariant() {
    let index = mix((5, 4), (3, 1), (2, 6)).index
    #expect(near(mix((2, 6), (5, 4), (3, 1)).index, index ?? -1))
    #expect(near(mix((5, 8), (3, 2), (2, 12)).index, index ?? -1))
  }

  @Test("Without targets an even spread is wished")
  func evenSpread() {
    let mix = mix((0, 6), (0, 2), (0, 0), (0, 0))
    #expect(!mix.hasTargets)
    // .75 of 1/4 is too much by .5.
    #expect(near(mix.index, 0.5))
    #expect(mix.missing == ["g2", "g3"])
    #expect(mix.unsought.isEmpty)
  }

  @Test("A small group that nobody comes from is named, however high the index")
  func missing() {
    let mix = mix((49, 49), (50, 50), (1, 0), (0, 0))
    #expect(near(mix.index, 0.99))
    #expect(mix.missing == ["g2"])
    #expect(mix.unsought == ["g3"])
  }

  @Test("Who confirmed counts as soon as anybody did; invitations are never added to them")
  func basis() {
    let invited = RecruitmentCount("a", target: 1, invited: 300)
    let other = RecruitmentCount("b", target: 1, invited: 300)
    #expect(MaxMix([invited, other]).basis == .invited)
    #expect(MaxMix([invited, other]).index == 1)
    let coming = MaxMix([invited, RecruitmentCount("b", target: 1, invited: 300, confirmed: 2)])
    #expect(coming.basis == .confirmed)
    #expect(coming.expectedTotal == 2)
    #expect(coming.index == 0.5)
    #expect(coming.missing == ["a"])
  }

  @Test("Who was present can be measured the same way")
  func present() {
    let counts = [RecruitmentCount("a", target: 1, confirmed: 9, present: 1), RecruitmentCount("b", target: 1)]
    #expect(MaxMix(counts, by: .present).index == 0.5)
  }

  @Test("An empty room has no index, and everything wished is missing")
  func empty() {
    #expect(mix((10, 0), (5, 0)).index == nil)
    #expect(mix((10, 0), (5, 0)).attainableIndex == nil)
    #expect(mix((10, 0), (5, 0)).misplaced == nil)
    #expect(mix((10, 0), (0, 0)).missing == ["g0"])
    #expect(mix().index == nil)
  }

  @Test("Three people cannot be a sixth of six groups: the best they can do is a half")
  func tinyRoom() {
    let mix = mix((0, 1), (0, 1), (0, 1), (0, 0), (0, 0), (0, 0))
    #expect(near(mix.attainableIndex, 0.5))
    #expect(near(mix.index, 0.5))
  }

  @Test("A room that fits its targets can be 1")
  func fittingRoom() {
    #expect(near(mix((10, 3), (20, 3)).attainableIndex, 1))
    #expect(near(mix((1, 0), (1, 0), (1, 300)).attainableIndex, 1))
  }

  @Test("No way to divide a small room is better than what is told to be attainable")
  func bestPossible() {
    for people in 1...7 {
      var best = 0.0
      for first in 0...people {
        for second in 0...(people - first) {
          best = max(best, mix((5, first), (3, second), (2, people - first - second)).index ?? 0)
        }
      }
      #expect(near(mix((5, people), (3, 0), (2, 0)).attainableIndex, best), "\(people) people")
    }
  }

  @Test("The index stays between 0 and 1 for any counts")
  func range() {
    var number = 7
    for _ in 0..<500 {
      let counts = (0..<6).map { term -> RecruitmentCount in
        number = (number * 75 + 74) % 65_537
        return RecruitmentCount("g\(term)", target: number % 13, confirmed: number % 7)
      }
      guard let index = MaxMix(counts).index, let best = MaxMix(counts).attainableIndex else { continue }
      #expect((0...1).contains(index))
      #expect(index <= best + 1e-9)
    }
  }
}
