import Workshop
import WorkshopStore

/// The tables of a gathering as the facilitator's page draws them.
///
/// Groups stand here as stacks of badges to hand out and as the mix of a table, and that only where enough people sit at
/// it: of fewer, what is told of the table is told of a person at it, whose badge stands beside it.
struct SeatingView: Encodable {
  struct Table: Encodable {
    let number: Int
    let size: Int
    let duos: [[Badge]]
    /// The groups at it; empty where too few sit at it to tell.
    let mix: String
    /// The groups nobody at it is in; empty where none, or where too few sit at it to tell.
    let missing: String
    /// `good` where nobody is missing, `fair` where somebody is, empty where too few sit at it to tell.
    let level: String
  }

  struct Wish: Encodable {
    let kind: SeatingWish.Kind
    let badges: [Badge]
    let text: String
    let broken: Bool
  }

  struct Handout: Encodable {
    let group: String
    let label: String
    let count: Int
    /// How many of them confirmed, for who fills in the first count.
    let confirmed: Int
    let badges: [Badge]
  }

  struct Mix: Encodable {
    let objective: Double
    /// What drawing lots gives.
    let byLot: Double
    let level: String
    let text: String
  }

  let seq: Int64
  let version: Int
  let gathering: GatheringID
  let published: Bool
  let present: Int
  let withoutBadge: Int
  /// Badges that were given on more than one phone.
  let doubled: [Badge]
  let late: [Badge]
  let tables: [Table]
  /// nil where nobody has a seat, and where a table has too few people: its part could be counted out of the whole.
  @OrNull var mix: Mix?
  let wishes: [Wish]
  /// How many tables can be asked for.
  let fewest: Int
  let most: Int
  let handouts: [Handout]

  init(_ desk: SeatingDesk, _ words: SeatingWords) {
    let (plan, room) = (desk.plan, desk.room)
    let measure = room.measure(plan.seating)
    let present = desk.checkIns.attendees.map(\.badge)
    seq = desk.sequence
    version = desk.version
    gathering = desk.gathering.id
    published = plan.isPublished
    self.present = Set(present).count
    withoutBadge = desk.checkIns.withoutBadge
    doubled = Dictionary(grouping: present) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    late = plan.seating.tables.isEmpty ? [] : desk.late
    tables = Self.tables(plan.seating, measure, words)
    if !measure.tables.isEmpty, measure.tables.allSatisfy({ $0.size >= Self.fewestToTell }) {
      mix = Self.mix(room, plan.seating, measure, words)
    }
    let broken = Set(measure.broken)
    wishes = plan.wishes.map {
      Wish(kind: $0.kind, badges: $0.badges, text: words.wish($0), broken: broken.contains($0))
    }
    let counts = TableSizes.counts(for: max(1, room.attendees.count))
    (fewest, most) = (counts.lowerBound, counts.upperBound)
    let badges = plan.handouts
    handouts = words.framework.offered(.stakeholderGroups).map { group in
      Handout(
        group: group.id, label: words.group(group.id), count: plan.expected[group.id] ?? 0,
        confirmed: desk.confirmed[group.id] ?? 0, badges: badges[group.id] ?? [])
    }
  }

  /// From three people on, a table's mix does not tell who of them is in which group.
  private static let fewestToTell = 3

  private static func tables(_ seating: Seating, _ measure: SeatingMeasure, _ words: SeatingWords) -> [Table] {
    let measured = Dictionary(uniqueKeysWithValues: measure.tables.map { ($0.number, $0) })
    return seating.tables.map { table in
      let own = table.size >= fewestToTell ? measured[table.number] : nil
      let missing = own?.missing.map(words.group).joined(separator: ", ") ?? ""
      return Table(
        number: table.number, size: table.size, duos: table.duos, mix: words.mix(own?.groups ?? [:]), missing: missing,
        level: own == nil ? "" : missing.isEmpty ? "good" : "fair")
    }
  }

  private static func mix(
    _ room: SeatingRoom, _ seating: Seating, _ measure: SeatingMeasure, _ words: SeatingWords
  ) -> Mix {
    let byLot = room.objectiveByLot(like: seating)
    let verdict = words.verdict(
      objective: measure.objective, byLot: byLot, people: measure.tables.reduce(0) { $0 + $1.size },
      tables: measure.tables.count)
    return Mix(
      objective: rounded(measure.objective), byLot: rounded(byLot), level: verdict.level, text: verdict.text)
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
