import Foundation
import HTTPServer
import Testing
import Workshop
import WorkshopStore
import WorkshopTestSupport

@testable import WorkshopWeb

@Suite("What phones hear that something went or changed")
struct BroadcastTests {
  let workday: Workday
  let room: LiveRoom
  private let one = ContributionID.numbered(1)

  init() throws {
    workday = try Workday()
    room = try workday.create()
    try room.open("verhaal")
  }

  /// The journal lines of what is done now.
  private func lines(_ work: @escaping @Sendable (Change) throws -> Void) throws -> [JournalEntry] {
    let before = try room.store.read { try $0.lastSequence() }
    try room.store.write { try work($0) }
    return try room.store.read { try $0.journal(after: before) }
  }

  private func gone(after batches: [JournalEntry]...) -> [String] {
    let broadcast = Broadcast()
    batches.forEach(broadcast.add)
    return broadcast.gone
  }

  @Test("What is put back, or let go in the same breath, is not gone; what is held last is")
  func order() throws {
    try room.keep(SubmissionSample(.story, 1), released: true)
    let held = try lines { try $0.hold(.numbered(1), reason: "", by: .moderator) }
    let back = try lines { try $0.putBack(.numbered(1), by: .moderator) }
    let both = try lines { change in
      try change.release(.numbered(1), by: .moderator)
      try change.hold(.numbered(1), reason: "", by: .moderator)
    }
    let released = try lines { try $0.release(.numbered(1), by: .moderator) }
    #expect(gone(after: held) == [one.rawValue])
    #expect(gone(after: held, back) == [])
    #expect(gone(after: held, both) == [one.rawValue])
    #expect(gone(after: held + back + both + released) == [])
  }

  @Test("What its teller edits stands on its own again where it was merged, and stays gone where it is held")
  func edited() throws {
    for number in [1, 2] { try room.keep(SubmissionSample(.story, number)) }
    func edit(_ version: Int) throws -> [JournalEntry] {
      let sample = SubmissionSample(.story, 1).with("title", .text("Versie \(version)"))
      let (owner, submission) = (Session.owner(of: "toestel-1"), try sample.submission())
      let prepared = try room.store.prepare(submission, owner: owner)
      return try lines { _ = try $0.edit(prepared, version: version, owner: owner) }
    }
    let merged = try lines { try $0.merge(ContributionID.numbered(1), into: .numbered(2), by: .moderator) }
    #expect(try gone(after: merged, edit(1)) == [])
    let held = try lines { try $0.hold(.numbered(1), reason: "", by: .moderator) }
    #expect(try gone(after: held, edit(2)) == [one.rawValue])
  }

  /// Until the broadcast came by, which has a queue of its own.
  private func revision(after sequence: Int64) async throws -> Int64 {
    for _ in 0..<300 where room.revision < sequence { try await Task.sleep(for: .milliseconds(10)) }
    return room.revision
  }

  @Test("Phones fetch the teams again when an offer is matched, and what they choose from when a gathering changes")
  func revisions() async throws {
    for (number, kind) in [(1, "aanbod"), (2, "vraag")] {
      try room.keep(SubmissionSample(.pledge, number).with("pledgeKind", .text(kind)), released: true)
    }
    try room.open("actie")
    let matched = try lines { try $0.match(.numbered(1), to: .numbered(2), by: .facilitator) }
    let match = try #require(matched.last?.sequence)
    #expect(try await revision(after: match) == match)
    let changed = try lines { change in
      var gathering = try #require(try change.reader.gatherings().first)
      gathering.audience = .children
      try change.change(gathering, by: .facilitator)
    }
    let change = try #require(changed.last?.sequence)
    #expect(try await revision(after: change) == change)
  }

  @Test("Where the file cannot be read, phones fetch their step again all the same")
  func unreadable() async throws {
    let entries = try lines { _ = try $0.setRoom(.stepOpened, "droom", by: .facilitator) { $0.step = "droom" } }
    let last = try #require(entries.last?.sequence)
    let broadcast = Broadcast()
    broadcast.begin(room, revision: 0)
    try room.store.close()
    broadcast.add(entries)
    for _ in 0..<300 where broadcast.revision == 0 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(broadcast.revision == last)
  }
}
