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

  private static func sheet(_ number: Int) -> PrintPackRequest.Sheet {
    let digits = String(number)
    let padded = String(repeating: "0", count: 3 - digits.count) + digits
    return .init(code: "B7K-\(padded)", withdrawalCode: "ABCD-E\(padded)-JK")
  }

  /// No code that can be read, but as dense as one: a real one is made elsewhere.
  private static let modules = (0..<29).map { y in (0..<29).map { x in (x * 7 + y * 3 + x * y) % 5 < 2 } }
}
