import HTTPServer
import Workshop
import WorkshopStore

/// `POST /api/outcomes` with `{"code"}`: what became of a contribution, at any time and without a session.
///
/// 200 with what it is and what rests on it; 404 for a code nobody has, with the budget on wrong ones that withdrawals have.
/// Only what the room may see is named; of the rest is told how much there is, and of what is held back nothing.
struct FollowContribution {
  private struct Body: Decodable { let code: String }

  static func answer(_ call: Call) throws -> Answer {
    let typed = try call.request.json(Body.self).code
    let (room, id) = try call.application.contribution(ofCode: typed)
    let view = try room.store.read { reader -> OutcomeView in
      guard let own = try reader.contribution(id) else { throw Problem.wrongCode }
      return OutcomeView(own, chain: try reader.chain(around: id.rawValue), words: room.words)
    }
    return .response(try ViewJSON.response(view))
  }
}

/// What became of a contribution, as its teller reads it.
struct OutcomeView: Encodable, Sendable {
  struct Step: Encodable, Sendable {
    let kind: ChainPlace
    /// "Dit zit nu in een thema".
    let title: String
    let names: [String]
    /// What bears those names, so that a screen drops a name once it may not be seen any more.
    let ids: [String]
    /// "en nog 2 die nog niet getoond worden"; null where there are none.
    @OrNull var others: String?
  }

  let id: ContributionID
  let number: Int64
  let kindName: String
  let headline: String
  let state: ContributionState
  let stateName: String
  /// What there is to say in one sentence.
  let summary: String
  let steps: [Step]

  init(_ own: Contribution, chain: Chain, words: Catalogue) {
    (id, number, headline, state) = (own.id, own.number, own.headline, own.state)
    kindName = words["kinds.\(own.kind.rawValue).one"]
    stateName = words["outcomes.states.\(own.state.rawValue)"]
    let fruits = chain.node(own.id.rawValue).map(chain.fruits) ?? []
    steps = ChainPlace.allCases.compactMap { place in
      let here = fruits.filter { ChainPlace(of: $0, in: chain) == place }
      let named = here.compactMap { node in Self.name(node, chain) }
      let silent = here.count { node in chain.contribution(node).map { !$0.may(.screen) && $0.state != .held } ?? false
      }
      guard !named.isEmpty || silent > 0 else { return nil }
      return Step(
        kind: place, title: words["outcomes.titles.\(place.rawValue)"], names: named.map(\.text),
        ids: named.map(\.id),
        others: silent == 0 ? nil : words(named.isEmpty ? "outcomes.unnamed" : "outcomes.others", count: silent))
    }
    summary =
      words[own.state == .withdrawn ? "outcomes.gone" : steps.isEmpty ? "outcomes.nothing" : "outcomes.something"]
  }

  private static func name(_ node: Chain.Node, _ chain: Chain) -> (text: String, id: String)? {
    if let theme = chain.theme(node) { return (theme.name, theme.id.rawValue) }
    return chain.contribution(node).flatMap { $0.may(.screen) ? ($0.headline, $0.id.rawValue) : nil }
  }
}

extension WorkdayApplication {
  /// What a typed code belongs to, in whichever traject; throws `.wrongCode` or `.tooMany`.
  func contribution(ofCode typed: String) throws -> (room: LiveRoom, id: ContributionID) {
    if wrongWithdrawalCodes.isEmpty { throw Problem.tooMany(retryAfter: 10) }
    if let code = WithdrawalCode(typed: typed) {
      for name in library.ids() {
        guard let room = try? library.room(name) else { continue }
        if let id = try room.store.read({ try $0.contribution(of: code, in: room.store) }) { return (room, id) }
      }
    }
    _ = wrongWithdrawalCodes.spend()
    throw Problem.wrongCode
  }
}
