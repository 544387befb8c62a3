import Workshop
import WorkshopStore

/// The tables of one gathering as they are kept, with who checked in for it: what every handler of seating starts from.
struct SeatingDesk {
  let gathering: Gathering
  let checkIns: SeatingCheckIns
  /// How many of each group confirmed that they come, by term id; empty where that was counted for another gathering.
  let confirmed: [String: Int]
  /// What a change has to replace; 0 while nothing is kept.
  let version: Int
  /// The place in the journal it was read at.
  let sequence: Int64
  var plan: SeatingPlan

  /// Reads the tables of a gathering; throws `.notFound` where there is no such gathering.
  init(_ id: GatheringID, _ reader: Reader) throws {
    guard let gathering = try reader.gathering(id) else { throw Problem.notFound }
    let kept = try reader.seatingPlan(of: id)
    self.gathering = gathering
    checkIns = try reader.checkIns(for: id)
    confirmed = gathering.kind == .workday ? try Self.confirmed(reader) : [:]
    version = kept?.version ?? 0
    sequence = try reader.lastSequence()
    plan = kept?.plan ?? SeatingPlan(seed: Self.seed(of: id))
  }

  private static func confirmed(_ reader: Reader) throws -> [String: Int] {
    let counts = try reader.recruitment().counts[.stakeholderGroups] ?? []
    return counts.reduce(into: [:]) { $0[$1.term] = $1.confirmed }
  }

  /// The same room from one look to the next, and another for every gathering.
  private static func seed(of id: GatheringID) -> UInt64 {
    id.rawValue.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// Everybody who gets a seat.
  var room: SeatingRoom { plan.room(checkIns.attendees) }

  /// Who checked in and has no seat yet.
  var late: [Badge] { plan.late(checkIns.attendees) }

  /// Makes a seating anew, for whoever is there or expected now; it is no longer shown until it is shown again.
  ///
  /// Every version is drawn from another seed, so that asking again gives another proposal.
  mutating func propose(tables: Int?) throws(SeatingComplaint) {
    var next = plan
    next.seating = Seating()
    next.isPublished = false
    next.seating = try next.room(checkIns.attendees).propose(tables: tables, seed: UInt64(version + 1))
    plan = next
  }

  /// Gives everybody who came late a seat, the lowest badge first; nobody else moves.
  mutating func placeLate(_ badges: [Badge]) throws(SeatingComplaint) {
    let room = room
    for badge in badges { plan.seating = try room.placing(badge, in: plan.seating) }
  }
}
