import Foundation

/// Draws a document as a Word file: pandoc reads our escaped HTML and takes the styles from a reference made on the spot.
struct DOCXRenderer {
  let command: [String]

  /// The Word file.
  ///
  /// Throws where pandoc is missing, fails or takes too long.
  func render(_ document: Document) throws(DocumentError.Cause) -> [UInt8] {
    guard !command.isEmpty else { throw .converterMissing(.pandoc) }
    let reference = try WordReference(document).bytes()
    var page = WordMarkup(document)
    page.write()
    let markup = page.out.bytes
    return try TemporaryFolder.with { folder throws(DocumentError.Cause) in
      do {
        try Data(reference).write(to: folder.appendingPathComponent("reference.docx"))
        try Data(markup).write(to: folder.appendingPathComponent("document.html"))
        for photo in document.photos {
          try Data(photo.jpeg).write(to: folder.appendingPathComponent("\(photo.number).jpg"))
        }
      } catch { throw .files("\(error)") }
      // Under --sandbox pandoc reads no file but those its command line names. Pictures have no option of their own, and as
      // data URIs they would be repeated as text in the file; the one for an e-book's fonts makes them known and does
      // nothing else for Word.
      let pictures = document.photos.map { "--epub-embed-font=\($0.number).jpg" }
      try ConverterRun(converter: .pandoc, command: command, folder: folder).run(
        ["--sandbox", "--from=html", "--to=docx", "--reference-doc=reference.docx", "--output=document.docx"] + pictures
          + ["document.html"])
      do { return Array(try Data(contentsOf: folder.appendingPathComponent("document.docx"))) } catch {
        throw .files("\(error)")
      }
    }
  }
}
