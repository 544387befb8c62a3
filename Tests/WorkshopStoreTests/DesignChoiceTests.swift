import Foundation
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Choosing a building block and answering the scan, in the file")
struct DesignChoiceTests {
  let fixture: TrajectoryFixture

  init() throws {
    fixture = try TrajectoryFixture()
    try fixture.open("voorstel")
  }

  private func voter(_ device: Int, _ person: Int = 0) throws -> Voter {
    try #require(Voter(owner: Session.owner(of: "toestel-\(device)"), person: person))
  }

  private func choose(_ block: String, _ device: Int, _ person: Int = 0) throws {
    let voter = try voter(device, person)
    try fixture.store.write { try $0.choose(block, by: voter) }
  }

  private var groups: DesignGroups { get throws { try fixture.store.read { try $0.designGroups() } } }

  private func limit(_ limit: Int?) throws {
    try fixture.store.write { try $0.limitDesignGroups(to: limit, by: .facilitator) }
  }

  @Test("Everyone has one choice, several on one phone each their own, and may change it")
  func choosing() throws {
    try choose("visie", 1)
    try choose("visie", 1, 1)
    try choose("personeel", 2)
    #expect(try groups.people == ["visie": 2, "personeel": 1])
    try choose("leiderschap", 1)
    #expect(try groups.people == ["visie": 1, "personeel": 1, "leiderschap": 1])
    let own = try fixture.store.read { [owner = try voter(1).owner] in try $0.designChoices(of: owner) }
    #expect(own.map(\.person) == [0, 1] && own.map(\.buildingBlock) == ["leiderschap", "visie"])
  }

  @Test("Of many who want the last places at once exactly as many get one as there are")
  func lastPlaces() throws {
    try limit(4)
    let voters = try (0..<40).map { try voter($0) }
    let got = ResultCount()
    DispatchQueue.concurrentPerform(iterations: voters.count) { index in
      let result = Result { try fixture.store.write { try $0.choose("visie", by: voters[index]) } }
      if case .success = result { got.add() }
    }
    #expect(got.count == 4)
    #expect(try groups.people == ["visie": 4])
  }

  @Test("What is full is refused with how the room stands; who is in stays in when the limit is lowered")
  func full() throws {
    for device in 1...3 { try choose("visie", device) }
    try limit(2)
    #expect(throws: StoreError("visie", .full(try groups))) { try choose("visie", 4) }
    #expect(try groups.people == ["visie": 3])
    try choose("visie", 1)
    try choose("personeel", 1)
    #expect(throws: StoreError.self) { try choose("visie", 1) }
    try fixture.store.write { try $0.open("visie", beyondLimit: true, by: .facilitator) }
    try choose("visie", 1)
    #expect(try groups.people == ["visie": 3])
  }

  @Test("A choice that comes late is kept and noted, and refused once the day is closed")
  func late() throws {
    try fixture.open(nil)
    try choose("visie", 1)
    #expect(try fixture.store.read { try $0.journal(after: 0).last?.facts["late"] } == "true")
    try fixture.closeDay()
    #expect(throws: StoreError("choice", .notEditable)) { try choose("visie", 2) }
  }

  @Test("Scan answers are one a question and person, replaced as a whole, and counted")
  func scan() throws {
    func answer(_ device: Int, _ typed: [String: String]) throws {
      let (voter, answers) = (try voter(device), try #require(ScanAnswers(typed)))
      try fixture.store.write { try $0.answer(answers, by: voter) }
    }
    try fixture.open("rollenscan")
    try answer(1, ["tijd": "gedeeld", "beslissing": "samen"])
    try answer(2, ["tijd": "opgedragen"])
    try answer(1, ["tijd": "opgedragen"])
    let scan = try fixture.store.read { try $0.coordinationScan() }
    #expect(scan == CoordinationScan(answers: [.time: ["opgedragen": 2]], people: 2))
    let own = try fixture.store.read { [owner = try voter(1).owner] in try $0.scanAnswers(of: owner) }
    #expect(own == [0: ["tijd": "opgedragen"]])
    try fixture.closeDay()
    #expect(throws: StoreError("scan", .notEditable)) { try answer(1, [:]) }
  }

  @Test("The journal tells nobody's device and no answer")
  func journal() throws {
    try choose("visie", 1)
    let voter = try voter(1)
    let answers = try #require(ScanAnswers(["tijd": "gedeeld"]))
    try fixture.store.write { try $0.answer(answers, by: voter) }
    let lines = try fixture.store.read { try $0.journal(after: 0).suffix(2) }
    #expect(lines.map(\.subject) == ["visie", ""])
    #expect(lines.allSatisfy { Set($0.facts.keys) == ["late"] })
  }
}

@Suite("A stance on a proposal that is not shown any more")
struct GoneProposalTests {
  let fixture: TrajectoryFixture
  let voter: Voter

  init() throws {
    fixture = try TrajectoryFixture()
    voter = try #require(Voter(owner: Session.owner(of: "toestel-9"), person: 0))
    try fixture.open("voorstel")
    try fixture.release(SubmissionSample(.proposal, 1))
    try fixture.submit(SubmissionSample(.proposal, 2))
    try fixture.open("galerij")
  }

  private func take(_ number: Int) throws {
    let stance = Stance(proposal: .numbered(number), position: .yes, groups: [])
    try fixture.store.write { [voter] in try $0.take(stance, by: voter) }
  }

  private var gone: StoreError { StoreError(ContributionID.numbered(1).rawValue, .gone) }

  @Test("Taken back, it is told to be gone, and what stood on it is gone too")
  func withdrawn() throws {
    try take(1)
    try fixture.store.write { [store = fixture.store] in
      _ = try $0.withdraw(store.withdrawalCode(for: .numbered(1)), in: store)
    }
    #expect(throws: gone) { try take(1) }
    #expect(try fixture.store.read { try $0.stances().isEmpty })
  }

  @Test("Set apart, or waiting again, it is told to be gone")
  func held() throws {
    try fixture.store.write { try $0.hold(.numbered(1), reason: "", by: .moderator) }
    #expect(throws: gone) { try take(1) }
    try fixture.store.write { try $0.putBack(.numbered(1), by: .moderator) }
    #expect(throws: gone) { try take(1) }
    try fixture.store.write { try $0.release(.numbered(1), by: .moderator) }
    try take(1)
  }

  @Test("One that was never shown does not exist")
  func neverShown() throws {
    #expect(throws: StoreError(ContributionID.numbered(2).rawValue, .unknown)) { try take(2) }
  }

  @Test("A reason for it is refused in the same way, so that its writer hears why")
  func reason() throws {
    try fixture.store.write { [store = fixture.store] in
      _ = try $0.withdraw(store.withdrawalCode(for: .numbered(1)), in: store)
    }
    let reason = SubmissionSample(.stanceReason, 3)
      .with("reasonFor", .list([ContributionID.numbered(1).rawValue]))
    #expect(throws: gone) { try fixture.submit(reason) }
  }
}

@Suite("What a contribution said before")
struct EarlierVersionTests {
  @Test("Each edit keeps the version before it, the newest first, until it is withdrawn")
  func versions() throws {
    let fixture = try TrajectoryFixture()
    try fixture.open("voorstel")
    let (store, owner) = (fixture.store, Session.owner(of: "toestel-1"))
    var sample = SubmissionSample(.proposal, 1)
    try fixture.submit(sample)
    for version in 1...2 {
      sample = sample.with("sentence", .text("Versie \(version + 1)"))
      let prepared = try store.prepare(try sample.submission(), owner: owner)
      _ = try store.write { try $0.edit(prepared, version: version, owner: owner) }
    }
    let earlier = try store.read { try $0.earlierVersions(of: .numbered(1)) }
    #expect(earlier.map(\.version) == [2, 1])
    #expect(earlier.first?.body["sentence"] == .text("Versie 2"))
    #expect(try store.read { try $0.isOwned(.numbered(1), by: owner) })
    #expect(try store.read { try !$0.isOwned(.numbered(1), by: Session.owner(of: "ander")) })
    try store.write { _ = try $0.withdraw(store.withdrawalCode(for: .numbered(1)), in: store) }
    #expect(try store.read { try $0.earlierVersions(of: .numbered(1)).isEmpty })
  }
}

/// Counts from several threads.
///
/// `@unchecked Sendable`: the number is only touched under `lock`.
private final class ResultCount: @unchecked Sendable {
  private let lock = NSLock()
  private var number = 0

  var count: Int { lock.withLock { number } }
  func add() { lock.withLock { number += 1 } }
}
