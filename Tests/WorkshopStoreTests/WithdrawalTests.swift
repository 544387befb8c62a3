import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Withdrawing a contribution")
struct WithdrawalTests {
  /// A word that stands nowhere else.
  static let canary = "Kwibbelzwaluw"
  let fixture: TrajectoryFixture

  init() throws {
    fixture = try TrajectoryFixture()
    try fixture.open("droom")
  }

  private func withdraw(_ code: WithdrawalCode) throws -> Contribution {
    let store = fixture.store
    return try store.write { try $0.withdraw(code, in: store) }
  }

  private var sample: SubmissionSample {
    var sample = SubmissionSample(.dream).with("vision", .text("De \(Self.canary) zingt over één huis."))
    sample.photo = .samplePhoto(Self.canary)
    sample.table = "T-\(Self.canary)"
    return sample
  }

  /// Where the canary still stands in the bytes of the file and what lies beside it, whatever its case.
  private func traces() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fixture.directory).filter { name in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.directory + "/" + name))
      return [Self.canary, Self.canary.lowercased()].contains { bytes.range(of: Data($0.utf8)) != nil }
    }
  }

  private func edit() throws {
    let owner = Session.owner(of: "toestel-1")
    let prepared = try fixture.store.prepare(sample.with("title", .text("Huis")).submission(), owner: owner)
    _ = try fixture.store.write { try $0.edit(prepared, version: 1, owner: owner) }
  }

  @Test("Its text, photo and earlier versions are gone from the bytes of the file and its log")
  func bytes() throws {
    for number in 10...60 { try fixture.submit(SubmissionSample(.story, number)) }
    let code = try fixture.submit(sample).code
    try edit()
    try fixture.store.write { try $0.hold(.numbered(1), reason: "over \(Self.canary)", by: .moderator) }
    for number in 70...90 { try fixture.submit(SubmissionSample(.story, number)) }
    #expect(try !traces().isEmpty, "the search for the word works")
    _ = try withdraw(code)
    #expect(try traces() == [])
    try fixture.store.close()
    #expect(try traces() == [])
  }

  @Test("While someone reads, the text goes as soon as they are done")
  func whileReading() throws {
    let code = try fixture.submit(sample).code
    try fixture.store.read { (reader: Reader) throws -> Void in
      _ = try reader.contributions()
      _ = try withdraw(code)
    }
    for _ in 0..<60 where try !traces().isEmpty { Thread.sleep(forTimeInterval: 0.1) }
    #expect(try traces() == [])
  }

  @Test("What is left is an empty envelope and a tombstone")
  func leftOver() throws {
    let code = try fixture.submit(sample).code
    let left = try withdraw(code)
    #expect(left.state == .withdrawn)
    #expect(left.body.isEmpty)
    #expect(left.teller == Teller())
    #expect(left.origin.table == nil)
    #expect(!left.hasPhoto)
    try fixture.store.read { (reader: Reader) throws -> Void in
      #expect(try reader.search(Self.canary).isEmpty)
      #expect(try reader.photo(of: .numbered(1)) == nil)
      #expect(try reader.contributions(ownedBy: Session.owner(of: "toestel-1")).isEmpty)
      #expect(try String.fetchAll(reader.db, sql: "SELECT id FROM tombstone") == [ContributionID.numbered(1).rawValue])
      #expect(try reader.workdayRecord(madeAt: fixture.clock.now).withdrawnCount == 1)
      #expect(try reader.contributionCountsByState()[.dream] == nil)
    }
  }

  @Test("What was withdrawn and is sent again is refused and not stored")
  func sentAgain() throws {
    _ = try withdraw(fixture.submit(sample).code)
    #expect(throws: StoreError(ContributionID.numbered(1).rawValue, .conflict)) { try fixture.submit(sample) }
    #expect(throws: StoreError.self) { try edit() }
    #expect(try traces() == [])
    #expect(try fixture.store.read { try $0.contribution(.numbered(1))?.body.isEmpty } == true)
  }

  @Test("A tombstone alone, as after a restore, refuses the id too")
  func tombstone() throws {
    try fixture.store.write { change in
      try change.db.execute(
        sql: "INSERT INTO tombstone (id, withdrawn_at) VALUES (?, 1)", arguments: [ContributionID.numbered(1).rawValue])
    }
    #expect(throws: StoreError(ContributionID.numbered(1).rawValue, .conflict)) { try fixture.submit(sample) }
  }

  @Test("The code works however it is typed, twice too, and another code finds nothing")
  func typed() throws {
    let code = try fixture.submit(sample).code
    #expect(code == fixture.store.withdrawalCode(for: .numbered(1)))
    let typed = code.description.lowercased().replacingOccurrences(of: "-", with: " ")
    _ = try withdraw(try #require(WithdrawalCode(typed: typed)))
    let sequence = try fixture.store.read { try $0.lastSequence() }
    #expect(try withdraw(code).state == .withdrawn)
    #expect(try fixture.store.read { try $0.lastSequence() } == sequence)
    let other = try #require(WithdrawalCode(typed: "AAAA-BBBB-CC"))
    #expect(throws: StoreError("code", .unknown)) { try withdraw(other) }
    for wrong in ["", "ABCD", "ABCD-EFGH-J1", "ABCDEFGHJKL"] { #expect(WithdrawalCode(typed: wrong) == nil) }
  }

  @Test("What others built on it stays, without its link; stances on it go")
  func links() throws {
    let code = try fixture.submit(SubmissionSample(.story, 1)).code
    try fixture.submit(SubmissionSample(.successFactor, 2).pointing("restsOn", to: [.numbered(1)]))
    let proposal = try fixture.release(SubmissionSample(.proposal, 3).pointing("restsOn", to: [.numbered(1)]))
    try fixture.open("galerij")
    let voter = try #require(Voter(owner: Session.owner(of: "x"), person: 0))
    try fixture.store.write { try $0.take(Stance(proposal: .numbered(3), position: .no, groups: []), by: voter) }
    _ = try withdraw(code)
    #expect(try fixture.store.read { try $0.links().isEmpty })
    #expect(try fixture.store.read { try $0.contribution(.numbered(2))?.state } == .waiting)
    _ = try withdraw(proposal.code)
    #expect(try fixture.store.read { try $0.stances().isEmpty })
  }

  @Test("A withdrawn contribution cannot be released or held any more")
  func moderation() throws {
    _ = try withdraw(fixture.submit(sample).code)
    #expect(throws: StoreError.self) { try fixture.store.write { try $0.release(.numbered(1), by: .moderator) } }
    #expect(throws: StoreError.self) {
      try fixture.store.write { try $0.hold(.numbered(1), reason: "x", by: .moderator) }
    }
  }

  @Test("The journal never holds a text, whatever is done")
  func journal() throws {
    try fixture.submit(sample)
    try edit()
    try fixture.store.write { change in
      try change.hold(.numbered(1), reason: Self.canary, by: .moderator)
      try change.make(Theme(id: .numbered(50), name: Self.canary), by: .facilitator)
      try change.change(Theme(id: .numbered(50), name: Self.canary + "!"), by: .facilitator)
    }
    let texts = try fixture.store.read {
      try String.fetchAll($0.db, sql: "SELECT kind || subject || facts FROM journal")
    }
    #expect(texts.allSatisfy { !$0.contains(Self.canary) })
    #expect(texts.count > 4)
  }
}
