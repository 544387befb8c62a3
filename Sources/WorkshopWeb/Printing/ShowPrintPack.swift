import HTTPServer
import Workshop
import WorkshopDocuments
import WorkshopStore

/// `GET /begeleider/TRAJECT/documenten/print-pack.pdf`: the print pack as one PDF.
///
/// `personen`, `tafels`, `bladen` say how many, `adres` which address stands on it, each `deel` one part instead of all.
/// 422 with what to correct by field; 503 in plain words where a converter is missing or fails.
struct ShowPrintPack {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let draft = PrintPackDraft(call.request.head.query)
    let faults = try PrintOffer.faults(draft, room)
    guard faults.isEmpty else { throw Problem.fields(faults.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }) }
    let address = try PrintAddress.chosen(in: draft, room)
    let now = call.environment.clock.now
    let request = try room.store.read { try PrintPackRequest(draft, reader: $0, address: address, now: now) }
    return try call.document(.pdf) { renderer throws(DocumentError) in try renderer.render(request) }
  }
}

/// `GET /begeleider/TRAJECT/documenten/runsheet.FORMAT`: the run sheets of every gathering, or with `bijeenkomst` of one.
///
/// 404 for a format or a gathering there is not; 503 in plain words where a converter is missing or fails.
struct ShowRunSheetDocument {
  /// Makes the handler of one format.
  static func handler(_ format: DocumentFormat) -> Handler {
    { call in
      let room = try call.room()
      let wanted = call.request.head.query.first("bijeenkomst")
      var request = try room.store.read { reader in
        RunSheetRequest(
          trajectory: try reader.trajectory(), runSheets: try reader.runSheets(),
          revisions: try reader.gatheringRevisions(), madeAt: call.environment.clock.now)
      }
      if let wanted { request.runSheets.removeAll { $0.gathering.id.rawValue != wanted } }
      guard !request.runSheets.isEmpty else { throw Problem.notFound }
      return try call.document(format) { renderer throws(DocumentError) in try renderer.render(request, as: format) }
    }
  }
}

extension PrintPackDraft {
  /// A draft of what stands in an address.
  init(_ query: HTTPQuery) {
    var typed = Typed<Field>()
    for field in Field.allCases { typed[all: field] = query.all(field.rawValue) }
    self.init(typed)
  }
}
