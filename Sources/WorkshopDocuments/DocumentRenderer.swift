public import Workshop

public import struct Foundation.TimeZone

/// Makes documents of a day: the record in, a file out.
public struct DocumentRenderer: Sendable {
  private let words: Catalogue
  private let converters: Converters
  private let timeZone: TimeZone

  /// Makes a renderer.
  ///
  /// Times are told as clocks in `timeZone` show them; Flanders' own unless told otherwise.
  public init(words: Catalogue, converters: Converters, timeZone: TimeZone? = nil) {
    self.words = words
    self.converters = converters
    self.timeZone = timeZone ?? .brussels
  }

  /// Makes one document.
  ///
  /// Throws `DocumentError` for a format the kind is not made in, and where a converter is missing, fails or takes too long.
  public func render(
    _ kind: DocumentKind, as format: DocumentFormat, record: WorkdayRecord
  ) throws(DocumentError) -> RenderedDocument {
    do throws(DocumentError.Cause) {
      guard kind.formats.contains(format) else { throw .notOffered }
      return RenderedDocument(
        bytes: try bytes(kind, format, record), contentType: format.contentType,
        suggestedFileName: "\(record.trajectory.id)-\(words["documents.fileNames.\(kind.rawValue)"]).\(format.rawValue)"
      )
    } catch { throw DocumentError(kind: kind, format: format, cause: error) }
  }

  /// The document as a model, which every format is drawn from.
  func document(_ kind: DocumentKind, record: WorkdayRecord) -> Document {
    switch kind {
    case .report: ReportBuilder(record: record, words: words(for: record)).document()
    case .followUp: FollowUpBuilder(record: record, words: words(for: record)).document()
    }
  }

  private func bytes(
    _ kind: DocumentKind, _ format: DocumentFormat, _ record: WorkdayRecord
  ) throws(DocumentError.Cause) -> [UInt8] {
    switch format {
    case .html: try HTMLRenderer().render(document(kind, record: record))
    case .pdf:
      try PDFRenderer(command: converters.typstCompile, madeAt: record.madeAt).render(document(kind, record: record))
    case .docx: try DOCXRenderer(command: converters.pandoc).render(document(kind, record: record))
    case .ics: CalendarFile(record: record, words: words(for: record)).bytes()
    case .json: try data(of: record)
    }
  }

  private func data(of record: WorkdayRecord) throws(DocumentError.Cause) -> [UInt8] {
    do { return try RecordExport(record: record, words: words(for: record)).bytes() } catch { throw .files("\(error)") }
  }

  private func words(for record: WorkdayRecord) -> DocumentWords {
    DocumentWords(catalogue: words, framework: record.framework, timeZone: timeZone)
  }
}
