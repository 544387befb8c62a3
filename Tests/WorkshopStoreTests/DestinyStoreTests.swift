import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Action teams, contacts, matches and the hand-over in the file")
struct DestinyStoreTests {
  let fixture: TrajectoryFixture
  private static let action = SubmissionSample(.action, 1)

  init() throws {
    fixture = try TrajectoryFixture()
    try fixture.open("actie")
    try fixture.release(Self.action)
  }

  private func voter(_ device: String, _ person: Int = 0) throws -> Voter {
    try #require(Voter(owner: Session.owner(of: device), person: person))
  }

  private func back(_ voter: Voter, _ backs: Bool = true) throws {
    try fixture.store.write { try $0.back(Self.action.id, backs, by: voter) }
  }

  private var contact: Contact {
    Contact(id: .numbered(500), name: "Kwibbelmieke", phone: "0470 00 00 00", consentedAt: fixture.clock.now)
  }

  private func leave(_ contact: Contact) throws {
    try fixture.store.write { try $0.leave(contact, with: Self.action.id) }
  }

  @Test("Joining twice is once, several people may share a phone, and it can be taken back")
  func joining() throws {
    try back(voter("een"))
    try back(voter("een"))
    try back(voter("een", 1))
    try back(voter("twee"))
    #expect(try fixture.store.read { try $0.backing() } == [Self.action.id: 3])
    try back(voter("een"), false)
    try back(voter("een"), false)
    #expect(try fixture.store.read { try $0.backing(of: Self.action.id) } == 2)
    #expect(try fixture.store.read { try $0.journal(after: 0).count { $0.kind == .backed } } == 4)
  }

  @Test("What the room does not see cannot be joined, nor a request co-signed, nor anything once the day is closed")
  func refusals() throws {
    try fixture.submit(SubmissionSample(.action, 2))
    try fixture.release(SubmissionSample(.pledge, 3).with("pledgeKind", .text("vraag")))
    let voter = try voter("een")
    for number in [2, 3, 9] {
      #expect(throws: StoreError.self) { try fixture.store.write { try $0.back(.numbered(number), true, by: voter) } }
    }
    try fixture.closeDay()
    #expect(throws: StoreError.self) { try back(voter) }
    #expect(throws: StoreError.self) { try leave(contact) }
  }

  @Test("A contact is left once, mended under its own id, erased by it, and tied to no phone")
  func contacts() throws {
    try leave(contact)
    var mended = contact
    mended.phone = "0471 11 11 11"
    mended.consentedAt = fixture.clock.now.addingTimeInterval(60)
    try leave(mended)
    #expect(try fixture.store.read { try $0.contacts(of: Self.action.id) }.map(\.consentedAt) == [mended.consentedAt])
    #expect(try fixture.store.read { try $0.contacts(of: Self.action.id) }.map(\.phone) == ["0471 11 11 11"])
    try fixture.release(SubmissionSample(.action, 2))
    #expect(throws: StoreError.self) {
      try fixture.store.write { [contact] in try $0.leave(contact, with: .numbered(2)) }
    }
    try fixture.store.write { try $0.eraseContact(.numbered(500), by: .participant) }
    #expect(throws: StoreError.self) {
      try fixture.store.write { try $0.eraseContact(.numbered(500), by: .participant) }
    }
    let entries = try fixture.store.read { try $0.journal(after: 0) }
    #expect(!entries.contains { $0.subject.hasSuffix("500") || $0.facts.values.contains { $0.hasSuffix("500") } })
  }

  @Test("An action that is taken back takes its team and whom to reach with it, out of the bytes of the file")
  func withdrawn() throws {
    try back(voter("een"))
    try leave(contact)
    let store = fixture.store
    try store.write { _ = try $0.withdraw(store.withdrawalCode(for: Self.action.id), in: store) }
    #expect(try store.read { try $0.backing() } == [:])
    #expect(try store.read { try $0.contacts(of: Self.action.id) } == [])
    try store.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    #expect(bytes.range(of: Data("Kwibbelmieke".utf8)) == nil)
  }

  @Test("An offer that meets a request is matched by its form or by hand; a hand's match outlives an edit of the offer")
  func matching() throws {
    let request = SubmissionSample(.pledge, 3).with("pledgeKind", .text("vraag"))
    let offer = SubmissionSample(.pledge, 4)
    try fixture.release(request)
    try fixture.release(offer)
    try fixture.store.write { try $0.match(offer.id, to: request.id, by: .facilitator) }
    try fixture.store.write { try $0.match(offer.id, to: request.id, by: .facilitator) }
    let edit = try fixture.store.prepare(
      offer.with("what", .text("Een grotere zaal.")).submission(), owner: Session.owner(of: "toestel-1"))
    try fixture.store.write { _ = try $0.edit(edit, version: 1, owner: Session.owner(of: "toestel-1")) }
    #expect(try fixture.store.read { try $0.pledgeLinks() }.map(\.relation) == [.meets])
    try fixture.store.write { try $0.unmatch(offer.id, from: request.id, by: .facilitator) }
    #expect(try fixture.store.read { try $0.pledgeLinks() } == [])
    #expect(throws: StoreError.self) {
      try fixture.store.write { try $0.match(request.id, to: offer.id, by: .facilitator) }
    }
    #expect(throws: StoreError.self) {
      try fixture.submit(SubmissionSample(.pledge, 5).pointing("meets", to: [offer.id]))
    }
    try fixture.submit(SubmissionSample(.pledge, 6).pointing("meets", to: [request.id]))
    #expect(try fixture.store.read { try $0.pledgeLinks() }.count == 1)
  }

  @Test("An offer that met a merged request meets the one that carries it on, until the match is taken apart")
  func matchingMerged() throws {
    let (merged, carrying) = (
      SubmissionSample(.pledge, 3).with("pledgeKind", .text("vraag")),
      SubmissionSample(.pledge, 5).with("pledgeKind", .text("vraag"))
    )
    let offer = SubmissionSample(.pledge, 4)
    for sample in [merged, carrying, offer] { try fixture.release(sample) }
    func open() throws -> [ContributionID] {
      try fixture.store.read { try $0.shownContributions(.pledge).openRequests($0.pledgeLinks()).map(\.id) }
    }
    try fixture.store.write { change in
      try change.match(offer.id, to: merged.id, by: .facilitator)
      try change.merge(merged.id, into: carrying.id, by: .moderator)
    }
    #expect(try open() == [])
    try fixture.store.write { try $0.unmatch(offer.id, from: carrying.id, by: .facilitator) }
    #expect(try open() == [carrying.id])
  }

  @Test("Who joined what was merged belongs to what carries it on, once, and can leave it there")
  func backingMerged() throws {
    let other = SubmissionSample(.action, 2)
    try fixture.release(other)
    let (one, two) = (try voter("een"), try voter("twee"))
    try back(one)
    try back(two)
    try fixture.store.write { try $0.back(other.id, true, by: one) }
    try leave(contact)
    try fixture.store.write { try $0.merge(Self.action.id, into: other.id, by: .moderator) }
    #expect(try fixture.store.read { try $0.backing() } == [other.id: 2])
    #expect(try fixture.store.read { try $0.backing(of: other.id) } == 2)
    #expect(try fixture.store.read { try $0.backing(by: one.owner) }.map(\.subject) == [other.id])
    #expect(try fixture.store.read { try $0.contacts(of: other.id) }.map(\.name) == ["Kwibbelmieke"])
    try fixture.store.write { try $0.back(other.id, false, by: one) }
    #expect(try fixture.store.read { try $0.backing() } == [other.id: 1])
  }

  @Test("A pledge that is set apart for the confidant is matched to nothing, and is not there for who tries")
  func setApart() throws {
    let request = SubmissionSample(.pledge, 3).with("pledgeKind", .text("vraag"))
    for sample in [request, SubmissionSample(.pledge, 4)] { try fixture.submit(sample) }
    try fixture.store.write { try $0.hold(.numbered(3), ground: .confidant, reason: "", by: .moderator) }
    #expect(throws: StoreError(ContributionID.numbered(3).rawValue, .unknown)) {
      try fixture.store.write { try $0.match(.numbered(4), to: .numbered(3), by: .moderator) }
    }
  }

  @Test("Handing Doen over skips what did not begin, and taking it back puts it there again")
  func handOver() throws {
    func skipped() throws -> [RunSheetItemID] {
      try fixture.store.read { try $0.runSheets() }.flatMap(\.items).filter(\.isSkipped).map(\.id)
    }
    #expect(try fixture.store.write { try $0.handOver(by: .facilitator) } == nil)
    #expect(try skipped().count == 1)
    let room = try fixture.store.read { try $0.room() }
    #expect(room.handOver != nil && room.scene == .handOver && room.step == nil)
    #expect(try fixture.store.write { try $0.handOver(by: .facilitator) } == nil)
    #expect(try fixture.store.write { try $0.takeBackHandOver(by: .facilitator) } == nil)
    #expect(try skipped() == [] && fixture.store.read { try $0.room() }.handOver == nil)
  }

  @Test("The part of the chain around a place is the same as in the whole chain")
  func chain() throws {
    try fixture.release(SubmissionSample(.story, 10))
    try fixture.release(SubmissionSample(.story, 11))
    try fixture.release(SubmissionSample(.successFactor, 12).pointing("restsOn", to: [.numbered(10)]))
    try fixture.release(SubmissionSample(.proposal, 13).pointing("restsOn", to: [.numbered(12)]))
    try fixture.release(SubmissionSample(.action, 14).pointing("followsFrom", to: [.numbered(13)]))
    let id = ContributionID.numbered(12)
    let (part, whole) = try fixture.store.read {
      (
        try $0.chain(around: id.rawValue),
        Chain(contributions: try $0.contributions(), links: try $0.links(), themes: try $0.themes())
      )
    }
    let node = try #require(part.node(id.rawValue))
    #expect(part.origins(of: node) == [.contribution(.numbered(10))])
    #expect(part.fruits(of: node) == [.contribution(.numbered(13)), .contribution(.numbered(14))])
    #expect(part.origins(of: node) == whole.origins(of: node) && part.fruits(of: node) == whole.fruits(of: node))
    #expect(part.node(ContributionID.numbered(11).rawValue) == nil)
  }
}
