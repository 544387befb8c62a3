import HTTPServer
import Workshop
import WorkshopDocuments
import WorkshopStore

/// `GET /begeleider/TRAJECT/documenten/KIND.FORMAT`: the document of this moment; `?bewaar=1` also writes it to the
/// exports folder.
///
/// 404 for a kind or a format there is not; 503 in plain words where a converter is missing or fails.
struct ShowDocument {
  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let name = call.request.parameters["name"] ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let kind = DocumentKind(rawValue: parts[0]),
      let format = DocumentFormat(rawValue: parts[1]),
      DocumentKind.ofTheDay.contains(kind), kind.formats.contains(format)
    else { throw Problem.notFound }
    let environment = call.environment
    let record = try room.store.read { try $0.workdayRecord(madeAt: environment.clock.now) }
    let folder = call.request.head.query.first("bewaar").map { _ in environment.exports }
    return try call.document(format, keptIn: folder) { renderer throws(DocumentError) in
      try renderer.render(kind, as: format, record: record)
    }
  }
}
