import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Dots, stances and themes")
struct RoomTests {
  let fixture: TrajectoryFixture
  let voter: Voter

  init() throws {
    fixture = try TrajectoryFixture()
    voter = try #require(Voter(owner: Session.owner(of: "toestel-1"), person: 0))
    try fixture.store.write { change in
      for number in 50...52 { try change.make(Theme(id: .numbered(number), name: "Thema \(number)"), by: .facilitator) }
    }
  }

  private func give(_ themes: [ThemeID], from voter: Voter? = nil) throws {
    let (dots, voter) = (try #require(Dots(themes)), voter ?? self.voter)
    try fixture.store.write { try $0.give(dots, from: voter) }
  }

  @Test("A person's dots are replaced, another person on the same device has their own")
  func dots() throws {
    let neighbour = try #require(Voter(owner: voter.owner, person: 1))
    try fixture.open("stippen")
    try give([.numbered(50), .numbered(50), .numbered(51)])
    try give([.numbered(51)])
    try give([.numbered(52), .numbered(51)], from: neighbour)
    #expect(try fixture.store.read { try $0.dots() } == [.numbered(51): 2, .numbered(52): 1])
    #expect(
      try fixture.store.read { try $0.dots(of: voter.owner) } == [
        0: [.numbered(51)], 1: [.numbered(52), .numbered(51)],
      ])
    try give([])
    #expect(try fixture.store.read { try $0.dots()[.numbered(51)] } == 1)
  }

  @Test("Dots that come late are kept; they are refused once the day is closed, and for a theme that is not there")
  func dotsRefused() throws {
    try give([.numbered(50)])
    #expect(throws: StoreError("dots", .badReference("themes"))) { try give([.numbered(51), .numbered(99)]) }
    #expect(try fixture.store.read { try $0.dots() } == [.numbered(50): 1])
    #expect(try fixture.store.read { try $0.journal(after: 0).last?.facts["late"] } == "true")
    try fixture.closeDay()
    #expect(throws: StoreError("dots", .notEditable)) { try give([.numbered(50)]) }
  }

  @Test("A merged theme's dots count where it went, and come back when it is un-merged")
  func mergedDots() throws {
    try fixture.open("stippen")
    try give([.numbered(50), .numbered(51)])
    try fixture.store.write { try $0.merge(.numbered(50), into: .numbered(51), by: .facilitator) }
    #expect(try fixture.store.read { try $0.dots() } == [.numbered(51): 2])
    try fixture.store.write { try $0.unmerge(.numbered(50), by: .facilitator) }
    #expect(try fixture.store.read { try $0.dots() } == [.numbered(50): 1, .numbered(51): 1])
  }

  @Test("Themes cannot be merged in a circle, into themselves or into nothing")
  func circles() throws {
    let store = fixture.store
    try store.write { try $0.merge(.numbered(50), into: .numbered(51), by: .facilitator) }
    try store.write { try $0.merge(.numbered(51), into: .numbered(52), by: .facilitator) }
    for (theme, target) in [(52, 50), (52, 51), (50, 50)] {
      #expect(throws: StoreError.self) {
        try store.write { try $0.merge(.numbered(theme), into: .numbered(target), by: .facilitator) }
      }
    }
    #expect(throws: StoreError.self) {
      try store.write { try $0.merge(.numbered(50), into: .numbered(99), by: .facilitator) }
    }
    #expect(throws: StoreError.self) {
      try store.write { try $0.merge(.numbered(99), into: .numbered(50), by: .facilitator) }
    }
    #expect(try store.read { try $0.themes().root(of: .numbered(50)) } == .numbered(52))
  }

  @Test("A theme takes stories and factors, once each, and nothing else")
  func filling() throws {
    try fixture.submit(SubmissionSample(.story, 1))
    try fixture.submit(SubmissionSample(.dream, 2))
    let store = fixture.store
    for _ in 0..<2 { try store.write { try $0.put(.numbered(1), into: .numbered(50), by: .facilitator) } }
    #expect(try store.read { try $0.links().count } == 1)
    #expect(throws: StoreError.self) {
      try store.write { try $0.put(.numbered(2), into: .numbered(50), by: .facilitator) }
    }
    #expect(throws: StoreError.self) {
      try store.write { try $0.put(.numbered(1), into: .numbered(99), by: .facilitator) }
    }
    #expect(throws: StoreError.self) {
      try store.write { try $0.put(.numbered(9), into: .numbered(50), by: .facilitator) }
    }
    try store.write { try $0.take(.numbered(1), outOf: .numbered(50), by: .facilitator) }
    #expect(try store.read { try $0.links().isEmpty })
  }

  @Test("A stance is taken and changed, one a person and proposal")
  func stances() throws {
    try fixture.release(SubmissionSample(.proposal, 1))
    try fixture.open("galerij")
    let other = try #require(Voter(owner: voter.owner, person: 1))
    for (person, position) in [(voter, StancePosition.yes), (voter, .no), (other, .yesBut)] {
      let stance = Stance(proposal: .numbered(1), position: position, groups: ["ouder"])
      try fixture.store.write { try $0.take(stance, by: person) }
    }
    #expect(Set(try fixture.store.read { try $0.stances().map(\.position) }) == [.no, .yesBut])
    #expect(try fixture.store.read { try $0.stances(of: voter.owner).map(\.person) } == [0, 1])
  }

  @Test("A stance on a merged proposal is one on what carries it on, where its taker took none")
  func mergedStances() throws {
    for number in 1...2 { try fixture.release(SubmissionSample(.proposal, number)) }
    try fixture.open("galerij")
    let other = try #require(Voter(owner: voter.owner, person: 1))
    for (person, number, position) in [(voter, 1, StancePosition.no), (voter, 2, .yes), (other, 1, .yesBut)] {
      let stance = Stance(proposal: .numbered(number), position: position, groups: [])
      try fixture.store.write { try $0.take(stance, by: person) }
    }
    try fixture.store.write { try $0.merge(ContributionID.numbered(1), into: .numbered(2), by: .moderator) }
    try fixture.store.read { [voter] (reader: Reader) throws -> Void in
      #expect(try reader.stances(on: .numbered(2)).map(\.position) == [.yes, .yesBut])
      #expect(try reader.stances().map(\.position) == [.yes, .yesBut])
      #expect(try reader.stances().allSatisfy { $0.proposal == .numbered(2) })
      #expect(try reader.stances(of: voter.owner).map(\.stance.position) == [.yes, .yesBut])
    }
    try fixture.store.write { try $0.putBack(.numbered(1), by: .moderator) }
    #expect(try fixture.store.read { try $0.stances(on: .numbered(1)) }.count == 2)
  }

  @Test("A reason for a merged proposal is one for the proposal that carries it on")
  func mergedReasons() throws {
    for number in 1...2 { try fixture.release(SubmissionSample(.proposal, number)) }
    try fixture.open("galerij")
    try fixture.release(SubmissionSample(.stanceReason, 3).pointing("reasonFor", to: [.numbered(1)]))
    try fixture.store.write { try $0.merge(ContributionID.numbered(1), into: .numbered(2), by: .moderator) }
    #expect(try fixture.store.read { try $0.links(.reasonFor, to: .numbered(2)).map(\.from) } == [.numbered(3)])
  }

  @Test("A stance is refused once the day is closed, and on what is not a shown proposal")
  func stancesRefused() throws {
    try fixture.release(SubmissionSample(.proposal, 1))
    try fixture.submit(SubmissionSample(.proposal, 2))
    try fixture.release(SubmissionSample(.story, 3))
    var silent = SubmissionSample(.proposal, 4)
    silent.teller.consents = [.report]
    try fixture.release(silent)
    let store = fixture.store
    func take(_ number: Int) throws {
      let stance = Stance(proposal: .numbered(number), position: .yes, groups: [])
      try store.write { [voter] in try $0.take(stance, by: voter) }
    }
    try take(1)
    for number in [2, 3, 4, 99] {
      #expect(throws: StoreError(ContributionID.numbered(number).rawValue, .unknown)) { try take(number) }
    }
    try take(1)
    #expect(try store.read { try $0.stances().count } == 1)
  }

  @Test("Only what is released with consent for the screen is shown")
  func shown() throws {
    try fixture.submit(SubmissionSample(.story, 1))
    try fixture.release(SubmissionSample(.story, 2))
    var silent = SubmissionSample(.story, 3)
    silent.teller.consents = [.report, .publication]
    try fixture.release(silent)
    #expect(try fixture.store.read { try $0.shownContributions(.story).map(\.id) } == [.numbered(2)])
    #expect(try fixture.store.write { try $0.releaseAll(.story, by: .moderator).released.count } == 1)
    #expect(try fixture.store.read { try $0.shownContributions(.story).map(\.id) } == [.numbered(1), .numbered(2)])
  }

  @Test("What a minor told is shown and quoted only once a guardian's consent is recorded")
  func guardian() throws {
    let store = fixture.store
    var child = SubmissionSample(.story, 1)
    child.teller.groups = ["jongere"]
    try fixture.submit(child)
    #expect(try store.write { try $0.releaseAll(.story, by: .moderator).released.count } == 0)
    try store.write { try $0.release(.numbered(1), by: .moderator) }
    func uses() throws -> [Int] {
      try store.read { reader in
        let record = try reader.workdayRecord(madeAt: Date(timeIntervalSince1970: 0))
        return [try reader.shownContributions(.story).count, record.contributions(.story, for: .report).count]
      }
    }
    #expect(try uses() == [0, 0])
    try store.write { try $0.recordGuardianConsent(true, for: .numbered(1), by: .moderator) }
    #expect(try uses() == [1, 1])
    try store.write { try $0.recordGuardianConsent(false, for: .numbered(1), by: .moderator) }
    #expect(try uses() == [0, 0])
    #expect(try store.read { try $0.contribution(.numbered(1))?.text("title").isEmpty } == false)
  }

  @Test("At a moment with children a guardian's consent is needed of everybody, whatever they say of themselves")
  func guardianAtMoment() throws {
    let store = fixture.store
    try fixture.release(SubmissionSample(.story, 1))
    #expect(try store.read { try $0.shownContributions(.story).count } == 1)
    try store.write { change in
      var first = try #require(try change.reader.gatherings().first)
      first.audience = .children
      try change.change(first, by: .facilitator)
    }
    #expect(try store.read { try $0.shownContributions(.story).count } == 0)
    #expect(try store.read { try $0.contribution(.numbered(1))?.lacksGuardianConsent } == true)
  }

  @Test("A rotated code lets nobody in with the earlier one")
  func rotated() throws {
    let before = try fixture.store.read { try $0.joinKeys() }
    try fixture.store.write { try $0.rotateJoinCode(.predictable(seed: 9), by: .facilitator) }
    let after = try fixture.store.read { try $0.joinKeys() }
    #expect(before.code != after.code && before.token != after.token)
  }
}
