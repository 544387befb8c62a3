import Foundation
import HTTPServer
import Logging
import Workshop
import WorkshopDocuments

extension Call {
  /// Answers with a document that is made on the spot, and also writes it to a folder where one is named.
  ///
  /// Throws a `Problem` in plain words where it could not be made.
  func document(
    _ format: DocumentFormat, keptIn folder: String? = nil,
    _ make: (DocumentRenderer) throws(DocumentError) -> RenderedDocument
  ) throws -> Answer {
    do {
      let document = try make(DocumentRenderer(words: words, converters: environment.converters))
      if let folder { try document.keep(in: folder) }
      return .response(document.response(format))
    } catch let error as DocumentError {
      environment.logger.error("a document could not be made", metadata: ["cause": "\(error.description)"])
      if [.notOffered, .noDate].contains(error.cause) { throw Problem.notFound }
      throw Problem(name: "documentFailed", status: .serviceUnavailable)
    }
  }
}

extension RenderedDocument {
  fileprivate func keep(in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(suggestedFileName))
  }

  fileprivate func response(_ format: DocumentFormat) -> HTTPResponse {
    let disposition = format == .html ? "inline" : "attachment"
    var response = HTTPResponse(
      status: .ok, headers: ["Content-Type": contentType, "Cache-Control": "no-store"], body: bytes)
    response.headers["Content-Disposition"] = "\(disposition); filename=\"\(suggestedFileName)\""
    if format == .html {
      // A document is one file with its style inside, so that it can be mailed; it runs no script.
      response.headers["Content-Security-Policy"] =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'"
    }
    return response
  }
}
