/// A hard wish for the tables, by badges: a proposal keeps it or says that it cannot.
public struct SeatingWish: Hashable, Sendable, Codable {
  /// What is wished.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// All of them at one table.
    case together
    /// No two of them at one table, such as a parent and their own caseworker.
    case apart
    /// The first at a table with at least one other who speaks the same language, or one of the others named, who
    /// interpret.
    case shareLanguage
  }

  /// What is wished.
  public let kind: Kind
  /// Whom it is about, each once; for `shareLanguage` first who needs it, then who interprets.
  public let badges: [Badge]

  /// A wish; nil where it names too few badges: two for `together` and `apart`, one for `shareLanguage`.
  ///
  /// Badges named twice count once. The order says nothing but for who comes first in `shareLanguage`.
  public init?(_ kind: Kind, _ badges: [Badge]) {
    var seen: Set<Badge> = []
    let unique = badges.filter { seen.insert($0).inserted }
    guard unique.count >= (kind == .shareLanguage ? 1 : 2) else { return nil }
    self.kind = kind
    self.badges = kind == .shareLanguage ? [unique[0]] + unique.dropFirst().sorted() : unique.sorted()
  }
}

/// Wishes that cannot all be kept, and why.
public struct SeatingConflict: Hashable, Sendable {
  /// Why they cannot.
  public enum Reason: String, CaseIterable, Sendable {
    /// More people have to sit together than a table has seats.
    case tooManyTogether
    /// The same people have to sit together and apart.
    case togetherAndApart
    /// Nobody in the room speaks the language or interprets.
    case nobodyShares
    /// Each can be kept, but no arrangement was found that keeps them all.
    case notFound
  }

  /// Why.
  public let reason: Reason
  /// The wishes it is about, in the order they were given.
  public let wishes: [SeatingWish]

  /// The first of some wishes that contradicts those before it, last, after the wishes it contradicts; nil where no
  /// wish does.
  ///
  /// It looks at badges alone, whoever is there: who sits with the same person sits together too.
  public static func first(in wishes: [SeatingWish]) -> SeatingConflict? {
    for (offset, wish) in wishes.enumerated() where wish.kind != .shareLanguage {
      let (earlier, known) = (wishes[..<offset], wishes[...offset])
      let together = known.filter { $0.kind == .together }
      for apart in known where apart.kind == .apart {
        for badge in apart.badges {
          let (chain, members) = chain(of: badge, in: together)
          guard members.intersection(apart.badges).count > 1 else { continue }
          let involved = earlier.filter { chain.contains($0) || $0 == apart }
          return SeatingConflict(reason: .togetherAndApart, wishes: involved + [wish])
        }
      }
    }
    return nil
  }

  /// Everybody who has to sit with someone, and the wishes that say so.
  private static func chain(of badge: Badge, in together: [SeatingWish]) -> (Set<SeatingWish>, Set<Badge>) {
    var (chain, members): (Set<SeatingWish>, Set<Badge>) = ([], [badge])
    while let next = together.first(where: { !chain.contains($0) && !members.isDisjoint(with: $0.badges) }) {
      chain.insert(next)
      members.formUnion(next.badges)
    }
    return (chain, members)
  }
}

/// Why a seating cannot be made or changed as asked.
public enum SeatingComplaint: Error, Hashable, Sendable {
  /// Nobody has a badge yet.
  case nobody
  /// Some wishes exclude each other.
  case conflicts([SeatingConflict])
  /// A new wish excludes these, that were given before it.
  case contradicts([SeatingWish])
  /// Everybody would sit at tables of a size that does not work; the numbers of tables that do.
  case tableCount(ClosedRange<Int>)
  /// There is no such table, or nobody with that badge.
  case unknown
  /// The table has no seat left, or no table where the wishes can be kept has.
  case full
}
