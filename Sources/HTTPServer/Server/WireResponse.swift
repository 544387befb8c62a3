import Glibc

extension HTTPResponse {
  /// The response as bytes of HTTP/1.1, closing the connection.
  ///
  /// For refusals that libmicrohttpd cannot send: before it has a request, or in the middle of a body.
  func closingBytes(withoutBody: Bool = false) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.reasonPhrase)\r\nDate: \(Self.date())\r\n"
    let own = ["content-length", "connection", "date"]
    for field in headers.fields where !own.contains(where: { equalIgnoringCase($0, field.name) }) {
      // A line break would end the field, and with two of them the head.
      guard !field.value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { continue }
      text += "\(field.name): \(field.value)\r\n"
    }
    text += "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    return Array(text.utf8) + (withoutBody ? [] : body)
  }

  private static func date() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
      guard let start = buffer.baseAddress, strftime(start, 40, "%a, %d %b %Y %H:%M:%S GMT", &parts) > 0
      else { return "" }
      return String(cString: start)
    }
  }
}
