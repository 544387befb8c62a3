/// One part of a form.
public struct MultipartPart: Sendable, Hashable {
  /// The field's name in the form.
  public let name: String
  /// The name the client gave its file, without its folders, never to be used as a path; nil for a plain field.
  public let filename: String?
  /// The part's own content type, as sent; nil where it has none.
  public let contentType: String?
  /// The content as sent.
  public let bytes: [UInt8]

  /// The bytes as text; nil where they are not UTF-8.
  public var text: String? {
    String(validating: bytes, as: UTF8.self)
  }
}

/// Why a form cannot be read.
public enum MultipartError: Error, Sendable, Hashable {
  case notMultipart
  case noBoundary
  case tooManyParts(limit: Int)
  /// The body does not begin with its boundary, a part has no headers' end, or the closing boundary is missing.
  case truncated
  /// A part without `Content-Disposition: form-data` with a name.
  case unnamedPart
}

/// Forms of `multipart/form-data` (RFC 7578).
public enum Multipart {
  /// The most bytes the headers of one part may have.
  private static let mostHeaderBytes = 2048

  /// The parts of a body in their order; throws ``MultipartError``.
  public static func parse(
    _ body: [UInt8], contentType: String, maximumParts: Int = 8
  ) throws(MultipartError) -> [MultipartPart] {
    let type = FieldValue(contentType)
    guard type.value == "multipart/form-data" else { throw .notMultipart }
    guard let boundary = type.parameters["boundary"], (1...70).contains(boundary.utf8.count) else { throw .noBoundary }
    let opening = Array("--\(boundary)".utf8)
    let separator = [0x0D, 0x0A] + opening
    guard body.starts(with: opening) else { throw .truncated }
    var parts: [MultipartPart] = []
    var position = opening.count
    while true {
      let rest = body[position...]
      if rest.starts(with: [0x2D, 0x2D]) { return parts }
      guard parts.count < maximumParts else { throw .tooManyParts(limit: maximumParts) }
      guard rest.starts(with: [0x0D, 0x0A]), let end = body.firstIndex(of: separator, from: position)
      else { throw .truncated }
      parts.append(try part(body[position..<end]))
      position = end + separator.count
    }
  }

  /// Reads one part from the line break behind its boundary to the one before the next.
  private static func part(_ bytes: ArraySlice<UInt8>) throws(MultipartError) -> MultipartPart {
    let headerArea = bytes.prefix(mostHeaderBytes)
    guard let end = headerArea.firstIndex(of: [0x0D, 0x0A, 0x0D, 0x0A], from: bytes.startIndex) else {
      throw .truncated
    }
    var disposition: FieldValue?
    var contentType: String?
    // Split by bytes: in Swift's characters, a line feed after a carriage return is not an element of its own.
    for line in bytes[bytes.startIndex..<end].split(separator: 0x0A) {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      switch text[..<colon].lowercased() {
      case "content-disposition": disposition = FieldValue(String(value))
      case "content-type": contentType = String(value)
      default: continue
      }
    }
    guard let disposition, disposition.value == "form-data", let name = disposition.parameters["name"]
    else { throw .unnamedPart }
    let filename = disposition.parameters["filename"].map { name in
      name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    }
    return MultipartPart(name: name, filename: filename, contentType: contentType, bytes: Array(bytes[(end + 4)...]))
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// The index at which the pattern first stands, at `start` or behind; nil where it does not.
  fileprivate func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first, endIndex - start >= pattern.count else { return nil }
    var index = start
    while index <= endIndex - pattern.count {
      if self[index] == first, self[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }
}
