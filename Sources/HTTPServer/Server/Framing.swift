import CMicroHTTPD
import Glibc

/// What the headers say about the body.
struct Framing {
  /// Nil where there is no `Content-Length`.
  var contentLength: Int?
  var isChunked = false

  var hasBody: Bool { isChunked || (contentLength ?? 0) > 0 }
}

/// The proof that a request's header block is exactly what libmicrohttpd read in it.
///
/// libmicrohttpd 0.9.75 lets two Content-Lengths, Content-Length beside Transfer-Encoding, hidden NULs and folded lines
/// pass. So every field is looked at where it lies in memory: name, colon, value, CRLF, next name, without a gap.
struct FramingProof {
  private struct Place {
    let name: UnsafeRawBufferPointer
    let value: UnsafeRawBufferPointer
  }

  private var places: [Place] = []

  /// The fields of the request as libmicrohttpd holds them.
  init(connection: OpaquePointer) {
    places.reserveCapacity(24)
    withUnsafeMutablePointer(to: &places) { pointer in
      // The callback's context lives for this call only.
      _ = MHD_get_connection_values_n(
        connection, .HEADER_KIND,
        { context, _, name, nameSize, value, valueSize in
          guard let places = context?.assumingMemoryBound(to: [Place].self), let name, let value else { return .NO }
          places.pointee.append(
            Place(
              name: UnsafeRawBufferPointer(start: name, count: nameSize),
              value: UnsafeRawBufferPointer(start: value, count: valueSize)))
          return .YES
        }, pointer)
    }
  }

  /// The received fields and the framing; throws the reason where anything is ambiguous.
  ///
  /// - Parameters:
  ///   - version: the request line's last word in libmicrohttpd's memory.
  ///   - start: the block's first byte, which is the method's.
  ///   - size: the block's bytes to the end of the blank line.
  /// - Returns: the fields where they lie, and how the body is framed.
  /// - Throws: what cannot be trusted about them.
  func prove(
    version: UnsafePointer<CChar>, start: UnsafePointer<CChar>, size: Int
  ) throws(RequestTarget.Invalid) -> (fields: ReceivedFields, framing: Framing) {
    let base = UnsafeRawPointer(start)
    let isVersion11 = strcmp(version, "HTTP/1.1") == 0
    guard isVersion11 || strcmp(version, "HTTP/1.0") == 0 else { throw .init(reason: "unknown HTTP version") }
    var expected = UnsafeRawPointer(version) + strlen(version) + 2
    var spans: [ReceivedFields.Span] = []
    spans.reserveCapacity(places.count)
    var known = KnownFields()
    for place in places {
      guard let name = place.name.baseAddress, let value = place.value.baseAddress, name == expected,
        value > name + place.name.count
      else { throw .init(reason: "folded line, bare line feed or NUL in the headers") }
      guard !place.name.isEmpty, place.name.allSatisfy(Self.isTokenByte) else { throw .init(reason: "header name") }
      guard place.value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
        throw .init(reason: "control byte in a header")
      }
      expected = value + place.value.count + 2
      let trimmed = Self.trimmedCount(place.value)
      spans.append(.init(name: Self.range(name, place.name.count, base), value: Self.range(value, trimmed, base)))
      try known.note(place.name, UnsafeRawBufferPointer(rebasing: place.value[..<trimmed]))
    }
    guard expected + 2 == base + size else { throw .init(reason: "NUL or bare line feed in the headers") }
    guard known.hosts == 1 || (known.hosts == 0 && !isVersion11) else { throw .init(reason: "no Host header") }
    let block = [UInt8](UnsafeRawBufferPointer(start: base, count: size))
    return (ReceivedFields(block: block, spans: spans), known.framing)
  }

  private static func range(_ start: UnsafeRawPointer, _ count: Int, _ base: UnsafeRawPointer) -> Range<Int> {
    let offset = start - base
    return offset..<(offset + count)
  }

  private static func trimmedCount(_ value: UnsafeRawBufferPointer) -> Int {
    var count = value.count
    while count > 0, value[count - 1] == 0x20 || value[count - 1] == 0x09 { count -= 1 }
    return count
  }

  /// RFC 9110, 5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
    default: false
    }
  }
}

/// The fields that decide where a request ends, each counted.
private struct KnownFields {
  var hosts = 0
  var framing = Framing()
  private var codings = 0

  mutating func note(
    _ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer
  ) throws(RequestTarget.Invalid) {
    switch name.count {
    case 4 where equals(name, "host"):
      hosts += 1
      if hosts > 1 { throw .init(reason: "two Host headers") }
    case 14 where equals(name, "content-length"):
      if framing.contentLength != nil { throw .init(reason: "two Content-Length headers") }
      let isNumber = !value.isEmpty && value.count <= 18 && value.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      guard isNumber else { throw .init(reason: "Content-Length is no number") }
      framing.contentLength = value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    case 17 where equals(name, "transfer-encoding"):
      codings += 1
      guard codings == 1, equals(value, "chunked") else { throw .init(reason: "transfer coding other than chunked") }
      framing.isChunked = true
    default: return
    }
    if framing.isChunked, framing.contentLength != nil {
      throw .init(reason: "Content-Length with Transfer-Encoding")
    }
  }

  private func equals(_ bytes: UnsafeRawBufferPointer, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.count where lowercase(bytes[index]) != text.utf8Start[index] { return false }
    return true
  }
}
