/// Where someone stands on a proposal.
public enum StancePosition: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  case yes = "ja"
  case yesBut = "ja-maar"
  case no = "nee"
}

/// One person's stance on one proposal, without who it was.
public struct Stance: Hashable, Sendable, Codable {
  /// The proposal it is about.
  public let proposal: ContributionID
  /// Where they stand.
  public let position: StancePosition
  /// The groups they see themselves in.
  public let groups: [String]

  /// Makes a stance.
  public init(proposal: ContributionID, position: StancePosition, groups: [String]) {
    self.proposal = proposal
    self.position = position
    self.groups = groups
  }
}

/// How the stances on a proposal spread.
public struct StanceSpread: Hashable, Sendable, Codable {
  /// How many take each position; a position nobody takes is 0.
  public var counts: [StancePosition: Int]
  /// The same per stakeholder group, only where it gives nobody away.
  public var byGroup: [String: [StancePosition: Int]]
  /// Where the room stands: one word, which gives nobody away.
  public let agreement: Agreement

  /// How many took a stance.
  public var total: Int { counts.values.reduce(0, +) }

  /// Counts stances, and by group only from `threshold` people up.
  ///
  /// A group whose complement is smaller than that is not shown either, and nothing is shown by group at all where the
  /// counts together give away how fewer than `threshold` people stand (QUALITY: "complement too"). At most the eight
  /// largest groups are shown.
  public init(_ stances: [Stance], threshold: Int) {
    counts = Self.tally(stances)
    agreement = Agreement(stances)
    let groups = Set(stances.flatMap(\.groups)).sorted()
    let sized = groups.map { group in (group: group, people: stances.count { $0.groups.contains(group) }) }
    let shown = sized.filter { $0.people >= threshold && Self.isSafe(stances.count - $0.people, threshold) }
      .sorted { $0.people > $1.people }.prefix(8).map(\.group)
    guard !Disclosure(of: stances, shown: shown).singlesOut(fewerThan: threshold) else {
      byGroup = [:]
      return
    }
    byGroup = shown.reduce(into: [:]) { result, group in
      result[group] = Self.tally(stances.filter { $0.groups.contains(group) })
    }
  }

  /// Reads a spread; one that was kept before agreement was judged is judged by its counts.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    counts = try container.decode([StancePosition: Int].self, forKey: .counts)
    byGroup = try container.decode([String: [StancePosition: Int]].self, forKey: .byGroup)
    agreement =
      try container.decodeIfPresent(Agreement.self, forKey: .agreement) ?? Agreement(Support(counts))
  }

  private static func isSafe(_ people: Int, _ threshold: Int) -> Bool { people == 0 || people >= threshold }

  private static func tally(_ stances: [Stance]) -> [StancePosition: Int] {
    var counts = Dictionary(uniqueKeysWithValues: StancePosition.allCases.map { ($0, 0) })
    for stance in stances { counts[stance.position, default: 0] += 1 }
    return counts
  }
}

/// From how many people up opinions are split by group (QUALITY).
public enum SmallGroup {
  /// On the projector and the console.
  public static let onScreen = 5
  /// In documents and exports.
  public static let inExports = 10
}
