/// The target of a request line, proven before anything is routed by it.
struct RequestTarget: Sendable {
  let path: String
  let segments: [String]
  let query: HTTPQuery

  /// Why a target is refused, for the log and for the application's words.
  struct Invalid: Error {
    let reason: String
  }

  /// Reads a target in origin form (RFC 9112, 3.2.1); throws where its path cannot be trusted.
  ///
  /// A path segment keeps a decoded slash inside itself, so that `%2F` never makes a segment of its own.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Invalid) {
    guard bytes.first == UInt8(ascii: "/") else { throw Invalid(reason: "target does not start with a slash") }
    for byte in bytes where byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "#") {
      throw Invalid(reason: "control byte, blank or fragment in the target")
    }
    let mark = bytes.firstIndex(of: UInt8(ascii: "?"))
    let pathBytes = UnsafeBufferPointer(rebasing: bytes[..<(mark ?? bytes.count)])
    query = HTTPQuery(mark.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) } ?? "")
    if let mark, Self.holdsEncodedNUL(bytes[mark...]) { throw Invalid(reason: "%00 in the query") }
    path = try Self.decoded(pathBytes)
    segments = path == "/" ? [] : try Self.segments(pathBytes)
    if path.utf8.contains(UInt8(ascii: ".")), path.split(separator: "/").contains(where: { $0 == ".." || $0 == "." }) {
      throw Invalid(reason: "dot segment in the path")
    }
  }

  private static func segments(_ bytes: UnsafeBufferPointer<UInt8>) throws(Invalid) -> [String] {
    var segments: [String] = []
    var start = 1
    for index in 1...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "/") {
      segments.append(try decoded(UnsafeBufferPointer(rebasing: bytes[start..<index])))
      start = index + 1
    }
    return segments
  }

  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) throws(Invalid) -> String {
    var plain: [UInt8]?
    if bytes.contains(UInt8(ascii: "%")) {
      guard let decoded = percentDecoded(bytes) else { throw Invalid(reason: "broken percent-encoding") }
      if decoded.contains(0) { throw Invalid(reason: "%00 in the path") }
      plain = decoded
    }
    let text = plain.map { String(validating: $0, as: UTF8.self) } ?? String(validating: bytes, as: UTF8.self)
    guard let text else { throw Invalid(reason: "path is not UTF-8") }
    return text
  }

  private static func holdsEncodedNUL(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.indices.dropLast(2).contains { index in
      bytes[index] == UInt8(ascii: "%") && bytes[index + 1] == UInt8(ascii: "0")
        && bytes[index + 2] == UInt8(ascii: "0")
    }
  }
}
