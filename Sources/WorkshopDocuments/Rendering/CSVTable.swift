/// A table for a spreadsheet as people have them here: semicolons, CRLF, and a mark that it is UTF-8.
public struct CSVTable: Sendable {
  /// The file.
  public let bytes: [UInt8]

  /// Writes rows; a cell that a spreadsheet would run as a formula gets an apostrophe before it.
  public init(_ rows: [[String]]) {
    let text = rows.map { $0.map(Self.cell).joined(separator: ";") + "\r\n" }.joined()
    bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let mustQuote = safe.unicodeScalars.contains { ";\"\r\n".unicodeScalars.contains($0) }
    return mustQuote ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
