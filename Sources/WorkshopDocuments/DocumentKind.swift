/// The documents a traject gives.
public enum DocumentKind: String, CaseIterable, Sendable {
  /// The report (verslag) with the five questions of seed 001.
  case report
  /// The follow-up run sheet (opvolgingsdraaiboek).
  case followUp = "follow-up"
  /// Agenda and minutes of a meeting of the ontwerpteam, and the calendar of all of them.
  case meeting

  /// The run sheets (draaiboeken) of the gatherings.
  case runSheet = "runsheet"
  /// The print pack.
  case printPack = "print-pack"

  /// The documents of a workday: what its record alone is enough for.
  public static let ofTheDay: [DocumentKind] = [.report, .followUp]
}

/// The formats documents are written in.
public enum DocumentFormat: String, CaseIterable, Sendable {
  /// One web page that stands alone.
  case html
  /// Tagged PDF (PDF/UA-1).
  case pdf
  /// Word.
  case docx
  /// Calendar dates; of the follow-up run sheet and the ontwerpteam.
  case ics
  /// The data that may be shared; of the report only.
  case json

  /// The media type.
  public var contentType: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .pdf: "application/pdf"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .ics: "text/calendar; charset=utf-8"
    case .json: "application/json"
    }
  }
}

extension DocumentKind {
  /// The formats it can be written in.
  public var formats: [DocumentFormat] {
    switch self {
    case .report: [.html, .pdf, .docx, .json]
    case .followUp, .meeting, .runSheet: [.html, .pdf, .docx, .ics]
    case .printPack: [.pdf]
    }
  }
}

/// A document, ready to be saved or sent.
public struct RenderedDocument: Hashable, Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// Its media type.
  public let contentType: String
  /// A name to save it by, for example `duffel-2026-verslag.pdf`.
  public let suggestedFileName: String
}
