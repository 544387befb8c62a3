/// On which building block people want to work, and where there is still room (Ontwerpen: own choice of building block).
///
/// Totals only: who chose what is nobody's to see.
public struct DesignGroups: Hashable, Sendable, Codable {
  /// How many chose each building block; one that nobody chose is not in it.
  public var people: [String: Int]
  /// The most people on one building block, or nil for as many as like.
  public var limit: Int?
  /// The building blocks that the facilitator opened beyond the limit.
  public var opened: Set<String>

  /// Counts choices.
  public init(people: [String: Int] = [:], limit: Int? = nil, opened: Set<String> = []) {
    self.people = people
    self.limit = limit
    self.opened = opened
  }

  /// Whether nobody more can choose a building block.
  ///
  /// A limit that was lowered throws nobody out: there may be more people than it allows.
  public func isFull(_ buildingBlock: String) -> Bool {
    guard let limit, !opened.contains(buildingBlock) else { return false }
    return people[buildingBlock, default: 0] >= limit
  }

  /// What a facilitator may set as a limit: more than this is no group that talks.
  public static let limits = 1...200
}
