/// Where what moderators merged is carried on: lists, walls, documents and the chain show that one.
public struct Standing: Sendable {
  private let next: [ContributionID: ContributionID]

  /// Of what was merged, with what each was merged into.
  public init(_ merges: [ContributionID: ContributionID]) {
    next = merges
  }

  /// The contribution that stands for another: itself, unless it was merged; the file allows no circle.
  public func callAsFunction(for id: ContributionID) -> ContributionID {
    var current = id
    for _ in next.indices {
      guard let further = next[current] else { break }
      current = further
    }
    return current
  }

  /// The links between what stands: what pointed to or from a merged contribution does so to or from the one that carries
  /// it on, each once.
  ///
  /// The themes a merged one was put into are left out: where a card lies is decided for the one that is shown.
  public func links(_ links: [Link]) -> [Link] {
    if next.isEmpty { return links }
    var seen: Set<Link> = []
    return links.compactMap { link in
      let from = self(for: link.from)
      let to = self(for: ContributionID(link.to)).rawValue
      if from.rawValue == to || (link.relation == .belongsTo && from != link.from) { return nil }
      let standing = Link(from: from, relation: link.relation, to: to)
      return seen.insert(standing).inserted ? standing : nil
    }
  }
}
