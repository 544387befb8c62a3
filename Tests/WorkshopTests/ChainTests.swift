import Testing
import Workshop
import WorkshopTestSupport

@Suite("The chain from story to action and back")
struct ChainTests {
  private static let theme = ThemeID.numbered(800)
  private static let mergedTheme = ThemeID.numbered(801)

  private static func one(
    _ kind: ContributionKind, _ number: Int, state: ContributionState = .released, ground: HoldGround? = nil,
    mergedInto: Int? = nil
  ) -> Contribution {
    Contribution(
      id: .numbered(number), number: Int64(number), kind: kind, step: "verhaal", state: state, body: [:],
      holdGround: ground, mergedInto: mergedInto.map { .numbered($0) }, createdAt: FrozenClock.start,
      updatedAt: FrozenClock.start)
  }

  private static func link(_ from: Int, _ relation: LinkRelation, _ to: Int) -> Link {
    Link(from: .numbered(from), relation: relation, to: ContributionID.numbered(to).rawValue)
  }

  private static let links = [
    link(2, .restsOn, 1), link(1, .belongsTo, 801), link(2, .belongsTo, 800), link(3, .answers, 800),
    link(4, .restsOn, 800), link(4, .restsOn, 3), link(5, .followsFrom, 4), link(6, .supports, 5),
    link(7, .reasonFor, 4),
  ]

  private func chain(
    _ contributions: [Contribution] = [
      one(.story, 1), one(.successFactor, 2), one(.dream, 3), one(.proposal, 4), one(.action, 5), one(.pledge, 6),
      one(.stanceReason, 7),
    ], _ links: [Link] = ChainTests.links
  ) -> Chain {
    Chain(
      contributions: contributions, links: links,
      themes: [Theme(id: Self.theme, name: "Tijd"), Theme(id: Self.mergedTheme, name: "Rust", mergedInto: Self.theme)])
  }

  private func names(_ nodes: [Chain.Node]) -> [String] {
    nodes.map { node in
      switch node {
      case .contribution(let id): String(id.rawValue.suffix(1))
      case .theme: "thema"
      }
    }
  }

  @Test("From an action back to the story, and from the story forth to what was pledged, merged themes as one")
  func walking() throws {
    let chain = chain()
    let (story, action) = (
      try #require(chain.node(ContributionID.numbered(1).rawValue)), Chain.Node.contribution(.numbered(5))
    )
    #expect(names(chain.origins(of: action)) == ["1", "2", "thema", "3", "4"])
    #expect(names(chain.fruits(of: story)) == ["2", "thema", "3", "4", "5", "6"])
    #expect(names(chain.grounds(of: .theme(Self.theme))) == ["1", "2"])
    #expect(names(chain.outcomes(of: .contribution(.numbered(4)))) == ["5"])
    #expect(chain.node(Self.mergedTheme.rawValue) == .theme(Self.theme))
  }

  @Test("A merged contribution stands where it went, with what rested on it")
  func merged() {
    let chain = chain(
      [Self.one(.story, 1, state: .merged, mergedInto: 8), Self.one(.story, 8), Self.one(.successFactor, 2)],
      [Self.link(2, .restsOn, 1)])
    #expect(names(chain.origins(of: .contribution(.numbered(2)))) == ["8"])
    #expect(chain.node(ContributionID.numbered(1).rawValue) == .contribution(.numbered(8)))
  }

  @Test("What was withdrawn or is for the confidant is in no chain, and ends it there")
  func gone() {
    for gone in [Self.one(.proposal, 4, state: .withdrawn), Self.one(.proposal, 4, state: .held, ground: .confidant)] {
      let chain = chain(
        [Self.one(.story, 1), gone, Self.one(.action, 5)], [Self.link(4, .restsOn, 1), Self.link(5, .followsFrom, 4)])
      #expect(chain.node(gone.id.rawValue) == nil)
      #expect(chain.origins(of: .contribution(.numbered(5))).isEmpty)
    }
  }

  @Test("Links that go round, and merges that do, come to an end")
  func circles() {
    let pledges = chain(
      [Self.one(.pledge, 1), Self.one(.pledge, 2)],
      [Self.link(1, .meets, 2), Self.link(2, .meets, 1), Self.link(1, .meets, 1)])
    #expect(names(pledges.origins(of: .contribution(.numbered(1)))) == ["2"])
    let round = chain(
      [Self.one(.story, 1, state: .merged, mergedInto: 2), Self.one(.story, 2, state: .merged, mergedInto: 1)], [])
    #expect(round.node(ContributionID.numbered(1).rawValue) == nil)
  }
}
