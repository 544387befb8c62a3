import HTTPServer
import Workshop
import WorkshopStore

/// `GET …/chain/ID`: 200 with the place of a contribution or a theme in the chain: what it rests on and what came of it,
/// each with what lies directly beside it; 404 where it is not there, or was withdrawn.
struct ShowChain {
  private struct View: Encodable {
    let here: ChainNodeView
    let back: [ChainNodeView]
    let forth: [ChainNodeView]
  }

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let id = call.request.parameters["id"] ?? ""
    let view = try room.store.read { reader -> View in
      let chain = try reader.chain(around: id)
      guard let here = chain.node(id) else { throw Problem.notFound }
      func views(_ nodes: [Chain.Node], _ near: [Chain.Node]) -> [ChainNodeView] {
        let near = Set(near)
        return nodes.map { ChainNodeView($0, in: chain, isNear: near.contains($0), words: room.words) }
      }
      return View(
        here: ChainNodeView(here, in: chain, isNear: true, words: room.words),
        back: views(chain.origins(of: here), chain.grounds(of: here)),
        forth: views(chain.fruits(of: here), chain.outcomes(of: here)))
    }
    return .response(try ViewJSON.response(view))
  }
}

/// A place in the chain, as the console lists it.
struct ChainNodeView: Encodable, Sendable {
  let id: String
  let kind: ChainPlace
  let kindName: String
  @OrNull var number: Int64?
  let headline: String
  @OrNull var stateName: String?
  /// Whether nothing lies between.
  let near: Bool

  init(_ node: Chain.Node, in chain: Chain, isNear: Bool, words: Catalogue) {
    kind = ChainPlace(of: node, in: chain)
    kindName = words["chain.kinds.\(kind.rawValue)"]
    near = isNear
    switch node {
    case .theme(let id):
      (self.id, headline, number, stateName) = (id.rawValue, chain.theme(node)?.name ?? "", nil, nil)
    case .contribution(let id):
      let contribution = chain.contribution(node)
      (self.id, headline, number) = (id.rawValue, contribution?.headline ?? "", contribution?.number)
      stateName = contribution.map { words["states.\($0.state.rawValue)"] }
    }
  }
}
