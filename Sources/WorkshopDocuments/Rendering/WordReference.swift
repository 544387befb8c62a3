/// The reference document pandoc takes styles, page, header and footer from: made anew for each document, since the header
/// names the house and says on every page when it was a rehearsal.
struct WordReference {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// The file.
  func bytes() throws(DocumentError.Cause) -> [UInt8] {
    var archive = StoredArchive()
    for name in [
      "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml",
    ] {
      archive.add(name, try Templates.bytes("word/\(Self.fileName(of: name))"))
    }
    archive.add("word/header1.xml", filled(try Templates.bytes("word/header.xml"), head))
    archive.add("word/footer1.xml", filled(try Templates.bytes("word/footer.xml"), document.title))
    return archive.bytes()
  }

  private var head: String {
    let head = "\(document.house) · \(document.date)"
    return document.notice.map { "\($0) · \(head)" } ?? head
  }

  /// Resources have plain names: a bundle keeps no names that begin with a dot or hold brackets on every system.
  private static func fileName(of part: String) -> String {
    switch part {
    case "[Content_Types].xml": "content-types.xml"
    case "_rels/.rels": "package-relations.xml"
    case "word/_rels/document.xml.rels": "document-relations.xml"
    default: String(part.dropFirst("word/".count))
    }
  }

  /// Puts a text in the place of the one `@`.
  private func filled(_ template: [UInt8], _ text: String) -> [UInt8] {
    guard let place = template.firstIndex(of: 0x40) else { return template }
    var out = MarkupBuffer(capacity: template.count + text.utf8.count)
    out.file(Array(template[..<place]))
    out.text(text)
    out.file(Array(template[(place + 1)...]))
    return out.bytes
  }
}
