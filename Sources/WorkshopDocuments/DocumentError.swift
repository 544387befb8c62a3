public import Workshop

/// Why a document could not be made.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was to be made.
  public let kind: DocumentKind
  /// In which format.
  public let format: DocumentFormat
  /// What stood in the way.
  public let cause: Cause

  /// What can stand in the way.
  public enum Cause: Error, Hashable, Sendable {
    /// The kind is not made in this format.
    case notOffered
    /// A calendar was asked for, and nothing in it has a day yet.
    case noDate
    /// What was asked for has nothing in it yet, such as tables nobody was seated at.
    case nothingToPrint
    /// The program that writes the format is not there.
    case converterMissing(Converter)
    /// The program ended with a status, and said something of it.
    case converterFailed(Converter, status: Int32, said: String)
    /// The program took longer than it may.
    case converterTooSlow(Converter, seconds: Int)
    /// A file could not be read or written.
    case files(String)
  }

  /// What to tell the person who asked, and what to do about it, in their language.
  public func message(_ words: Catalogue) -> String {
    switch cause {
    case .notOffered:
      words(
        "documents.errors.notOffered", ["formats": kind.formats.map(\.rawValue).joined(separator: ", ")])
    case .noDate: words["documents.errors.noDate"]
    case .nothingToPrint: words["documents.errors.nothingToPrint"]
    case .converterMissing(let converter):
      words("documents.errors.converterMissing", ["name": converter.rawValue, "command": converter.installCommand])
    case .converterFailed(let converter, _, _): words("documents.errors.converterFailed", ["name": converter.rawValue])
    case .converterTooSlow(let converter, let seconds):
      words("documents.errors.converterTooSlow", ["name": converter.rawValue, "seconds": String(seconds)])
    case .files: words["documents.errors.files"]
    }
  }

  /// For logs: what a converter said may point into the document, but holds none of its text by our templates.
  public var description: String { "\(kind.rawValue).\(format.rawValue): \(cause)" }
}
