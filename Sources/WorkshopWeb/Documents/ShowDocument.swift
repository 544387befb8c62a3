import Foundation
import HTTPServer
import Logging
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
    return try call.document(format) { renderer throws(DocumentError) in
      try renderer.render(kind, as: format, record: record)
    } keeping: { document in
      if call.request.head.query.first("bewaar") != nil { try keep(document, in: environment.exports) }
    }
  }

  private static func keep(_ document: RenderedDocument, in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(document.bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(document.suggestedFileName))
  }
}

extension Call {
  /// Makes a document and sends it: a web page to read, anything else to save.
  ///
  /// Throws a problem of 503 in plain words where a converter is missing or fails.
  func document(
    _ format: DocumentFormat, make: (DocumentRenderer) throws(DocumentError) -> RenderedDocument,
    keeping: (RenderedDocument) throws -> Void = { _ in }
  ) throws -> Answer {
    do {
      let document = try make(DocumentRenderer(words: environment.words, converters: environment.converters))
      try keeping(document)
      return .response(Self.response(document, format))
    } catch let error as DocumentError {
      environment.logger.error("a document could not be made", metadata: ["cause": "\(error.description)"])
      throw Problem(name: "documentFailed", status: .serviceUnavailable)
    }
  }

  private static func response(_ document: RenderedDocument, _ format: DocumentFormat) -> HTTPResponse {
    let disposition = format == .html ? "inline" : "attachment"
    var response = HTTPResponse(
      status: .ok, headers: ["Content-Type": document.contentType, "Cache-Control": "no-store"], body: document.bytes)
    response.headers["Content-Disposition"] = "\(disposition); filename=\"\(document.suggestedFileName)\""
    if format == .html {
      // A document is one file with its style inside, so that it can be mailed; it runs no script.
      response.headers["Content-Security-Policy"] =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'"
    }
    return response
  }
}
