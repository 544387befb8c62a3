/// Keeps the coverage while stories come in, change and go: each of them touches only its own building blocks.
///
/// Heard or not is little, but next to what else the room sees it can tell who told a story. Four rules keep it from that:
///
/// 1. Groups are named by `GroupMixes.tellableGroups`: what was heard from some and not from others never points at fewer
///    than `threshold` people.
/// 2. By group, a building block is told of only from `threshold` stories on. With one story on it, which the room sees on
///    the wall, the groups that were heard would be those of its teller together: "young people" and "volunteers" can have
///    one person in common.
/// 3. It is told anew with every `threshold` stories on that block. Of two moments with one story between them, the
///    difference is that story's teller; and who just sent something sits in the room.
/// 4. A block a story leaves (withdrawn, held back, changed) is told of by group again when `threshold` others came: what
///    changed would be that one story.
///
/// That a block was heard at all is told once a story on it is released, which has nothing to do with the moment it was
/// sent, or once it is told of by group. What is held back, merged into another or withdrawn does not count.
public struct CoverageBoard: Sendable {
  /// From how many people and how many stories on.
  public let threshold: Int
  private var stories: [ContributionID: Told] = [:]
  private var rows: [String: Row] = [:]
  private var tellers: [Set<String>: (phones: Int, others: Int)] = [:]
  private var groups: [String] = []

  private struct Told: Hashable, Sendable {
    var blocks: Set<String>
    var groups: Set<String>
    var isReleased: Bool
    var isByPhone: Bool

    /// Nil for what does not count.
    init?(_ story: Contribution) {
      guard story.state == .waiting || story.state == .released else { return nil }
      blocks = Set(story.buildingBlocks)
      groups = Set(story.teller.groups)
      isReleased = story.state == .released
      isByPhone = story.origin.route == .phone
    }
  }

  /// A board on which nothing was told.
  public init(threshold: Int) {
    self.threshold = threshold
  }

  /// The coverage of stories in order of their numbers, as documents tell it.
  public static func coverage(
    of contributions: [Contribution], among checkedIn: GroupMixes, threshold: Int
  ) -> Coverage {
    var board = CoverageBoard(threshold: threshold)
    board.take(contributions.sorted { $0.number < $1.number }, among: { checkedIn })
    return board.coverage
  }

  /// Takes in contributions as they are now, in the order they came; what is no story changes nothing.
  ///
  /// `checkedIn` tells who is in the room, and is only asked where a block is told of anew.
  public mutating func take(_ contributions: [Contribution], among checkedIn: () -> GroupMixes) {
    // Not lazily: each has to be taken in, whatever the ones before it did.
    let isToldAnew = contributions.reduce(false) { take($1) || $0 }
    if isToldAnew { groups = mixes(checkedIn()).tellableGroups(atLeast: threshold, keeping: groups) }
  }

  /// Returns whether a block is told of anew.
  private mutating func take(_ contribution: Contribution) -> Bool {
    guard contribution.kind == .story else { return false }
    let (before, now) = (stories[contribution.id], Told(contribution))
    guard before != now else { return false }
    stories[contribution.id] = now
    if let before { count(before, -1) }
    if let now { count(now, 1) }
    var isToldAnew = false
    for block in (before?.blocks ?? []).union(now?.blocks ?? []) {
      let story = now.flatMap { $0.blocks.contains(block) ? $0 : nil }
      let isNew = rows[block, default: Row()].take(
        contribution.id, story.map { ($0.groups, $0.isReleased) }, threshold: threshold)
      isToldAnew = isToldAnew || isNew
    }
    return isToldAnew
  }

  /// What may be told now.
  public var coverage: Coverage {
    let named = Set(groups)
    return Coverage(
      groups: groups, heard: Set(rows.filter(\.value.isHeard).keys),
      byGroup: rows.filter(\.value.isTold).mapValues { $0.groups.intersection(named) })
  }

  private mutating func count(_ told: Told, _ by: Int) {
    var counts = tellers[told.groups] ?? (0, 0)
    if told.isByPhone { counts.phones += by } else { counts.others += by }
    tellers[told.groups] = counts
  }

  /// Whoever tells on paper or to a scribe did not check in, and is somebody each; a phone's tellers did, but for those
  /// of whose groups nobody checked in: of those there is at least one.
  private func mixes(_ checkedIn: GroupMixes) -> GroupMixes {
    checkedIn.atLeast(GroupMixes(people: tellers.mapValues { max($0.others, $0.phones > 0 ? 1 : 0) }))
  }
}

extension CoverageBoard {
  /// One building block: the stories that are told of, and those that wait until there are enough of them.
  private struct Row: Sendable {
    private var told: [ContributionID: Set<String>] = [:]
    private var waiting: [ContributionID: Set<String>] = [:]
    private var released: Set<ContributionID> = []
    private var counts: [String: Int] = [:]
    private(set) var isTold = false

    var isHeard: Bool { isTold || !released.isEmpty }
    var groups: Set<String> { Set(counts.keys) }

    /// Takes in a story, nil where it is none of this block's any more; returns whether the block is told of anew.
    mutating func take(
      _ id: ContributionID, _ story: (groups: Set<String>, isReleased: Bool)?, threshold: Int
    ) -> Bool {
      if story?.isReleased == true { released.insert(id) } else { released.remove(id) }
      if let kept = told[id] {
        if kept == story?.groups { return false }
        told[id] = nil
        for group in kept { counts[group] = counts[group].flatMap { $0 > 1 ? $0 - 1 : nil } }
        isTold = false
      }
      waiting[id] = story?.groups
      guard waiting.count >= threshold else { return false }
      for (id, groups) in waiting {
        told[id] = groups
        for group in groups { counts[group, default: 0] += 1 }
      }
      waiting = [:]
      isTold = true
      return true
    }
  }
}
