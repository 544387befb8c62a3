/// A list of terms of the framework that forms choose from (DOMAIN's framework content; seeds 000, 002, 003, 004).
public enum TermList: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  /// Bouwstenen of proportioneel universalisme (slide titles of seed 000).
  case buildingBlocks
  /// Werkingsprincipes (seeds 002 and 003).
  case workingPrinciples
  /// The 5 B's (named in seed 000).
  case accessibilityCriteria
  /// Individual, group, neighbourhood, community (seed 000).
  case workLevels
  /// Levensdomeinen (seeds 000 and 001).
  case lifeDomains
  /// Ages along the continuum from −9 months to 25 years (seed 000).
  case ages
  /// Material, immaterial or both (seeds 000 and 004).
  case resources
  /// Deelnemen or deelhebben (seed 002).
  case participationModes
  /// Who takes part (seed 001: the maximal mix).
  case stakeholderGroups
  /// Answers to "is iemand herkenbaar?".
  case recognisability
  /// Answers per accessibility criterion: yes, partly, no, not known.
  case criterionAnswers
  /// What makes a strong proposal, ticked by its makers.
  case proposalChecklist
  /// Commitment, offer, request.
  case pledgeKinds
  /// How someone leaves the day.
  case moods
  /// Where a reason stands: yes, yes but, no.
  case stancePositions
  /// The INCh lens: questions about in- and exclusion, to read a proposal and a report with (seed 004).
  case inclusionQuestions
  /// Facilitator, co-producer, commissioner (seed 004).
  case coordinationRoles
  /// The six conditions under which a coordination role works (seed 004). They set apart only the commissioner: those of
  /// facilitator and co-producer are the same.
  case coordinationConditions
  /// Who decides in the end, which tells the three roles apart (seed 004).
  case coordinationDecisions
}

/// One term of a list: its id is in the data, its words are in the catalogue unless the traject has its own.
public struct Term: Hashable, Sendable, Codable {
  /// Unique within its list; stays the same in every language.
  public let id: String
  /// Whether forms offer it; a term that was used and then switched off keeps its meaning.
  public var isEnabled: Bool
  /// The traject's own label, instead of the catalogue's.
  public var ownLabel: String?
  /// The traject's own description, instead of the catalogue's.
  public var ownDescription: String?

  /// Makes a term, offered unless told otherwise.
  public init(_ id: String, isEnabled: Bool = true, ownLabel: String? = nil, ownDescription: String? = nil) {
    self.id = id
    self.isEnabled = isEnabled
    self.ownLabel = ownLabel
    self.ownDescription = ownDescription
  }
}

/// All terms of a traject, list by list and in order: shipped as data, edited per traject.
public struct FrameworkContent: Hashable, Sendable, Codable {
  /// The terms by list.
  public var lists: [TermList: [Term]]

  /// Makes the content of a traject.
  public init(lists: [TermList: [Term]]) {
    self.lists = lists
  }

  /// The terms forms offer, in order.
  public func offered(_ list: TermList) -> [Term] {
    (lists[list] ?? []).filter(\.isEnabled)
  }

  /// Whether a list knows a term, offered or not: an answer given before it was switched off stays valid.
  public func knows(_ id: String, in list: TermList) -> Bool {
    (lists[list] ?? []).contains { $0.id == id }
  }

  /// A term's label: the traject's own, or the catalogue's; the id itself for a term that is not there.
  public func label(of id: String, in list: TermList, words: Catalogue) -> String {
    if let own = lists[list]?.first(where: { $0.id == id })?.ownLabel { return own }
    return words.text(for: "terms.\(list.rawValue).\(id).label") ?? id
  }

  /// A term's plain-language description, or nil where there is none.
  public func description(of id: String, in list: TermList, words: Catalogue) -> String? {
    if let own = lists[list]?.first(where: { $0.id == id })?.ownDescription { return own }
    return words.text(for: "terms.\(list.rawValue).\(id).description")
  }
}
