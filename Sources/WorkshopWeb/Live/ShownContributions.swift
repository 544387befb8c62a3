import HTTPServer
import Workshop
import WorkshopStore

/// Which contributions the room may see, kept in memory: so that a wall of thousands is drawn by reading the few it shows.
///
/// Whether one may be shown depends on its teller, its gathering and a guardian; `Contribution.may(_:)` is the one rule,
/// and no condition in SQL repeats it. It is asked of everything once, and again of what the journal names since.
final class ShownContributions: Sendable {
  private let kept = Locked<Shown?>(nil)

  /// As of a look at the file, or of a later one.
  func now(_ reader: Reader) throws -> Shown {
    let sequence = try reader.lastSequence()
    let known = kept.withLock { $0 }
    if let known, known.sequence >= sequence { return known }
    let shown = try known?.caughtUp(with: reader, to: sequence) ?? Shown(reader, at: sequence)
    return kept.withLock { kept in
      // Another look may have been later, and done earlier.
      if let kept, kept.sequence >= shown.sequence { return kept }
      kept = shown
      return shown
    }
  }
}

/// What may be shown, at one place in the journal.
struct Shown: Sendable {
  /// As much of a contribution as tells where it stands.
  struct Item: Sendable {
    let number: Int64
    let id: ContributionID
    let headline: String
    let buildingBlocks: [String]

    init(_ contribution: Contribution) {
      (number, id) = (contribution.number, contribution.id)
      (headline, buildingBlocks) = (contribution.headline, contribution.buildingBlocks)
    }
  }

  fileprivate let sequence: Int64
  /// By number.
  private var items: [ContributionKind: [Item]] = [:]
  /// How many there are of each kind with the same building blocks: combinations are few, whatever was told.
  private var tallies: [ContributionKind: [[String]: Int]] = [:]

  /// Beyond so many changes, looking at everything anew is cheaper.
  private static let mostChanges = 2_000

  fileprivate init(_ reader: Reader, at sequence: Int64) throws {
    self.sequence = sequence
    for kind in ContributionKind.allCases {
      let shown = try reader.shownContributions(kind).map(Item.init)
      items[kind] = shown
      tallies[kind] = shown.reduce(into: [:]) { $0[$1.buildingBlocks, default: 0] += 1 }
    }
  }

  private init(_ earlier: Shown, at sequence: Int64) {
    (self.sequence, items, tallies) = (sequence, earlier.items, earlier.tallies)
  }

  /// Nil where it is cheaper, or only right, to begin anew.
  fileprivate func caughtUp(with reader: Reader, to sequence: Int64) throws -> Shown? {
    let entries = try reader.journal(after: self.sequence, limit: Self.mostChanges)
    guard entries.count < Self.mostChanges, !entries.contains(where: \.mayChangeMinors) else { return nil }
    var next = Shown(self, at: sequence)
    for id in Set(entries.flatMap(\.namedContributions)) {
      guard let contribution = try reader.contribution(id) else { continue }
      next.place(contribution)
    }
    return next
  }

  private mutating func place(_ contribution: Contribution) {
    let (kind, item) = (contribution.kind, Item(contribution))
    let at = items[kind, default: []].place(of: item.number)
    if let known = items[kind]?.dropFirst(at).first, known.number == item.number {
      items[kind]?.remove(at: at)
      tallies[kind]?[known.buildingBlocks, default: 0] -= 1
    }
    guard contribution.may(.screen) else { return }
    items[kind, default: []].insert(item, at: at)
    tallies[kind, default: [:]][item.buildingBlocks, default: 0] += 1
  }

  /// How many of a kind may be shown.
  func count(_ kind: ContributionKind) -> Int { items[kind]?.count ?? 0 }

  /// The newest of a kind, by number.
  func newest(_ kind: ContributionKind, _ limit: Int) -> ArraySlice<Item> { (items[kind] ?? []).suffix(limit) }

  /// How many of a kind stand under each building block; under nil those that stand under none of them.
  func counts(_ kind: ContributionKind, under blocks: [String]) -> [String?: Int] {
    (tallies[kind] ?? [:]).reduce(into: [:]) { counts, tally in
      for block in tally.key.places(among: blocks) { counts[block, default: 0] += tally.value }
    }
  }

  /// The numbers of the newest of a kind, so many under each building block and under none.
  func newestNumbers(_ kind: ContributionKind, _ limit: Int, under blocks: [String]) -> Set<Int64> {
    var (numbers, counts): (Set<Int64>, [String?: Int]) = ([], [:])
    var full = 0
    for item in (items[kind] ?? []).reversed() {
      for block in item.buildingBlocks.places(among: blocks) where counts[block, default: 0] < limit {
        numbers.insert(item.number)
        counts[block, default: 0] += 1
        if counts[block] == limit { full += 1 }
      }
      if full > blocks.count { break }
    }
    return numbers
  }
}

extension [String] {
  /// The building blocks something stands under on a wall of these; nil alone where it stands under none.
  fileprivate func places(among blocks: [String]) -> [String?] {
    let places = blocks.filter(contains)
    return places.isEmpty ? [nil] : places
  }
}

extension [Shown.Item] {
  /// Where a number stands, or would.
  fileprivate func place(of number: Int64) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension JournalEntry {
  /// Whether a gathering may have become one among minors, or ceased to be one.
  var mayChangeMinors: Bool {
    [.gatheringMade, .gatheringChanged, .gatheringRemoved].contains(kind)
  }

  /// Every id it names that may be a contribution's: whatever a change is called, what it touched is looked at again.
  fileprivate var namedContributions: [ContributionID] {
    ([subject] + facts.values).compactMap { ContributionID(uuid: $0) }
  }
}
