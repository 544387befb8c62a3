public import Foundation
public import Workshop

/// Makes documents: a record in, a file out.
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

  /// Makes one document of a workday.
  ///
  /// Throws `DocumentError` for a format the kind is not made in, and where a converter is missing, fails or takes too long.
  public func render(
    _ kind: DocumentKind, as format: DocumentFormat, record: WorkdayRecord
  ) throws(DocumentError) -> RenderedDocument {
    do throws(DocumentError.Cause) {
      guard DocumentKind.ofTheDay.contains(kind), kind.formats.contains(format) else { throw .notOffered }
      return RenderedDocument(
        bytes: try bytes(kind, format, record), contentType: format.contentType,
        suggestedFileName: "\(record.trajectory.id)-\(words["documents.fileNames.\(kind.rawValue)"]).\(format.rawValue)"
      )
    } catch { throw DocumentError(kind: kind, format: format, cause: error) }
  }

  /// Makes a print pack, or the parts of it that are wanted, as one PDF.
  ///
  /// Throws `DocumentError` for another format, for parts that there is nothing to print of, and where the converter is missing, fails or takes too long.
  public func render(
    _ request: PrintPackRequest, as format: DocumentFormat = .pdf
  ) throws(DocumentError) -> RenderedDocument {
    do throws(DocumentError.Cause) {
      guard format == .pdf else { throw .notOffered }
      guard !request.printable.isEmpty else { throw .nothingToPrint }
      let bytes = try PDFRenderer(command: converters.typstCompile, madeAt: request.madeAt).render(pack(request))
      let only = request.parts.count == 1 ? request.parts.first : nil
      let name = words["printPack.\(only.map { "parts.\($0.rawValue).fileName" } ?? "fileName")"]
      return RenderedDocument(
        bytes: bytes, contentType: DocumentFormat.pdf.contentType,
        suggestedFileName: "\(request.trajectory.id)-\(name).pdf")
    } catch { throw DocumentError(kind: .printPack, format: format, cause: error) }
  }

  /// Makes run sheets to print, or the gatherings as a calendar file.
  ///
  /// Throws `DocumentError` for a format they are not made in (a calendar needs a gathering with a day), and where a
  /// converter is missing, fails or takes too long.
  public func render(_ request: RunSheetRequest, as format: DocumentFormat) throws(DocumentError) -> RenderedDocument {
    let name = "\(request.trajectory.id)-\(words["documents.fileNames.runsheet"])"
    let only = request.runSheets.count == 1 ? request.runSheets.first?.gathering : nil
    do throws(DocumentError.Cause) {
      return RenderedDocument(
        bytes: try bytes(request, format), contentType: format.contentType,
        suggestedFileName: "\(name)\(only.map { "-\($0.id)" } ?? "").\(format.rawValue)")
    } catch { throw DocumentError(kind: .runSheet, format: format, cause: error) }
  }

  private func bytes(_ request: RunSheetRequest, _ format: DocumentFormat) throws(DocumentError.Cause) -> [UInt8] {
    let words = DocumentWords(catalogue: words, framework: .shipped, timeZone: timeZone)
    let document = RunSheetBuilder(request: request, words: words).document()
    guard format == .ics else { return try draw(document, as: format, madeAt: request.madeAt) }
    guard let file = RunSheetCalendar(request: request, words: words).file() else { throw .noDate }
    return file.bytes()
  }

  /// The print pack as a model.
  func pack(_ request: PrintPackRequest) -> PrintPack {
    let words = DocumentWords(catalogue: words, framework: request.framework, timeZone: timeZone)
    return PrintPackBuilder(request: request, words: words).pack()
  }

  /// Makes agenda and minutes of a meeting of the ontwerpteam; as a calendar, the dates of the whole team.
  ///
  /// Throws `DocumentError` as the documents of a day do, `.notOffered` for a meeting the team does not have,
  /// and `.noDate` for a calendar without a single day.
  public func render(
    meeting id: TeamMeetingID, as format: DocumentFormat, record: DesignTeamRecord
  ) throws(DocumentError) -> RenderedDocument {
    do throws(DocumentError.Cause) {
      guard let meeting = record.meeting(id), DocumentKind.meeting.formats.contains(format) else { throw .notOffered }
      let words = DocumentWords(catalogue: words, framework: record.framework, timeZone: timeZone)
      let bytes: [UInt8]
      if format == .ics {
        guard let file = TeamCalendar(record: record, words: words).file() else { throw .noDate }
        bytes = file.bytes()
      } else {
        let document = MeetingBuilder(record: record, meeting: meeting, words: words).document()
        bytes = try draw(document, as: format, madeAt: record.madeAt)
      }
      let name = format == .ics ? words["fileNames.team"] : "\(words["fileNames.meeting"])-\(meeting.number)"
      return RenderedDocument(
        bytes: bytes, contentType: format.contentType,
        suggestedFileName: "\(record.trajectory.id)-\(name).\(format.rawValue)")
    } catch { throw DocumentError(kind: .meeting, format: format, cause: error) }
  }

  /// The document as a model, which every format is drawn from; nothing for a kind that is not of a day.
  func document(_ kind: DocumentKind, record: WorkdayRecord) throws(DocumentError.Cause) -> Document {
    switch kind {
    case .report: ReportBuilder(record: record, words: words(for: record)).document()
    case .followUp: FollowUpBuilder(record: record, words: words(for: record)).document()
    case .meeting, .runSheet, .printPack: throw .notOffered
    }
  }

  private func bytes(
    _ kind: DocumentKind, _ format: DocumentFormat, _ record: WorkdayRecord
  ) throws(DocumentError.Cause) -> [UInt8] {
    switch format {
    case .html, .pdf, .docx: try draw(document(kind, record: record), as: format, madeAt: record.madeAt)
    case .ics:
      FollowUpCalendar(day: QuotableDay(record), words: words(for: record)).file(madeAt: record.madeAt).bytes()
    case .json: try data(of: record)
    }
  }

  /// A model as a web page, a PDF or a Word file.
  private func draw(
    _ document: Document, as format: DocumentFormat, madeAt: Date
  ) throws(DocumentError.Cause) -> [UInt8] {
    switch format {
    case .html: try HTMLRenderer().render(document)
    case .pdf: try PDFRenderer(command: converters.typstCompile, madeAt: madeAt).render(document)
    case .docx: try DOCXRenderer(command: converters.pandoc).render(document)
    case .ics, .json: throw .notOffered
    }
  }

  private func data(of record: WorkdayRecord) throws(DocumentError.Cause) -> [UInt8] {
    do { return try RecordExport(record: record, words: words(for: record)).bytes() } catch { throw .files("\(error)") }
  }

  private func words(for record: WorkdayRecord) -> DocumentWords {
    DocumentWords(catalogue: words, framework: record.framework, timeZone: timeZone)
  }
}
