/// A file that is the same for everybody: compressed once, with a strong ETag of its content.
///
/// Its responses are made once in libmicrohttpd's own form, so that sending one costs no copying.
public struct StaticAsset: Sendable {
  private struct Variant: Sendable {
    let tag: String
    let full: HTTPResponse
    let notModified: HTTPResponse
  }

  private let identity: Variant
  /// Nil where compressing gains nothing.
  private let gzip: Variant?

  /// Makes an asset.
  ///
  /// - Parameters:
  ///   - contentType: the whole value of `Content-Type`.
  ///   - bytes: the content as it is, not compressed.
  ///   - cacheControl: the whole value of `Cache-Control`.
  ///   - headers: more headers, sent with 200 and 304 alike.
  public init(contentType: String, bytes: [UInt8], cacheControl: String, headers: HTTPHeaders = HTTPHeaders()) {
    let hash = contentHash(bytes)
    let compressed = gzipped(bytes).flatMap { $0.count < bytes.count ? $0 : nil }
    func variant(_ tag: String, _ bytes: [UInt8], encoding: String?) -> Variant {
      var shared = headers
      shared["ETag"] = tag
      shared["Cache-Control"] = cacheControl
      if compressed != nil { shared.add(name: "Vary", value: "Accept-Encoding") }
      var full = shared
      full["Content-Type"] = contentType
      full["Content-Encoding"] = encoding
      return Variant(
        tag: tag, full: .prepared(.ok, full, bytes), notModified: .prepared(.notModified, shared, []))
    }
    identity = variant("\"\(hash)\"", bytes, encoding: nil)
    gzip = compressed.map { variant("\"\(hash)-gzip\"", $0, encoding: "gzip") }
  }

  /// The number of bytes sent to a client that takes gzip.
  public var compressedSize: Int {
    (gzip ?? identity).full.body.count
  }

  /// The response to a GET or HEAD: 304 where the client has these bytes, gzip where it prefers them.
  public func response(to head: RequestHead) -> HTTPResponse {
    let variant = gzip.flatMap { prefersGzip(head.headers["accept-encoding"]) ? $0 : nil } ?? identity
    guard let condition = head.headers["if-none-match"] else { return variant.full }
    // The other variant's tag counts too: the client has the same content in another coding.
    let tags = [identity.tag, gzip?.tag].compactMap { $0 }
    return matches(condition, tags) ? variant.notModified : variant.full
  }

  /// Whether `If-None-Match` names one of the tags, compared weakly (RFC 9110, 13.1.2).
  private func matches(_ condition: String, _ tags: [String]) -> Bool {
    condition.split(separator: ",").contains { element in
      let element = element.drop { $0 == " " }.prefix { $0 != " " }
      let tag = element.hasPrefix("W/") ? element.dropFirst(2) : element
      return tag == "*" || tags.contains { $0 == tag }
    }
  }
}

extension HTTPResponse {
  /// A response with its native form made now, for sending many times.
  fileprivate static func prepared(_ status: HTTPStatus, _ headers: HTTPHeaders, _ body: [UInt8]) -> HTTPResponse {
    var response = HTTPResponse(status: status, headers: headers, body: body)
    response.prepared = NativeResponse(body: body, headers: headers)
    return response
  }
}

/// 128 bits of FNV-1a with two bases, in hexadecimal: enough to tell versions of our own files apart.
private func contentHash(_ bytes: [UInt8]) -> String {
  var hashes: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x9AE1_6A3B_2F90_404F]
  for byte in bytes {
    hashes[0] = (hashes[0] ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    hashes[1] = (hashes[1] ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    hashes[1] ^= hashes[1] >> 29
  }
  return hashes.map { hash in
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }.joined()
}
