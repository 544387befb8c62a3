import Workshop
import WorkshopDocuments
import WorkshopStore

/// What of the print pack a traject has.
enum PrintOffer {
  /// The parts there is something to print of; the tables only once somebody was seated.
  static func parts(_ room: LiveRoom) throws -> [PrintPackPart] {
    let hasSeats = try room.store.read { try !$0.seats().isEmpty }
    return PrintPackPart.allCases.filter { $0 != .tablePlan || hasSeats }
  }

  /// All that has to be corrected in a draft, by field: what was typed, the address, and a part there is nothing of.
  static func faults(_ draft: PrintPackDraft, _ room: LiveRoom) throws -> [PrintPackDraft.Field: FieldFault] {
    var faults = draft.faults().merging(PrintAddress.faults(draft, room)) { own, _ in own }
    let offered = Set(try parts(room).map(\.rawValue))
    if !offered.isSuperset(of: draft.typed[all: .parts]) { faults[.parts] = faults[.parts] ?? .unknownChoice }
    return faults
  }
}
