/// What is kept of the tables of one gathering: who sits where by badge, and what it was made from.
///
/// It holds no group and no organisation of anybody who checked in: these are asked of the check-ins whenever a mix is
/// worked out.
public struct SeatingPlan: Hashable, Sendable, Codable {
  /// Who sits where; no tables while nothing was proposed.
  public var seating: Seating
  /// The hard wishes, in the order they were given.
  public var wishes: [SeatingWish]
  /// How many people of each group are expected, by term id, where tables were made before anybody was there; else empty.
  public var expected: [String: Int]
  /// What proposals and the badges of the expected are drawn from.
  public var seed: UInt64
  /// Whether phones and the projector show it.
  public var isPublished: Bool

  /// A plan with nothing in it yet.
  public init(seed: UInt64 = 1) {
    seating = Seating()
    wishes = []
    expected = [:]
    self.seed = seed
    isPublished = false
  }

  /// Who is expected, with the badges to hand out per group; none where the tables come from check-ins.
  public var expectedAttendees: [Attendee] { Attendee.expected(expected, seed: seed) }

  /// The badges to hand out to each group, by term id and in order.
  public var handouts: [String: [Badge]] {
    expectedAttendees.reduce(into: [:]) { handouts, attendee in
      for group in attendee.groups { handouts[group, default: []].append(attendee.badge) }
    }
  }

  /// The room this plan is for, given who checked in.
  ///
  /// Whoever checked in is who they say they are; of an expected badge that nobody has yet the group it is meant for
  /// counts; and of a badge at a table that is neither, nothing is known.
  public func room(_ present: [Attendee]) -> SeatingRoom {
    let told = Set(present.filter { !$0.groups.isEmpty }.map(\.badge))
    let meant = expectedAttendees.filter { !told.contains($0.badge) }
    return SeatingRoom(present + meant, wishes: wishes, seating: seating)
  }

  /// Who checked in with a badge that has no seat yet, by badge.
  public func late(_ present: [Attendee]) -> [Badge] {
    Set(present.map(\.badge)).subtracting(seating.badges).sorted()
  }
}
