/// Where a room stands on a proposal: carried by nearly everyone across the groups, in tension, or not known yet.
///
/// The measure, in the order in which the first that fits is the answer (CONTRIBUTING says why):
///
/// 1. `undecided`: fewer than five people took a stance.
/// 2. `betweenGroups`: some group stands clearly elsewhere than everybody else.
/// 3. `splitRoom`: at least a quarter says no.
/// 4. `minority`: more people say no than slips of a finger explain, however many say yes.
/// 5. `conditions`: at least a third says "ja, maar".
/// 6. `carried`: none of these.
///
/// It is one word, the same on projector, console and in the report, and it never gives a small group away: it is worked
/// out of the room's own counts, and of groups so large (`SmallGroup.inExports`) that a document may show them, with
/// everybody else as large. People in none of those are taken together as one more group, or left out of the comparison
/// where they are too few. So a group of four that refuses is seen, as people in the room who say no, and whether those
/// four are one group or four strangers makes no difference to anything that is told.
public enum Agreement: String, CaseIterable, Sendable, Codable {
  /// Nearly everyone carries it, in every group.
  case carried
  /// The groups differ.
  case betweenGroups
  /// A large part of the room says no, in all groups alike or in groups too small to compare.
  case splitRoom
  /// Most go along, some say no.
  case minority
  /// Hardly anyone says no, many have a condition.
  case conditions
  /// Too few took a stance to say anything.
  case undecided

  /// Whether the room has something to talk about.
  public var isTension: Bool { self != .carried && self != .undecided }

  /// Judges the stances on one proposal.
  public init(_ stances: [Stance]) {
    let room = Support(stances)
    if room.total >= SmallGroup.onScreen, StanceContrast(stances).isClear {
      self = .betweenGroups
    } else {
      self.init(room)
    }
  }

  /// Judges by what the room as a whole says, for who knows no more than its counts.
  init(_ room: Support) {
    if room.total < SmallGroup.onScreen {
      self = .undecided
    } else if room.no * 4 >= room.total {
      self = .splitRoom
    } else if room.hasMinority {
      self = .minority
    } else if room.yesBut * 3 >= room.total {
      self = .conditions
    } else {
      self = .carried
    }
  }
}

/// How many of some people take each position.
struct Support: Hashable, Sendable {
  let yes: Int
  let yesBut: Int
  let no: Int

  var total: Int { yes + yesBut + no }

  init(_ stances: some Sequence<Stance>) {
    self.init(stances.reduce(into: [:]) { $0[$1.position, default: 0] += 1 })
  }

  init(_ counts: [StancePosition: Int]) {
    (yes, yesBut, no) = (counts[.yes] ?? 0, counts[.yesBut] ?? 0, counts[.no] ?? 0)
  }

  /// How often a thumb slips or a question is read wrong: one stance in a hundred.
  private static let slip = 0.01
  /// How likely slips alone may be before the noes are taken for what they say.
  private static let doubt = 0.1

  /// Whether more people say no than slips explain: 1 of up to ten, 2 of up to fifty, 4 of 120.
  var hasMinority: Bool { no > 0 && Chance.ofAtLeast(no, in: total, each: Self.slip) <= Self.doubt }
}
