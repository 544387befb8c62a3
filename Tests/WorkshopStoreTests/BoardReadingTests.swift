import Testing
import Workshop
import WorkshopTestSupport

@testable import WorkshopStore

@Suite("What lies in themes, and what lies loose")
struct BoardReadingTests {
  let fixture: TrajectoryFixture
  let themes = [50, 51, 52].map { Theme(id: .numbered($0), name: "Thema \($0)") }

  init() throws {
    fixture = try TrajectoryFixture()
    for number in 1...6 { try fixture.submit(SubmissionSample(.story, number)) }
    try fixture.submit(SubmissionSample(.dream, 7))
    try fixture.store.write { [themes] change in
      for theme in themes { try change.make(theme, by: .moderator) }
      try change.put([.numbered(1), .numbered(2), .numbered(3)], into: themes[0].id, by: .moderator)
      try change.put([.numbered(3), .numbered(4)], into: themes[1].id, by: .moderator)
    }
  }

  private func sizes() throws -> [ThemeID: Int] {
    try fixture.store.read { try $0.themeSizes($0.themes()) }
  }

  private func members(_ theme: Int, after: Int64? = nil, limit: Int = 60) throws -> [Int64] {
    try fixture.store.read { reader in
      try reader.members(of: .numbered(theme), among: reader.themes().roots, after: after, limit: limit).map(\.number)
    }
  }

  @Test("A theme counts what lies in it, and with what was merged into it each thing once")
  func counting() throws {
    #expect(try sizes() == [.numbered(50): 3, .numbered(51): 2])
    try fixture.store.write { try $0.merge(.numbered(50), into: .numbered(51), by: .moderator) }
    #expect(try sizes()[.numbered(51)] == 4)
    #expect(try members(51) == [4, 3, 2, 1])
    #expect(try members(50) == [3, 2, 1])
    try fixture.store.write { try $0.unmerge(.numbered(50), by: .moderator) }
    #expect(try sizes() == [.numbered(50): 3, .numbered(51): 2])
  }

  @Test("The members of a theme come in parts, the newest first")
  func paging() throws {
    #expect(try members(50, limit: 2) == [3, 2])
    #expect(try members(50, after: 2, limit: 2) == [1])
  }

  @Test("What is kept for the confidant lies in no theme, for anybody who looks")
  func confidant() throws {
    try fixture.store.write { try $0.hold(.numbered(3), ground: .confidant, reason: "zorg", by: .moderator) }
    #expect(try sizes() == [.numbered(50): 2, .numbered(51): 1])
    #expect(try members(50) == [2, 1])
    try fixture.store.write { try $0.merge(.numbered(50), into: .numbered(51), by: .moderator) }
    #expect(try sizes()[.numbered(51)] == 3)
  }

  @Test("Loose are the stories and factors that lie in no theme")
  func loose() throws {
    var filter = ContributionFilter.cards
    filter.isLoose = true
    try fixture.store.read { [filter] reader in
      #expect(try reader.contributions(filter, .newestFirst, limit: 60).map(\.number) == [6, 5])
      #expect(try reader.search("koffie", in: filter).map(\.number) == [6, 5])
      #expect(try reader.contributionCount(filter) == 2)
      #expect(try reader.contributions(.cards, .newestFirst, limit: 60).map(\.number) == [6, 5, 4, 3, 2, 1])
      let themes = try reader.themes(of: [.numbered(3), .numbered(6)])
      #expect(themes == [.numbered(3): [.numbered(50), .numbered(51)]])
    }
  }
}
