public import Foundation
import Workshop
public import WorkshopDocuments
public import WorkshopStore

extension PrintPackRequest {
  /// What a draft without faults asks for, with all that the traject's file adds to it.
  ///
  /// `address` is what stands on the poster and in its QR code, nil where it is written on by hand.
  public init(_ draft: PrintPackDraft, reader: Reader, address: String?, now: Date) throws {
    let keys = try reader.joinKeys()
    let modules = address.flatMap { QRCode.modules("\($0)/#t=\(keys.token)") } ?? []
    self.init(
      trajectory: try reader.trajectory(), framework: try reader.framework(), runSheets: try reader.runSheets(),
      parts: draft.parts, people: draft.peopleCount, tables: try Self.tables(draft, reader),
      seats: try reader.seats(),
      join: Join(address: address, code: keys.code, modules: modules),
      sheets: try reader.paperSheets(draft.sheetCount).map {
        Sheet(code: $0.code, withdrawalCode: $0.withdrawalCode.description)
      }, madeAt: now)
  }

  /// The tables people were seated at, or as many as were asked for; a number that was typed is kept to.
  private static func tables(_ draft: PrintPackDraft, _ reader: Reader) throws -> [Table] {
    let gathering = try reader.currentGathering()
    let seated = try gathering.flatMap { try reader.seatingPlan(of: $0.id) }?.plan.seating.tables ?? []
    let badges = Dictionary(seated.map { ($0.number, $0.badges.map(\.number)) }) { first, _ in first }
    let needed = draft.tableCount ?? badges.keys.max() ?? tables(for: draft.peopleCount)
    return (1...max(1, needed)).map { Table(number: $0, badges: badges[$0] ?? []) }
  }
}

extension Reader {
  /// Who sits where, for each gathering that has tables, in order.
  func seats() throws -> [PrintPackRequest.Seats] {
    try gatherings().compactMap { gathering in
      guard let plan = try seatingPlan(of: gathering.id)?.plan, !plan.seating.tables.isEmpty else { return nil }
      return PrintPackRequest.Seats(gathering, plan)
    }
  }
}
