/// How balanced a room is: the people in it, group by group, against the mix that is wished (maximale mix, seed 001).
///
/// The **index** is 1 − the total variation distance between two mixes, 1 − ½ Σ |eᵢ − wᵢ|, where eᵢ is a group's share of
/// the people who are expected and wᵢ its share of the targets. That is the part of the room that the two mixes have in
/// common, Σ min(eᵢ, wᵢ). It goes from 0, where nobody who comes is of a group that is wished, to 1, where every group
/// has exactly its wished share; 0.8 means that one person in five would have to be of another group. It is known as the
/// percentage similarity (Renkonen 1938) and as 1 − the index of dissimilarity (Duncan and Duncan 1955).
///
/// What is expected is `confirmed` once anybody confirmed, `invited` before: the two are never added, since one school
/// that invites all its parents would drown everybody who already said yes. Without any target each group is wished as
/// much as the next.
///
/// Its limits, which pages have to tell beside it:
/// - It compares shares. Twice the target in every group is 1, and so is a tenth of it: size is told by the totals.
/// - A group over its target lowers the index as much as it takes from the others' share.
/// - It is an average: of twenty wished people one missing group of one costs 0.05 only. So the groups nobody comes from
///   are named in `missing` and `unsought`, apart from the index and whatever it is.
/// - People come whole: three people cannot be a sixth of six groups. `attainableIndex` is the best that a room of this
///   size can have, and one person moves the index of n people by up to 1 / n.
/// - Someone in two groups counts in both, and whoever has a group is taken to speak for it.
public struct MaxMix: Hashable, Sendable {
  /// A group's, or a life domain's, part of the room.
  public struct Share: Hashable, Sendable {
    /// The group or the life domain.
    public let term: String
    /// How many are expected.
    public let expected: Int
    /// How many are wished, 0 where nothing was decided.
    public let target: Int
    /// Its share of everybody expected, 0 to 1; 0 where nobody is.
    public let expectedShare: Double
    /// Its share of the wished mix, 0 to 1.
    public let wishedShare: Double
  }

  /// What was counted to know who is in the room.
  public let basis: RecruitmentCount.Column
  /// The groups, in the order they came in.
  public let shares: [Share]
  /// Whether any target was set; otherwise an even spread is wished.
  public let hasTargets: Bool

  /// The mix of counts, by what is expected: confirmed once anybody confirmed, invited before.
  public init(_ counts: [RecruitmentCount]) {
    self.init(counts, by: counts.contains { $0.confirmed > 0 } ? .confirmed : .invited)
  }

  /// The mix of counts by one of their columns, for example of who was present.
  public init(_ counts: [RecruitmentCount], by basis: RecruitmentCount.Column) {
    self.basis = basis
    let total = counts.reduce(0) { $0 + $1[basis] }
    let targets = counts.reduce(0) { $0 + $1.target }
    hasTargets = targets > 0
    shares = counts.map { count in
      Share(
        term: count.term, expected: count[basis], target: count.target,
        expectedShare: total == 0 ? 0 : Double(count[basis]) / Double(total),
        wishedShare: targets == 0 ? 1 / Double(counts.count) : Double(count.target) / Double(targets))
    }
  }

  /// How many people are expected, all groups together; who is in two groups is in it twice.
  public var expectedTotal: Int { shares.reduce(0) { $0 + $1.expected } }

  /// How many people are wished, all groups together.
  public var targetTotal: Int { shares.reduce(0) { $0 + $1.target } }

  /// How balanced the room is, from 0 to 1, or nil while nobody is expected.
  public var index: Double? {
    guard expectedTotal > 0 else { return nil }
    let distance = shares.reduce(0) { $0 + abs($1.expectedShare - $1.wishedShare) } / 2
    // Sums of fractions may end a hair outside.
    return min(1, max(0, 1 - distance))
  }

  /// The highest index that this number of people can have, or nil while nobody is expected.
  ///
  /// Each group gets the whole people of its wished share, and those left over go where most of a person is missing.
  public var attainableIndex: Double? {
    let people = Double(expectedTotal)
    guard people > 0 else { return nil }
    let wished = shares.map { $0.wishedShare * people }
    let whole = wished.map { ($0 + Self.hair).rounded(.down) }
    let rests = zip(wished, whole).map { max(0, $0 - $1) }.sorted(by: >)
    let seated = whole.reduce(0, +)
    let left = rests.prefix(max(0, Int((people - seated).rounded()))).reduce(0, +)
    return min(1, (seated + left) / people)
  }

  /// About how many of the people expected would have to be of another group for the wished mix; nil while nobody is.
  public var misplaced: Int? {
    index.map { Int(((1 - $0) * Double(expectedTotal)).rounded()) }
  }

  /// The groups that are wished and that nobody is expected from; without targets, every group nobody comes from.
  public var missing: [String] {
    shares.filter { $0.wishedShare > 0 && $0.expected == 0 }.map(\.term)
  }

  /// The groups that nobody is expected from and that got no target while others did: forgotten, or left out on purpose.
  public var unsought: [String] {
    shares.filter { $0.wishedShare == 0 && $0.expected == 0 }.map(\.term)
  }

  /// Less than any real part of a person, more than what adding fractions loses.
  private static let hair = 1e-9
}
