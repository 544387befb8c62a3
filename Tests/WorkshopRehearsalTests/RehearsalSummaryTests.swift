import Foundation
import Testing
import Workshop

@testable import WorkshopRehearsal

@Suite("The summary of a rehearsal")
struct RehearsalSummaryTests {
  @Test("Is one JSON object with these names and figures")
  func shape() throws {
    let waits = Percentiles((1...200).map { .microseconds($0 * 1_250) })
    let summary = RehearsalSummary(
      trajectory: "repetitie-eeklo-2026-11-20", phones: 60, submitted: 187, acknowledged: 187, lost: 0, duplicated: 0,
      ackMilliseconds: waits, consoleMilliseconds: waits, unseen: 2, ledOn: 140,
      broadcastMilliseconds: Percentiles([]))
    #expect(
      try summary.json() == """
        {"ackMilliseconds":{"p50":125,"p95":237.5,"p99":247.5},"acknowledged":187,\
        "broadcastMilliseconds":{"p50":0,"p95":0,"p99":0},\
        "consoleMilliseconds":{"p50":125,"p95":237.5,"p99":247.5},"duplicated":0,"ledOn":140,"lost":0,"phones":60,"submitted":187,\
        "trajectory":"repetitie-eeklo-2026-11-20","unseen":2}
        """)
    #expect(summary.isFaultless)
  }

  @Test("Counts what the file lacks as lost")
  func lost() {
    let ledger = Ledger()
    for number in 1...3 { acknowledge(number, in: ledger) }
    let summary = ledger.summary(trajectory: "t", phones: 1, stored: ["1", "3"], broadcasts: [])
    #expect((summary.submitted, summary.acknowledged, summary.lost, summary.duplicated) == (3, 3, 1, 0))
    #expect(!summary.isFaultless)
  }

  @Test("Counts what the file has twice, or nobody sent, as duplicated")
  func duplicated() {
    let ledger = Ledger()
    acknowledge(1, in: ledger)
    let summary = ledger.summary(trajectory: "t", phones: 1, stored: ["1", "1", "9"], broadcasts: [])
    #expect((summary.lost, summary.duplicated) == (0, 2))
  }

  @Test("Counts a second receipt that tells something else as duplicated, the same one not")
  func contradicted() {
    let ledger = Ledger()
    acknowledge(1, in: ledger)
    acknowledge(1, in: ledger)
    #expect(ledger.summary(trajectory: "t", phones: 1, stored: ["1"], broadcasts: []).duplicated == 0)
    ledger.acknowledges("1", Ledger.Receipt(id: "1", number: 2, code: "B"), took: .zero)
    #expect(ledger.summary(trajectory: "t", phones: 1, stored: ["1"], broadcasts: []).duplicated == 1)
  }

  @Test("A contribution waits for the console from when it was first sent until it is first shown")
  func console() {
    let (ledger, begun) = (Ledger(), ContinuousClock.now)
    for number in 1...3 { ledger.submits(ContributionID(String(number)), at: begun) }
    ledger.submits("1", at: begun + .seconds(5))
    for wait in [80, 900] { ledger.shows("1", at: begun + .milliseconds(wait)) }
    ledger.shows("2", at: begun + .milliseconds(120))
    let summary = ledger.summary(trajectory: "t", phones: 1, stored: [], broadcasts: [])
    #expect((summary.consoleMilliseconds.p50, summary.consoleMilliseconds.p99, summary.unseen) == (80, 120, 1))
  }

  @Test("What was sent and never acknowledged is not lost, and shows")
  func unacknowledged() {
    let ledger = Ledger()
    ledger.submits("1")
    let summary = ledger.summary(trajectory: "t", phones: 1, stored: [], broadcasts: [])
    #expect((summary.submitted, summary.acknowledged, summary.lost) == (1, 0, 0))
  }

  private func acknowledge(_ number: Int, in ledger: Ledger) {
    let id = ContributionID(String(number))
    ledger.submits(id)
    ledger.acknowledges(id, Ledger.Receipt(id: id.rawValue, number: number, code: "A"), took: .milliseconds(3))
  }
}

@Suite("Events as a phone reads them")
struct EventLinesTests {
  @Test("Are whole however they are cut", arguments: 1...9)
  func pieces(size: Int) {
    let text = "retry: 2000\n\nid: 7\nevent: room\ndata: {\"é\":1}\n\n:\n\nevent: gone\ndata: a\ndata: b\n\n"
    var lines = EventLines()
    var events: [(name: String, data: Data)] = []
    var rest = Data(text.utf8)
    while !rest.isEmpty {
      events += lines.take(Data(rest.prefix(size)))
      rest = Data(rest.dropFirst(size))
    }
    #expect(events.map(\.name) == ["room", "gone"])
    #expect(events.map { String(decoding: $0.data, as: UTF8.self) } == ["{\"é\":1}", "a\nb"])
  }
}
