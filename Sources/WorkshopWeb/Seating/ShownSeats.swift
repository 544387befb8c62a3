import HTTPServer
import Workshop
import WorkshopStore

/// The tables of the gathering that goes on, as far as the room may see them: badges and tables, and nothing else.
struct ShownSeats: Sendable {
  /// Tells one state of the tables from another, across gatherings.
  let key: String
  /// Where each badge sits, and with whom.
  let places: [Badge: (table: Int, partners: [Badge])]

  init(_ plan: SeatingPlan, key: String) {
    self.key = key
    places = plan.seating.tables.reduce(into: [:]) { places, table in
      for duo in table.duos {
        for badge in duo { places[badge] = (table.number, duo.filter { $0 != badge }.sorted()) }
      }
    }
  }
}

/// Where a badge sits, as its phone says it.
struct SeatView: Encodable, Sendable {
  let table: Int
  let text: String
}

/// Where everybody sits, as the projector shows it.
struct SeatsView: Encodable, Sendable {
  let key: String
  /// A badge and its table each, by badge.
  let seats: [[Int]]

  init(_ shown: ShownSeats) {
    key = shown.key
    seats = shown.places.map { [$0.key.number, $0.value.table] }.sorted { $0[0] < $1[0] }
  }
}

/// Reads the shown tables once for each version of them: a room full of phones asks for its seats when it joins.
final class SeatsKeeper: Sendable {
  private let kept = Locked<(key: String, seats: ShownSeats?)?>(nil)

  /// The shown tables, or nil where there are none, or they are not shown.
  func seats(_ reader: Reader) throws -> ShownSeats? {
    guard let gathering = try reader.currentGathering()?.id else { return nil }
    let key = "\(gathering)/\(try reader.seatingVersion(of: gathering))"
    if let kept = kept.withLock({ $0?.key == key ? $0 : nil }) { return kept.seats }
    let plan = try reader.seatingPlan(of: gathering)?.plan
    let seats = plan.flatMap { $0.isPublished ? ShownSeats($0, key: key) : nil }
    kept.withLock { $0 = (key, seats) }
    return seats
  }
}
