import Foundation
import Workshop

@testable import WorkshopDocuments

/// A print pack as it is asked for, with made-up codes.
enum PrintSample {
  static func request(
    people: Int, parts: Set<PrintPackPart> = Set(PrintPackPart.allCases), house: String = "Huis van het Kind Duffel"
  ) throws -> PrintPackRequest {
    var trajectory = try SampleDay.record(stoppedAfter: nil).trajectory
    trajectory.house = house
    return PrintPackRequest(
      trajectory: trajectory, framework: .shipped, runSheets: try SampleDay.record(stoppedAfter: nil).runSheets,
      parts: parts, people: people,
      tables: (1...PrintPackRequest.tables(for: people)).map { .init(number: $0) },
      join: .init(address: "http://192.168.1.20:8080", code: "K7WMQ4", modules: modules),
      sheets: (1...max(1, people)).map { sheet($0) }, madeAt: SampleDay.nine)
  }

  /// Tables for that many people of four groups, made from counts; without `isFromCounts` as if they had checked in.
  static func seats(people: Int, isFromCounts: Bool = true) throws -> [PrintPackRequest.Seats] {
    var plan = SeatingPlan(seed: 7)
    let groups = ["ouder", "partner", "vrijwilliger", "beleid"]
    plan.expected = groups.enumerated().reduce(into: [:]) { counts, group in
      counts[group.element] = people / 4 + (group.offset < people % 4 ? 1 : 0)
    }
    plan.seating = try plan.room([]).propose(tables: nil, seed: 7)
    if !isFromCounts { plan.expected = [:] }
    let gathering = try SampleDay.record(stoppedAfter: nil).runSheets[0].gathering
    return [.init(gathering, plan)]
  }

  private static func sheet(_ number: Int) -> PrintPackRequest.Sheet {
    let digits = String(number)
    let padded = String(repeating: "0", count: 3 - digits.count) + digits
    return .init(code: "B7K-\(padded)", withdrawalCode: "ABCD-E\(padded)-JK")
  }

  /// No code that can be read, but as dense as one: a real one is made elsewhere.
  private static let modules = (0..<29).map { y in (0..<29).map { x in (x * 7 + y * 3 + x * y) % 5 < 2 } }
}
