/// What a pledge says (the terms of `pledgeKinds`).
public enum PledgeKind: String, CaseIterable, Sendable, Codable {
  /// "Dit doe ik zelf."
  case commitment = "engagement"
  /// "Dit kan ik geven."
  case offer = "aanbod"
  /// "Dit heb ik nodig."
  case request = "vraag"
}

extension [Contribution] {
  /// The requests among pledges that nobody meets yet, by the links of these pledges.
  ///
  /// An offer that was matched to a request meets that one. An offer that was matched to none meets the requests of the
  /// actions it supports, so that people who name the same action need not be matched by hand.
  public func openRequests(_ links: [Link]) -> [Contribution] {
    let bySource = Dictionary(grouping: links, by: \.from)
    func targets(_ pledge: Contribution, _ relation: LinkRelation) -> [String] {
      (bySource[pledge.id] ?? []).filter { $0.relation == relation }.map(\.to)
    }
    let known = Set(map(\.id.rawValue))
    let offers = filter { $0.pledgeKind == .offer }
    let matched = offers.map { offer in (offer, targets(offer, .meets).filter(known.contains)) }
    let met = Set(matched.flatMap(\.1))
    let offered = Set(matched.filter(\.1.isEmpty).flatMap { targets($0.0, .supports) })
    return filter { request in
      request.pledgeKind == .request && !met.contains(request.id.rawValue)
        && offered.isDisjoint(with: targets(request, .supports))
    }
  }
}

extension Contribution {
  /// What a pledge says; nil for anything but a pledge.
  public var pledgeKind: PledgeKind? { kind == .pledge ? PledgeKind(rawValue: text("pledgeKind")) : nil }
}
