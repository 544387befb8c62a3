import Foundation

/// Draws a document as tagged PDF (PDF/UA-1): the model as JSON, walked by one typst template, so no text is ever markup.
struct PDFRenderer {
  let command: [String]
  let madeAt: Date

  /// The PDF.
  ///
  /// Throws where typst is missing, fails or takes too long.
  func render(_ document: Document) throws(DocumentError.Cause) -> [UInt8] {
    guard !command.isEmpty else { throw .converterMissing(.typst) }
    let template = try Templates.url("document.typ")
    return try TemporaryFolder.with { folder throws(DocumentError.Cause) in
      let files = folder.appendingPathComponent("files")
      let output = folder.appendingPathComponent("document.pdf")
      do {
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: false)
        try JSONEncoder().encode(document).write(to: folder.appendingPathComponent("document.json"))
        for photo in document.photos {
          try Data(photo.jpeg).write(to: files.appendingPathComponent("\(photo.number).jpg"))
        }
      } catch { throw .files("\(error)") }
      let run = ConverterRun(converter: .typst, command: command, folder: folder)
      try run.run([
        // The moment of the record and not of the conversion, so that the same record gives the same file.
        "--created", String(Int(madeAt.timeIntervalSince1970)), "--files", files.path, template.path, "document.json",
        output.path,
      ])
      do { return Array(try Data(contentsOf: output)) } catch { throw .files("\(error)") }
    }
  }
}
