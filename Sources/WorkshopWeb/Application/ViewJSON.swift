import Foundation
import HTTPServer

/// The JSON that screens get: keys sorted and times in ISO 8601, so that the same view is always the same bytes.
enum ViewJSON {
  static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return encoder
  }

  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    Array(try encoder().encode(value))
  }

  /// Data that nobody else may keep.
  static func response(_ value: some Encodable, status: HTTPStatus = .ok) throws -> HTTPResponse {
    response(try bytes(value), status: status)
  }

  static func response(_ bytes: [UInt8], status: HTTPStatus = .ok) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: ["Content-Type": "application/json", "Cache-Control": "no-store"], body: bytes)
  }
}

extension HTTPRequest {
  /// The body as JSON of a shape; throws `Problem.wrongMediaType` where it says to be something else.
  func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard isJSON else { throw Problem.wrongMediaType }
    do { return try JSONDecoder().decode(type, from: Data(body)) } catch { throw Problem.unreadable }
  }

  var isJSON: Bool { mediaType == "application/json" }

  var isMultipart: Bool { mediaType == "multipart/form-data" }

  var isURLEncoded: Bool { mediaType == "application/x-www-form-urlencoded" }

  private var mediaType: String {
    let value = head.headers["Content-Type"] ?? ""
    return value.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
  }
}
