import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Editing a contribution")
struct EditingTests {
  let fixture: TrajectoryFixture
  let first: Receipt
  let edited = SubmissionSample(.story).with("title", .text("Thee op de Speelbazaar"))

  init() throws {
    fixture = try TrajectoryFixture()
    try fixture.open("verhaal")
    first = try fixture.submit(SubmissionSample(.story))
  }

  private func edit(_ sample: SubmissionSample, version: Int, from device: String = "toestel-1") throws -> Receipt {
    let owner = Session.owner(of: device)
    let prepared = try fixture.store.prepare(try sample.submission(), owner: owner)
    return try fixture.store.write { try $0.edit(prepared, version: version, owner: owner) }
  }

  private func stored() throws -> Contribution {
    try #require(try fixture.store.read { try $0.contribution(.numbered(1)) })
  }

  @Test("The new answers count, the earlier version is kept beside them, code and number stay")
  func edits() throws {
    let receipt = try edit(edited, version: 1)
    #expect(receipt.version == 2)
    #expect(receipt.code == first.code)
    #expect(receipt.number == first.number)
    #expect(try stored().text("title") == "Thee op de Speelbazaar")
    let kept = try fixture.store.read { try String.fetchAll($0.db, sql: "SELECT body FROM contribution_version") }
    #expect(kept.count == 1)
    #expect(kept.first?.contains("Koffie op de Speelbazaar") == true)
    #expect(try fixture.store.read { try $0.search("thee") }.map(\.id) == [.numbered(1)])
    #expect(try fixture.store.read { try $0.search("koffie speelbazaar thee").count } == 1)
  }

  @Test("The first submission sent again after an edit gets the first receipt and undoes nothing")
  func firstAgain() throws {
    _ = try edit(edited, version: 1)
    #expect(try fixture.submit(SubmissionSample(.story)) == first)
    #expect(try stored().version == 2)
  }

  @Test("An edit whose answer got lost gets the same answer, and is made once")
  func repeated() throws {
    let receipt = try edit(edited, version: 1)
    _ = try fixture.submit(SubmissionSample(.story, 2))
    #expect(try edit(edited, version: 1) == receipt)
    #expect(try stored().version == 2)
    try fixture.open("droom")
    #expect(try edit(edited, version: 1) == receipt)
  }

  @Test("Another edit of a version that is no longer the latest is refused")
  func notTheLatest() throws {
    _ = try edit(edited, version: 1)
    #expect(throws: StoreError(first.id.rawValue, .outdated)) {
      try edit(edited.with("quote", .text("x")), version: 1)
    }
    #expect(throws: StoreError(first.id.rawValue, .outdated)) { try edit(edited, version: 7) }
    _ = try edit(edited.with("quote", .text("x")), version: 2)
    #expect(try stored().version == 3)
  }

  @Test("An edit that differs only in what it points to is not taken for a repeated one")
  func otherLinks() throws {
    try fixture.open("succesfactor")
    try fixture.submit(SubmissionSample(.story, 2))
    let factor = SubmissionSample(.successFactor, 3).pointing("restsOn", to: [.numbered(1)])
    try fixture.submit(factor)
    _ = try edit(factor.pointing("restsOn", to: [.numbered(2)]), version: 1)
    #expect(throws: StoreError.self) {
      try edit(factor.pointing("restsOn", to: [.numbered(1), .numbered(2)]), version: 1)
    }
    #expect(
      try fixture.store.read { try $0.links(from: .numbered(3)).map(\.to) } == [ContributionID.numbered(2).rawValue])
  }

  @Test("Only the device that sent it may edit it; to others it is not there")
  func onlyOwn() throws {
    #expect(throws: StoreError(first.id.rawValue, .unknown)) { try edit(edited, version: 1, from: "ander toestel") }
    var missing = edited
    missing.id = .numbered(99)
    #expect(throws: StoreError(missing.id.rawValue, .unknown)) { try edit(missing, version: 1) }
    let other = SubmissionSample(.dream, 1)
    #expect(throws: StoreError(first.id.rawValue, .unknown)) { try edit(other, version: 1) }
  }

  @Test("Once its step is closed a contribution stays as it is")
  func closedStep() throws {
    try fixture.open(nil)
    #expect(throws: StoreError(first.id.rawValue, .notEditable)) { try edit(edited, version: 1) }
    #expect(try stored().version == 1)
  }

  @Test("An edit stays in the step its contribution was made in")
  func otherStep() throws {
    let owner = Session.owner(of: "toestel-1")
    let other = Submission(
      id: first.id, kind: .story, step: "droom", origin: .init(), teller: .init(), body: edited.body, links: [])
    let prepared = try fixture.store.prepare(other, owner: owner)
    #expect(throws: StoreError(first.id.rawValue, .badReference("step"))) {
      try fixture.store.write { _ = try $0.edit(prepared, version: 1, owner: owner) }
    }
    #expect(try stored().version == 1)
  }

  @Test("What was released waits again, since its new text was not read yet")
  func released() throws {
    try fixture.store.write { try $0.release(.numbered(1), by: .moderator) }
    _ = try edit(edited, version: 1)
    #expect(try stored().state == .waiting)
  }

  @Test("What was held stays held, with its reason")
  func held() throws {
    try fixture.store.write { try $0.hold(.numbered(1), reason: "naam genoemd", by: .moderator) }
    _ = try edit(edited, version: 1)
    #expect(try stored().state == .held)
    #expect(try stored().holdReason == "naam genoemd")
  }

  @Test("A photo can be replaced, and stays where an edit brings none")
  func photo() throws {
    try fixture.open("droom")
    var dream = SubmissionSample(.dream, 5)
    dream.photo = .samplePhoto("een")
    try fixture.submit(dream)
    dream.photo = .samplePhoto("twee")
    _ = try edit(dream, version: 1)
    #expect(try fixture.store.read { try $0.photo(of: .numbered(5)) } == .samplePhoto("twee"))
    dream.photo = nil
    _ = try edit(dream.with("title", .text("Anders")), version: 2)
    #expect(try fixture.store.read { try $0.photo(of: .numbered(5)) } == .samplePhoto("twee"))
    #expect(try fixture.store.read { try $0.contribution(.numbered(5))?.hasPhoto } == true)
  }

  @Test("A theme it was put in by a facilitator keeps it")
  func themes() throws {
    try fixture.store.write { change in
      try change.make(Theme(id: .numbered(50), name: "Warmte"), by: .facilitator)
      try change.put(.numbered(1), into: .numbered(50), by: .facilitator)
    }
    _ = try edit(edited, version: 1)
    #expect(
      try fixture.store.read { try $0.links(from: .numbered(1)).map(\.to) } == [ContributionID.numbered(50).rawValue])
  }

  @Test("A clock that jumps back does not stop anyone")
  func clockJumpsBack() throws {
    fixture.clock.advance(by: -3600)
    _ = try edit(edited, version: 1)
    try fixture.store.write { try $0.release(.numbered(1), by: .moderator) }
    #expect(try stored().updatedAt == stored().createdAt)
  }
}
