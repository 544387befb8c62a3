import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("Reading what was told in parts")
struct QueueTests {
  let fixture: TrajectoryFixture

  init() throws {
    fixture = try TrajectoryFixture()
    try fixture.open("verhaal")
  }

  private func story(_ number: Int, _ title: String = "Koffie") -> SubmissionSample {
    SubmissionSample(.story, number).with("title", .text(title))
  }

  private func numbers(
    _ filter: ContributionFilter, _ order: ListOrder, after: Int64? = nil, limit: Int = 60
  ) throws -> [Int64] {
    try fixture.store.read { try $0.contributions(filter, order, after: after, limit: limit).map(\.number) }
  }

  /// 1, 4, 7 and 10 wait, 2, 5 and 8 are released, 3, 6 and 9 are held; 3 for the confidant, and 10 is a dream.
  private func fill() throws {
    for number in 1...9 { try fixture.submit(story(number)) }
    try fixture.submit(SubmissionSample(.dream, 10))
    try fixture.store.write { change in
      for number in [2, 5, 8] { try change.release(.numbered(number), by: .moderator) }
      for number in [6, 9] { try change.hold(.numbered(number), reason: "kijk na", by: .moderator) }
      try change.hold(.numbered(3), ground: .confidant, reason: "zorg", by: .moderator)
    }
  }

  @Test("Pages follow one another without a gap or a double, whichever way they run")
  func paging() throws {
    try fill()
    let all = ContributionFilter()
    let numbered: [Int64] = [1, 2, 4, 5, 6, 7, 8, 9, 10]
    for (order, expected) in [(ListOrder.oldestFirst, numbered), (.newestFirst, numbered.reversed())] {
      var (read, after): ([Int64], Int64?) = ([], nil)
      while true {
        let page = try numbers(all, order, after: after, limit: 2)
        read += page
        guard let last = page.last else { break }
        after = last
      }
      #expect(read == expected)
    }
  }

  @Test("State and kind are both asked, and no state finds nothing")
  func filtering() throws {
    try fill()
    #expect(try numbers(ContributionFilter(states: [.waiting]), .oldestFirst) == [1, 4, 7, 10])
    #expect(try numbers(ContributionFilter(states: [.waiting], kinds: [.dream]), .oldestFirst) == [10])
    #expect(try numbers(ContributionFilter(states: [.held]), .newestFirst) == [9, 6])
    #expect(try numbers(ContributionFilter(states: [.withdrawn]), .newestFirst) == [])
    #expect(try numbers(ContributionFilter(states: []), .newestFirst) == [])
  }

  @Test("What is kept for the confidant, or was taken back, is in no list, no count and no search")
  func confidant() throws {
    try fill()
    let code = fixture.store.withdrawalCode(for: .numbered(4))
    try fixture.store.write { [store = fixture.store] in _ = try $0.withdraw(code, in: store) }
    for order in [ListOrder.oldestFirst, .newestFirst] {
      #expect(Set(try numbers(ContributionFilter(), order)).isDisjoint(with: [3, 4]))
    }
    try fixture.store.read { reader in
      let counts = try reader.contributionCountsByState()
      #expect(counts[.story] == [.waiting: 2, .released: 3, .held: 2])
      #expect(counts[.dream] == [.waiting: 1])
      #expect(Set(try reader.search("koffie").map(\.number)).isDisjoint(with: [3, 4]))
      #expect(try reader.search("#3").isEmpty)
      #expect(try reader.search("#4").isEmpty)
      #expect(try reader.contributionCount(.cards) == 5)
    }
  }

  @Test("Words are found whole or begun, capitals and accents aside, all of them and the newest first")
  func searching() throws {
    for (number, title) in ["Een café met soep", "Soep op donderdag", "Cafébezoek", "Het is een s"].enumerated() {
      try fixture.submit(story(number + 1, title))
    }
    func found(_ words: String, after: Int64? = nil, limit: Int = 50) throws -> [Int64] {
      try fixture.store.read { try $0.search(words, after: after, limit: limit).map(\.number) }
    }
    #expect(try found("CAFE") == [3, 1])
    #expect(try found("soep don") == [2])
    #expect(try found("café soep vrijdag") == [])
    #expect(try found("s") == [4])
    #expect(try found("caf", limit: 1) == [3])
    #expect(try found("caf", after: 3) == [1])
    for odd in ["", "  ", "*", "\"", "\" OR title", "NEAR(", "soep*", "-soep", "col:soep", "'"] { _ = try found(odd) }
    #expect(try found("\"soep\"") == [2, 1])
  }

  @Test("A number is found by itself, first where it is also a word, and only with its filter")
  func numbers() throws {
    for number in 1...12 { try fixture.submit(story(number, number == 5 ? "Bus 12" : "Koffie")) }
    func found(_ words: String, _ filter: ContributionFilter = ContributionFilter()) throws -> [Int64] {
      try fixture.store.read { try $0.search(words, in: filter).map(\.number) }
    }
    #expect(try found("#12") == [12])
    #expect(try found("12") == [12, 5])
    #expect(try found("bus 12") == [5])
    #expect(try found("#99") == [])
    #expect(try found("#99999999999999999999") == [])
    #expect(try found("#12", ContributionFilter(states: [.released])) == [])
  }

  @Test("The newest that may be shown are read past those that may not")
  func newestShown() throws {
    for number in 1...200 {
      var sample = story(number)
      if number > 20 { sample.teller.consents = [.report] }
      try fixture.release(sample)
    }
    let shown = try fixture.store.read { try $0.shownContributions(.story, newest: 5).map(\.number) }
    #expect(shown == [16, 17, 18, 19, 20])
    #expect(try fixture.store.read { try $0.shownContributions(.story, newest: 500).count } == 20)
  }

  @Test("What was released together waits again, but not what somebody decided on since")
  func puttingBack() throws {
    for number in 1...5 { try fixture.submit(story(number)) }
    try fixture.store.write { try $0.release(.numbered(4), by: .moderator) }
    let before = try fixture.store.read { try $0.lastSequence() }
    #expect(try fixture.store.write { try $0.releaseAll(.story, by: .moderator).released.count } == 4)
    let last = try fixture.store.read { try $0.lastSequence() }
    try fixture.store.write { change in
      try change.hold(.numbered(1), reason: "toch niet", by: .moderator)
      try change.putBack(.numbered(5), by: .moderator)
      try change.release(.numbered(5), by: .facilitator)
      try change.putBack(releasedFrom: before + 1, through: last, .dream, by: .moderator)
      try change.putBack(releasedFrom: before + 1, through: last, .story, by: .moderator)
    }
    let states = try fixture.store.read { try $0.contributions().map(\.state) }
    #expect(states == [.held, .waiting, .waiting, .released, .released])
  }
}
