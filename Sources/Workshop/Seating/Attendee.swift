/// Someone who gets a seat, as far as seating knows: a badge, and what was told at check-in.
///
/// It exists only while a seating is worked out; what is kept of it is the badge and the table.
public struct Attendee: Hashable, Sendable {
  /// The number on the badge.
  public let badge: Badge
  /// The groups someone sees themselves in, by term id; none where not told.
  public var groups: Set<String>
  /// The organisation someone comes for; empty where not told.
  public var organisation: String
  /// What someone speaks.
  public var languages: Set<Language>

  /// Describes someone who gets a seat.
  public init(_ badge: Badge, groups: Set<String> = [], organisation: String = "", languages: Set<Language> = [.dutch])
  {
    self.badge = badge
    self.groups = groups
    self.organisation = organisation
    self.languages = languages
  }
}

extension Attendee {
  /// Badges to hand out per group, for a seating made before anybody is there.
  ///
  /// The numbers are spread over the groups at random: if a group had a row of numbers, everybody who sees the projector
  /// could read a person's group from the badge. Ordered by badge; groups with nobody in them count for nothing.
  public static func expected(_ counts: [String: Int], seed: UInt64) -> [Attendee] {
    var random = SplitMix64(seed: seed)
    var groups = counts.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: max(0, $0.value)) }
    random.shuffle(&groups)
    return zip(Badge.numbers, groups).compactMap { number, group in Badge(number).map { Attendee($0, groups: [group]) }
    }
  }
}
