import Foundation

/// Draws a model as tagged PDF (PDF/UA-1): it goes as JSON to a typst template, which walks it, so no text is ever markup.
struct PDFRenderer {
  let command: [String]
  let madeAt: Date

  /// A document as PDF.
  ///
  /// Throws where typst is missing, fails or takes too long.
  func render(_ document: Document) throws(DocumentError.Cause) -> [UInt8] {
    try render(document, template: "document.typ", photos: document.photos)
  }

  /// A print pack as PDF; throws as for a document.
  func render(_ pack: PrintPack) throws(DocumentError.Cause) -> [UInt8] {
    try render(pack, template: "print-pack.typ", photos: [])
  }

  private func render(
    _ model: some Encodable, template: String, photos: [Photo]
  ) throws(DocumentError.Cause) -> [UInt8] {
    guard !command.isEmpty else { throw .converterMissing(.typst) }
    let template = try Templates.url(template)
    return try TemporaryFolder.with { folder throws(DocumentError.Cause) in
      let files = folder.appendingPathComponent("files")
      let output = folder.appendingPathComponent("document.pdf")
      do {
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: false)
        try JSONEncoder().encode(model).write(to: folder.appendingPathComponent("document.json"))
        for photo in photos {
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
