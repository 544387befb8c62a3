/// What a pledge says (the terms of `pledgeKinds`).
public enum PledgeKind: String, CaseIterable, Sendable {
  /// "Dit doe ik zelf."
  case commitment = "engagement"
  /// "Dit kan ik geven."
  case offer = "aanbod"
  /// "Dit heb ik nodig."
  case request = "vraag"
}

extension [Contribution] {
  /// The requests among pledges without an offer for the same action; a request for no action is always open.
  ///
  /// `actions` names the actions a pledge supports.
  public func openRequests(supporting actions: (Contribution) -> [String]) -> [Contribution] {
    let offered = Set(filter { $0.pledgeKind == .offer }.flatMap(actions))
    return filter { $0.pledgeKind == .request && offered.isDisjoint(with: actions($0)) }
  }
}

extension Contribution {
  /// What a pledge says; nil for anything but a pledge.
  public var pledgeKind: PledgeKind? { kind == .pledge ? PledgeKind(rawValue: text("pledgeKind")) : nil }
}
