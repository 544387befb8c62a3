import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@Suite("Correcting what was entered for somebody else")
struct CorrectingTests {
  let fixture: TrajectoryFixture
  let sample = SubmissionSample(.story)

  init() throws {
    fixture = try TrajectoryFixture()
    try fixture.open("verhaal")
  }

  private func prepared(_ sample: SubmissionSample) throws -> PreparedSubmission {
    var json = String(decoding: try sample.json(), as: UTF8.self)
    json = json.replacing(#""route":"phone""#, with: #""route":"paper""#)
    return try fixture.store.prepare(Submission(json: Array(json.utf8), framework: .shipped), owner: nil)
  }

  private func correct(_ sample: SubmissionSample, version: Int) throws -> Receipt {
    let prepared = try prepared(sample)
    return try fixture.store.write { try $0.correct(prepared, version: version, by: .moderator) }
  }

  private func enter() throws -> Receipt {
    let prepared = try prepared(sample)
    return try fixture.store.write { try $0.submit(prepared, by: .moderator) }
  }

  private func stored() throws -> Contribution {
    try #require(try fixture.store.read { try $0.contribution(sample.id) })
  }

  @Test("The new words count, number and code stay, and what was released is read again; the step may be closed")
  func corrected() throws {
    let entered = try enter()
    try fixture.store.write { try $0.release(sample.id, by: .moderator) }
    try fixture.open("droom")
    var other = sample.with("title", .text("Zonder tikfout"))
    other.table = "7"
    let receipt = try correct(other, version: 1)
    #expect(receipt.number == entered.number && receipt.code == entered.code && receipt.version == 2)
    let stored = try stored()
    #expect(stored.headline == "Zonder tikfout" && stored.origin.table == "7")
    #expect(stored.state == .waiting && stored.origin.route == .paper)
    #expect(try correct(other, version: 1) == receipt, "an answer that got lost is given again")
  }

  @Test("Of two corrections of one version the second is refused")
  func overtaken() throws {
    _ = try enter()
    _ = try correct(sample.with("title", .text("Eerste")), version: 1)
    #expect(throws: StoreError(sample.id.rawValue, .notEditable)) {
      try correct(sample.with("title", .text("Tweede")), version: 1)
    }
    #expect(try stored().headline == "Eerste")
  }

  @Test("What somebody wrote on a phone is theirs to change")
  func ofPhone() throws {
    try fixture.submit(sample)
    #expect(throws: StoreError(sample.id.rawValue, .unknown)) { try correct(sample, version: 1) }
  }

  @Test("A correction stays in the step its entry was made in")
  func otherStep() throws {
    _ = try enter()
    let entry = try sample.submission()
    let other = Submission(id: entry.id, kind: .story, step: "droom", body: entry.body)
    let prepared = try fixture.store.prepare(other, owner: nil)
    #expect(throws: StoreError(sample.id.rawValue, .badReference("step"))) {
      try fixture.store.write { _ = try $0.correct(prepared, version: 1, by: .moderator) }
    }
  }

  @Test("What was taken back does not come back")
  func withdrawn() throws {
    let code = try enter().code
    try fixture.store.write { [store = fixture.store] in _ = try $0.withdraw(code, in: store) }
    #expect(throws: StoreError(sample.id.rawValue, .notEditable)) { try correct(sample, version: 1) }
  }
}
