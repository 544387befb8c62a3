/// What stories were heard about each building block, and from whom: heard or not heard yet, never how many.
///
/// `CoverageBoard` says what of it may be told, and why.
public struct Coverage: Hashable, Sendable {
  /// The groups that may be named.
  public var groups: [String]
  /// The building blocks something was heard about.
  public var heard: Set<String>
  /// For each building block of which it may be told: the named groups that were heard about it.
  public var byGroup: [String: Set<String>]

  /// Nothing was heard, of nobody.
  public init(groups: [String] = [], heard: Set<String> = [], byGroup: [String: Set<String>] = [:]) {
    (self.groups, self.heard, self.byGroup) = (groups, heard, byGroup)
  }

  /// Whether a group was heard about a building block; nil where that is not told.
  public func isHeard(_ block: String, from group: String) -> Bool? {
    guard groups.contains(group), let heardGroups = byGroup[block] else { return nil }
    return heardGroups.contains(group)
  }

  /// Something that was not heard yet.
  public enum Silence: Hashable, Sendable {
    /// A building block nobody spoke of.
    case block(String)
    /// A group that was not heard about any building block.
    case group(String)
    /// A group that was not heard about a building block.
    case pair(group: String, block: String)
  }

  /// What was not heard yet, what weighs most first; blocks and groups in the order they are offered in.
  ///
  /// That a group was not heard at all can only be said where it may be told of every block that was heard.
  public func silences(blocks: [String], groups offered: [String]) -> [Silence] {
    let named = offered.filter(groups.contains)
    let (spoken, silent) = (blocks.filter(heard.contains), blocks.filter { !heard.contains($0) })
    let told = spoken.filter { byGroup[$0] != nil }
    let unheard =
      spoken.isEmpty || told != spoken
      ? []
      : named.filter { group in
        told.allSatisfy { isHeard($0, from: group) == false }
      }
    // Block by block for each group would ask one group everything; so the room is asked in turn.
    let pairs = told.flatMap { block in
      named.filter { !unheard.contains($0) && isHeard(block, from: $0) == false }.map { (group: $0, block: block) }
    }
    return silent.map(Silence.block) + unheard.map(Silence.group)
      + pairs.map { Silence.pair(group: $0.group, block: $0.block) }
  }
}
