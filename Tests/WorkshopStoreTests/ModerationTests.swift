import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Deciding on what people told")
struct ModerationTests {
  let fixture: TrajectoryFixture
  let first = SubmissionSample(.story, 1)
  let second = SubmissionSample(.story, 2)
  let partID = ContributionID.numbered(77)

  init() throws {
    fixture = try TrajectoryFixture()
    try fixture.open("verhaal")
  }

  private var store: TrajectoryStore { fixture.store }

  private func stored(_ id: ContributionID) throws -> Contribution {
    try #require(try store.read { try $0.contribution(id) })
  }

  private func write(_ work: @escaping @Sendable (Change) throws -> Void) throws { try store.write(work) }

  private func withdraw(_ id: ContributionID) throws {
    let code = store.withdrawalCode(for: id)
    try write { [store] in _ = try $0.withdraw(code, in: store) }
  }

  private func told(_ id: ContributionID, _ field: FieldID, _ text: String) throws -> Body {
    var body = try stored(id).body
    body[field] = .text(text)
    return body
  }

  @Test("A decision on another version or state than the one that is there is refused, and changes nothing")
  func overtaken() throws {
    try fixture.submit(first)
    let id = first.id
    try write { try $0.hold(id, ground: .hurtful, reason: "", by: .facilitator) }
    #expect(throws: StoreError(id.rawValue, .decidedOtherwise)) {
      try write { try $0.release(id, seen: .init(version: 1, state: .waiting), by: .moderator) }
    }
    #expect(throws: StoreError(id.rawValue, .editedMeanwhile)) {
      try write { try $0.release(id, seen: .init(version: 7, state: .held), by: .moderator) }
    }
    #expect(try stored(id).state == .held)
    // A client that does not say what it saw still decides.
    try write { try $0.release(id, by: .moderator) }
    #expect(try stored(id).state == .released)
  }

  @Test("The same decision twice is one, and stands in the journal once")
  func repeated() throws {
    try fixture.submit(first)
    let (id, seen) = (first.id, SeenContribution(version: 1, state: .waiting))
    for _ in 1...2 { try write { try $0.release(id, seen: seen, by: .moderator) } }
    for reason in ["naam", "buurt"] {
      try write {
        try $0.hold(
          id, ground: .recognisable, reason: reason, seen: .init(version: 1, state: .released), by: .moderator)
      }
    }
    #expect(try stored(id).holdReason == "naam")
    for _ in 1...2 { try write { try $0.putBack(id, seen: .init(version: 1, state: .held), by: .moderator) } }
    let kinds = try store.read { try $0.journal(after: 0) }.map(\.kind)
    #expect(kinds.filter { [.released, .held, .putBack].contains($0) } == [.released, .held, .putBack])
  }

  @Test("Other words keep the teller's, the consents and the release, and are found")
  func rewording() throws {
    try fixture.release(first)
    let id = first.id
    let before = try stored(id)
    let body = try told(id, "title", "Een trefwoord als kwispelstaart")
    try write { try $0.reword(id, body: body, seen: .init(before), by: .moderator) }
    let now = try stored(id)
    #expect(now.version == 2)
    #expect(now.toldVersion == 1)
    #expect(now.state == .released)
    #expect(now.teller == before.teller)
    #expect(try store.read { try $0.toldBody(of: now) } == before.body)
    #expect(try store.read { try $0.search("kwispelstaart").map(\.id) } == [id])
    #expect(try store.read { try $0.search(before.text("title")) }.isEmpty)

    let third = try told(id, "title", "Nog anders")
    try write { try $0.reword(id, body: third, by: .facilitator) }
    #expect(try stored(id).toldVersion == 1)
    try write { try $0.putAsTold(id, by: .moderator) }
    #expect(try stored(id).body == before.body)
    #expect(try stored(id).toldVersion == nil)
    let roles = try store.read { reader in
      try String.fetchAll(reader.db, sql: "SELECT replaced_by FROM contribution_version ORDER BY version")
    }
    #expect(roles == ["moderator", "facilitator", "moderator"])
  }

  @Test("When its teller edits, the teller's words stand again and wait; an edit of the version before is told so")
  func editingAfterRewording() throws {
    try fixture.release(first)
    let id = first.id
    let reworded = try told(id, "title", "Zonder naam")
    try write { try $0.reword(id, body: reworded, by: .moderator) }
    let edited = first.with("title", .text("Mijn eigen titel"))
    let (owner, prepared) = (Session.owner(of: "toestel-1"), try store.prepare(try edited.submission(), owner: nil))
    #expect(throws: StoreError(id.rawValue, .outdated)) {
      try write { _ = try $0.edit(prepared, version: 1, owner: owner) }
    }
    try write { _ = try $0.edit(prepared, version: 2, owner: owner) }
    let now = try stored(id)
    #expect(now.text("title") == "Mijn eigen titel")
    #expect(now.state == .waiting)
    #expect(now.toldVersion == nil)
  }

  @Test("A part has the teller, consents, origin and links of what it was split from, and a code of its own")
  func splitting() throws {
    try fixture.release(first)
    let factor = SubmissionSample(.successFactor, 3).pointing("restsOn", to: [first.id])
    try fixture.release(factor)
    let (id, part) = (factor.id, store.preparePart(partID))
    let (one, two) = (try told(id, "sentence", "Samen eten"), try told(id, "sentence", "Samen koken"))
    let seen = SeenContribution(try stored(id))
    for _ in 1...2 { try write { try $0.split(id, into: part, first: one, second: two, seen: seen, by: .moderator) } }
    let (rest, made) = (try stored(id), try stored(partID))
    #expect([rest.text("sentence"), made.text("sentence")] == ["Samen eten", "Samen koken"])
    #expect(made.splitFrom == id)
    #expect([made.teller, rest.teller] == [rest.teller, rest.teller])
    #expect(made.origin == rest.origin)
    #expect(made.state == .released)
    #expect(try store.read { try $0.links(from: partID) }.map(\.to) == [first.id.rawValue])
    #expect(
      try store.read { try $0.contributions(ownedBy: Session.owner(of: "toestel-1")) }.contains { $0.id == partID })
    #expect(try store.read { try $0.search("koken").map(\.id) } == [partID])

    try withdraw(partID)
    #expect(try stored(partID).state == .withdrawn)
    #expect(try stored(id).state == .released)
    // What the part said stood in the earlier version too.
    #expect(try store.read { try $0.body(of: id, version: 1) } == nil)
    #expect(try stored(id).toldVersion == nil)
  }

  @Test("What is withdrawn takes its parts along, and theirs")
  func withdrawingParts() throws {
    try fixture.submit(first)
    let (id, body) = (first.id, try stored(first.id).body)
    let (part, smaller) = (store.preparePart(partID), store.preparePart(.numbered(78)))
    try write { try $0.split(id, into: part, first: body, second: body, by: .facilitator) }
    try write { try $0.split(part.id, into: smaller, first: body, second: body, by: .facilitator) }
    try withdraw(id)
    for gone in [id, part.id, smaller.id] { #expect(try stored(gone).state == .withdrawn) }
    #expect(throws: StoreError(id.rawValue, .unknown)) {
      try write { try $0.split(id, into: part, first: body, second: body, by: .facilitator) }
    }
  }

  @Test("Taking a part of a part back clears its words from every text it was once in")
  func withdrawingNestedPart() throws {
    try fixture.submit(first)
    let (id, body) = (first.id, try stored(first.id).body)
    let (part, smaller) = (store.preparePart(partID), store.preparePart(.numbered(78)))
    try write { try $0.split(id, into: part, first: body, second: body, by: .facilitator) }
    try write { try $0.split(part.id, into: smaller, first: body, second: body, by: .facilitator) }
    try withdraw(smaller.id)
    for whole in [id, part.id] {
      #expect(try store.read { try $0.earlierVersions(of: whole) } == [])
      #expect(try stored(whole).toldVersion == nil)
      #expect(try stored(whole).state == .waiting)
    }
  }

  @Test("What pointed to a merged one counts where it went, and is its own again after un-merging")
  func merging() throws {
    for sample in [first, second] { try fixture.release(sample) }
    let factor = SubmissionSample(.successFactor, 3).pointing("restsOn", to: [first.id, second.id])
    try fixture.release(factor)
    let (one, two) = (first.id, second.id)
    for _ in 1...2 { try write { try $0.merge(one, into: two, by: .moderator) } }
    #expect(try stored(one).state == .merged)
    #expect(try stored(one).mergedInto == two)
    #expect(try store.read { try $0.links() }.map(\.to) == [two.rawValue])
    #expect(try store.read { try $0.shownContributions(.story) }.map(\.id) == [two])
    #expect(throws: StoreError(one.rawValue, .decidedOtherwise)) { try write { try $0.release(one, by: .moderator) } }
    try write { try $0.putBack(one, by: .moderator) }
    #expect(try stored(one).state == .waiting)
    #expect(try stored(one).mergedInto == nil)
    #expect(try store.read { try $0.links() }.map(\.to) == [one.rawValue, two.rawValue])
  }

  @Test("No circles, no other kinds, nothing into itself or into what is gone")
  func mergeFaults() throws {
    let (third, dream) = (SubmissionSample(.story, 4), SubmissionSample(.dream, 5))
    for sample in [first, second, third, dream] { try fixture.submit(sample) }
    let (one, two, three) = (first.id, second.id, third.id)
    func expect(_ fault: MergeFault, _ id: ContributionID, into target: ContributionID) {
      #expect(throws: StoreError(id.rawValue, .cannotMerge(fault))) {
        try write { try $0.merge(id, into: target, by: .moderator) }
      }
    }
    expect(.itself, one, into: one)
    expect(.otherKind, one, into: dream.id)
    try write { try $0.merge(one, into: two, by: .moderator) }
    try write { try $0.merge(two, into: three, by: .moderator) }
    expect(.circle, three, into: one)
    try write { try $0.putBack(two, by: .moderator) }
    try withdraw(three)
    expect(.gone, two, into: three)
    try write { try $0.putBack(one, by: .moderator) }
    try write { try $0.hold(two, ground: .confidant, reason: "", by: .facilitator) }
    expect(.gone, one, into: two)
  }

  @Test("When the one it was merged into is withdrawn it waits again; when it is withdrawn itself it just goes")
  func withdrawingMerged() throws {
    for sample in [first, second] { try fixture.release(sample) }
    let (one, two) = (first.id, second.id)
    try write { try $0.merge(one, into: two, by: .moderator) }
    try withdraw(two)
    #expect(try stored(one).state == .waiting)
    let third = SubmissionSample(.story, 4)
    try fixture.release(third)
    try write { try $0.merge(one, into: third.id, by: .moderator) }
    try withdraw(one)
    #expect(try stored(one).state == .withdrawn)
    #expect(try stored(third.id).state == .released)
  }

  @Test("What is set apart for the confidant is in one list only, with what was merged into it, until it is put back")
  func settingApart() throws {
    for sample in [first, second] { try fixture.release(sample) }
    let factor = SubmissionSample(.successFactor, 3).pointing("restsOn", to: [first.id])
    try fixture.release(factor)
    let (one, two) = (first.id, second.id)
    let word = try stored(one).text("title")
    try write { try $0.merge(two, into: one, by: .moderator) }
    try write { try $0.hold(one, ground: .confidant, reason: "zorg", by: .moderator) }
    try store.read { (reader: Reader) throws -> Void in
      #expect(try reader.contributions().map(\.id) == [factor.id])
      #expect(try reader.contributionCountsByState()[.story] == nil)
      #expect(try reader.links().isEmpty)
      #expect(try reader.search(word).isEmpty)
      #expect(try reader.workdayRecord(madeAt: .now).contributions.map(\.id) == [factor.id])
      #expect(try reader.workdayRecord(madeAt: .now).links.isEmpty)
      #expect(try reader.moderationLog(limit: 99).allSatisfy { $0.number == 3 })
      #expect(try reader.setApart().map(\.contribution.id) == [one, two])
    }
    #expect(throws: StoreError(one.rawValue, .unknown)) { try write { try $0.putBack(one, by: .moderator) } }
    #expect(throws: StoreError(one.rawValue, .decidedOtherwise)) {
      try write { try $0.hold(one, ground: .other, reason: "", by: .facilitator) }
    }
    try write { try $0.noteForConfidant("gebeld", isSeen: true, on: one, by: .facilitator) }
    #expect(try store.read { try $0.setApart() }.first?.note == "gebeld")
    #expect(try store.read { try $0.setApart() }.first?.seenAt == fixture.clock.now)
    try write { try $0.putBack(one, by: .facilitator) }
    #expect(try store.read { try $0.contributions() }.map(\.id) == [one, factor.id])
    #expect(try store.read { try $0.setApart() }.map(\.contribution.id) == [two])
  }

  @Test("What was merged into something merged is set apart with it")
  func settingApartFamily() throws {
    let third = SubmissionSample(.story, 4)
    for sample in [first, second, third] { try fixture.submit(sample) }
    let (one, two, three) = (first.id, second.id, third.id)
    try write { try $0.merge(two, into: three, by: .moderator) }
    try write { try $0.merge(one, into: two, by: .moderator) }
    try write { try $0.hold(three, ground: .confidant, reason: "zorg", by: .moderator) }
    #expect(try store.read { try $0.setApart() }.map(\.contribution.id) == [one, two, three])
    #expect(try store.read { try $0.contributions() } == [])
    #expect(try stored(one).mergedInto == nil)
  }

  @Test("The journal holds no text and does not say that somebody worries")
  func journal() throws {
    for sample in [first, second] { try fixture.submit(sample) }
    let id = first.id
    try write { try $0.hold(id, ground: .confidant, reason: "over haar vader", by: .moderator) }
    try write { try $0.noteForConfidant("gebeld met haar", isSeen: false, on: id, by: .facilitator) }
    for entry in try store.read({ try $0.journal(after: 0) }) {
      #expect(!"\(entry.facts)".contains("vader") && !"\(entry.facts)".contains("gebeld"))
      #expect(!entry.facts.values.contains("confidant"))
      #expect(entry.kind != .confidantNoted || entry.subject.isEmpty)
    }
    let other = second.id
    try write { try $0.hold(other, ground: .other, reason: "", by: .moderator) }
    // Which of the two was set apart cannot be told from the other.
    let holds = try store.read { try $0.journal(after: 0) }.filter { $0.kind == .held }
    #expect(holds.map(\.facts) == [["ground": "other"], ["ground": "other"]])
  }

  @Test("A step that goes on at once releases what comes in, but not what has to be read first")
  func atOnce() throws {
    try write { try $0.setReleasesAtOnce("verhaal", true, by: .facilitator) }
    let worried = SubmissionSample(.story, 5).with("worry", .text("Ik maak me zorgen."))
    var child = SubmissionSample(.story, 6)
    child.teller.groups = ["kind"]
    var pictured = SubmissionSample(.story, 8)
    pictured.photo = .samplePhoto()
    for (sample, mustBeRead) in [(first, false), (second, true), (worried, false), (child, false), (pictured, false)] {
      var prepared = try store.prepare(try sample.submission(), owner: Session.owner(of: "toestel-1"))
      prepared.mustBeRead = mustBeRead
      try write { [prepared] in _ = try $0.submit(prepared) }
    }
    let states = try store.read { try $0.contributions() }.map(\.state)
    #expect(states == [.released, .waiting, .waiting, .waiting, .waiting])
    try write { try $0.setReleasesAtOnce("verhaal", false, by: .facilitator) }
    #expect(try store.read { try $0.room() }.releasesAtOnce == nil)
    let log = try store.read { try $0.moderationLog(limit: 9) }
    #expect(log.map(\.kind) == [.atOnceChanged, .released, .atOnceChanged])
    #expect(log.map(\.role) == [.facilitator, .server, .facilitator])
  }

  @Test("What comes late for a step that goes on at once waits, whatever step is open now")
  func atOnceLate() throws {
    for step in [StepID("verhaal"), "droom"] { try write { try $0.setReleasesAtOnce(step, true, by: .facilitator) } }
    try fixture.open("droom")
    var prepared = try store.prepare(try first.submission(), owner: Session.owner(of: "toestel-1"))
    prepared.mustBeRead = false
    try write { [prepared] in _ = try $0.submit(prepared) }
    #expect(try stored(first.id).state == .waiting)
  }

  @Test("A photo that nobody looked at keeps a text waiting when that is edited")
  func atOnceEdited() throws {
    var pictured = first
    pictured.photo = .samplePhoto()
    try fixture.submit(pictured)
    try write { try $0.setReleasesAtOnce("verhaal", true, by: .facilitator) }
    let owner = Session.owner(of: "toestel-1")
    var prepared = try store.prepare(try first.with("title", .text("Anders")).submission(), owner: owner)
    prepared.mustBeRead = false
    try write { [prepared] in _ = try $0.edit(prepared, version: 1, owner: owner) }
    #expect(try stored(first.id).state == .waiting)
  }

  @Test("Releasing all passes over what has to be read, and says how many that is")
  func releasingAll() throws {
    let doubtful = SubmissionSample(.story, 7).with("recognisable", .text("twijfel"))
    for sample in [first, second, doubtful] { try fixture.submit(sample) }
    let marked = second.id
    try write { change in
      let done = try change.releaseAll(.story, passingOver: { $0.id == marked }, by: .moderator)
      #expect(done.released == [first.id])
      #expect(done.left == 2)
    }
  }
}
