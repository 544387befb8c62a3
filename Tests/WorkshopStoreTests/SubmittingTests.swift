import Foundation
import GRDB
import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Storing a submission")
struct SubmittingTests {
  let fixture: TrajectoryFixture

  init() throws {
    fixture = try TrajectoryFixture()
    try fixture.open("verhaal")
  }

  private func rows() throws -> [Int] {
    try fixture.store.read { (reader: Reader) in
      try ["contribution", "link", "photo", "journal", "search", "contribution_version"].map {
        try Int.fetchOne(reader.db, sql: "SELECT count(*) FROM \($0)") ?? -1
      }
    }
  }

  @Test("Every kind is stored and read back as it was sent", arguments: ContributionKind.allCases)
  func roundTrip(kind: ContributionKind) throws {
    var sample = SubmissionSample(kind, 10)
    if kind == .stanceReason {
      try fixture.submit(SubmissionSample(.proposal, 1))
      sample = sample.pointing("reasonFor", to: [.numbered(1)])
    }
    if kind == .dream { sample.photo = .samplePhoto() }
    let sent = try sample.submission()
    let receipt = try fixture.submit(sample)
    let stored = try #require(try fixture.store.read { try $0.contribution(sample.id) })
    #expect(stored.body == sent.body)
    #expect(stored.teller == sent.teller)
    #expect(stored.number == receipt.number)
    #expect(stored.state == .waiting)
    #expect(stored.version == 1)
    #expect(stored.origin.isLate == (kind != .story))
    #expect(stored.createdAt == fixture.clock.now)
    #expect(try fixture.store.read { try $0.links(from: sample.id) } == sent.links)
    #expect(try fixture.store.read { try $0.photo(of: sample.id) } == sample.photo)
  }

  @Test(
    "Text of any script is stored unharmed and found again",
    arguments: [
      "مرحبا بكم", "🌱👨‍👩‍👧 één", "<script>\"'\\</script>", "\u{1F1E7}\u{1F1EA}", "tab\tregel\nregel", "e\u{301}\u{202E}x",
    ])
  func anyText(text: String) throws {
    try fixture.submit(SubmissionSample(.story, 1).with("whatHelped", .text(text)))
    #expect(try fixture.store.read { try $0.contribution(.numbered(1))?.text("whatHelped") } == text)
  }

  @Test("The same submission again gets the same receipt and changes nothing")
  func again() throws {
    let first = try fixture.submit(SubmissionSample(.story))
    let before = try rows()
    fixture.clock.advance(by: 60)
    #expect(try fixture.submit(SubmissionSample(.story), from: "ander toestel") == first)
    #expect(try rows() == before)
  }

  @Test("The same id with another body, teller or kind is a conflict and changes nothing")
  func conflict() throws {
    try fixture.submit(SubmissionSample(.story))
    let before = try rows()
    var teller = SubmissionSample(.story)
    teller.teller.consents = []
    var table = SubmissionSample(.story)
    table.table = nil
    for other in [SubmissionSample(.story).with("quote", .text("x")), teller, table, SubmissionSample(.dream)] {
      #expect(throws: StoreError(ContributionID.numbered(1).rawValue, .conflict)) { try fixture.submit(other) }
    }
    #expect(try rows() == before)
  }

  @Test("The same id with another photo or another link is a conflict")
  func conflictBesideTheBody() throws {
    var dream = SubmissionSample(.dream)
    dream.photo = .samplePhoto("a")
    try fixture.submit(dream)
    dream.photo = .samplePhoto("b")
    #expect(throws: StoreError.self) { try fixture.submit(dream) }
    for number in 2...3 { try fixture.submit(SubmissionSample(.story, number)) }
    try fixture.submit(SubmissionSample(.successFactor, 4).pointing("restsOn", to: [.numbered(2)]))
    #expect(throws: StoreError.self) {
      try fixture.submit(SubmissionSample(.successFactor, 4).pointing("restsOn", to: [.numbered(3)]))
    }
  }

  @Test("What comes after its step was closed is kept and marked late; what a facilitator enters is not")
  func late() throws {
    try fixture.open("droom")
    #expect(try fixture.submit(SubmissionSample(.story, 1)).isLate)
    #expect(try fixture.store.read { try $0.contribution(.numbered(1))?.origin.isLate } == true)
    let prepared = try fixture.store.prepare(SubmissionSample(.story, 2).submission(), owner: nil)
    #expect(try fixture.store.write { try $0.submit(prepared, by: .facilitator) }.isLate == false)
  }

  @Test("A reference to what is missing, withdrawn or of the wrong kind stores nothing at all")
  func badReferences() throws {
    try fixture.submit(SubmissionSample(.story, 1))
    try fixture.submit(SubmissionSample(.dream, 2))
    let gone = try fixture.submit(SubmissionSample(.story, 3))
    let store = fixture.store
    _ = try store.write { try $0.withdraw(gone.code, in: store) }
    let before = try rows()
    for target in [2, 3, 99] {
      let sample = SubmissionSample(.successFactor, 10).pointing("restsOn", to: [.numbered(1), .numbered(target)])
      #expect(throws: StoreError(sample.id.rawValue, .badReference("restsOn"))) { try fixture.submit(sample) }
    }
    #expect(try rows() == before)
  }

  @Test("A proposal may rest on a story, a factor, a dream and a theme")
  func mixedReferences() throws {
    try fixture.store.write { try $0.make(Theme(id: .numbered(50), name: "Warmte"), by: .facilitator) }
    for (number, kind) in [(1, ContributionKind.story), (2, .successFactor), (3, .dream)] {
      try fixture.submit(SubmissionSample(kind, number))
    }
    let targets: [ContributionID] = [.numbered(1), .numbered(2), .numbered(3), .numbered(50)]
    try fixture.submit(SubmissionSample(.proposal, 9).pointing("restsOn", to: targets))
    #expect(try fixture.store.read { try $0.links(from: .numbered(9)).map(\.to) } == targets.map(\.rawValue))
  }

  @Test("A wrong change in a group fails alone, and nothing of it is left")
  func oneBadInAGroup() throws {
    let (good, bad) = (Tally(), Tally())
    let all = DispatchGroup()
    let store = fixture.store
    let prepared = try (1...300).map { number in
      let sample = SubmissionSample(.successFactor, number)
      let odd = number % 50 == 7
      return try store.prepare(
        (odd ? sample.pointing("restsOn", to: [.numbered(9999)]) : sample).submission(), owner: nil)
    }
    // The writer is held, so that all of them end up in one group.
    let hold = Hold()
    store.enqueue { _ in
      hold.pass()
    } finish: { _ in
    }
    for one in prepared {
      all.enter()
      store.enqueue {
        try $0.submit(one)
      } finish: { result in
        if case .success = result { good.add() } else { bad.add() }
        all.leave()
      }
    }
    hold.open()
    all.wait()
    #expect((good.count, bad.count) == (294, 6))
    try expectWholeJournal(submissions: 294)
    #expect(try fixture.store.read { try $0.search("agenda", limit: 1000).count } == 294)
  }

  @Test("A room that a failed change set is not kept for the changes after it")
  func roomOfAFailedChange() throws {
    let store = fixture.store
    let hold = Hold()
    let done = DispatchGroup()
    store.enqueue { _ in
      hold.pass()
    } finish: { _ in
    }
    for fails in [true, false] {
      done.enter()
      store.enqueue { change in
        if fails {
          try change.setRoom(.stepOpened, "slot", by: .facilitator) { $0.step = "slot" }
          throw StoreError("x", .unknown)
        }
        try change.setRoom(.sceneChanged, "question", by: .facilitator) { $0.scene = .question }
      } finish: { _ in
        done.leave()
      }
    }
    hold.open()
    done.wait()
    #expect(try store.read { try $0.room().step } == "verhaal")
    #expect(try store.read { try $0.room().scene } == .question)
  }

  @Test("Those who follow the journal hear nothing of a change that failed within a group")
  func onCommitOfAFailedChange() throws {
    let seen = Tally()
    let followed = try TrajectoryFixture(onCommit: { entries in seen.add(entries.map(\.sequence)) })
    let hold = Hold()
    let done = DispatchGroup()
    followed.store.enqueue { _ in
      hold.pass()
    } finish: { _ in
    }
    for fails in [false, true, false] {
      done.enter()
      followed.store.enqueue { change in
        try change.setRoom(.sceneChanged, by: .facilitator) { $0.scene = .question }
        if fails { throw StoreError("x", .unknown) }
      } finish: { _ in
        done.leave()
      }
    }
    hold.open()
    done.wait()
    #expect(seen.numbers == [2, 3])
    #expect(try followed.store.read { try $0.lastSequence() } == 3)
  }

  @Test("Fifty threads with two hundred submissions each: all there, each once, no gap in the journal")
  func concurrent() throws {
    let store = fixture.store
    let failures = Tally()
    let acknowledged = Tally()
    let done = DispatchGroup()
    for thread in 0..<50 {
      let worker = Thread {
        for number in 0..<200 {
          do {
            let prepared = try store.prepare(
              SubmissionSample(.evaluation, thread * 200 + number + 1).submission(), owner: nil)
            _ = try store.write { try $0.submit(prepared) }
            acknowledged.add()
          } catch { failures.add() }
        }
        done.leave()
      }
      done.enter()
      worker.start()
    }
    done.wait()
    #expect(failures.count == 0)
    #expect(acknowledged.count == 10_000)
    #expect(try Set(store.read { try $0.acknowledgedIDs() }).count == 10_000)
    try expectWholeJournal(submissions: 10_000)
  }

  private func expectWholeJournal(submissions: Int) throws {
    let journal = try fixture.store.read { try $0.journal(after: 0, limit: 100_000) }
    #expect(journal.map(\.sequence) == Array(1...Int64(journal.count)))
    #expect(journal.count { $0.kind == .submitted } == submissions)
  }

  @Test("Those who follow the journal get every line once, in order, after it is committed")
  func onCommit() throws {
    let seen = Tally()
    let followed = try TrajectoryFixture(onCommit: { entries in seen.add(entries.map(\.sequence)) })
    for number in 1...5 { try followed.submit(SubmissionSample(.story, number)) }
    #expect(throws: StoreError.self) {
      try followed.submit(SubmissionSample(.successFactor, 6).pointing("restsOn", to: [.numbered(99)]))
    }
    try followed.open("droom")
    #expect(seen.numbers == Array(2...7))
  }
}

/// Counts from several threads.
///
/// `@unchecked Sendable`: everything is only touched under `lock`.
final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private var total = 0
  private var kept: [Int64] = []

  var count: Int { lock.withLock { total } }
  var numbers: [Int64] { lock.withLock { kept } }

  func add() { lock.withLock { total += 1 } }
  func add(_ more: [Int64]) { lock.withLock { kept += more } }
}

/// Holds the writer until it is opened, and lets it pass again when its group is made a second time.
private struct Hold: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func open() { semaphore.signal() }

  func pass() {
    semaphore.wait()
    semaphore.signal()
  }
}
