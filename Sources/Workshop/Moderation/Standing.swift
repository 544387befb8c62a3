/// Where what was merged is carried on, contributions and themes alike: lists, walls, documents and the chain show that
/// one.
public struct Standing<Subject>: Sendable {
  private let next: [Identifier<Subject>: Identifier<Subject>]

  /// Of what was merged, with what each was merged into.
  public init(_ merges: [Identifier<Subject>: Identifier<Subject>]) {
    next = merges
  }

  /// What was merged, in no order.
  public var merged: some Collection<Identifier<Subject>> { next.keys }

  /// What stands for another: itself, unless it was merged.
  ///
  /// A circle, which the file does not allow, ends where it closes.
  public func callAsFunction(for id: Identifier<Subject>) -> Identifier<Subject> {
    var (current, seen) = (id, Set([id]))
    while let further = next[current], seen.insert(further).inserted { current = further }
    return current
  }
}

extension Standing<Contribution> {
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
