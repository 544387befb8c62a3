import Glibc

/// A client that sends exactly the bytes it is given.
public final class RawClient {
  /// What came back.
  public struct Response: Sendable {
    /// The status code.
    public let status: Int
    /// Names in small letters; a repeated name keeps its last value.
    public let headers: [String: String]
    /// The body as text.
    public let body: String
  }

  /// Why there is no answer.
  public struct Failure: Error {
    /// What happened to the connection.
    public let reason: String
  }

  /// The socket.
  public let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Connects; throws `Failure` where nobody listens.
  public init(port: UInt16, host: String = "127.0.0.1", receiveBuffer: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    var time = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    if var size = receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure(reason: "connect: \(String(cString: strerror(errno)))") }
  }

  deinit {
    Glibc.close(descriptor)
  }

  /// Sends text as it stands.
  public func send(_ text: String) {
    send(bytes: Array(text.utf8))
  }

  /// Sends as much as the server takes.
  public func send(bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Asks for a path, with more header lines.
  public func get(_ path: String, _ more: String = "", method: String = "GET") throws -> Response {
    send("\(method) \(path) HTTP/1.1\r\nHost: test\r\n\(more)\r\n")
    return try response(isHead: method == "HEAD")
  }

  /// Sends a body to a path, with more header lines.
  public func post(_ path: String, body: String, _ more: String = "") throws -> Response {
    send("POST \(path) HTTP/1.1\r\nHost: test\r\n\(more)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    return try response()
  }

  /// Reads one response, and no byte more.
  public func response(isHead: Bool = false) throws -> Response {
    let lines = try read(upTo: "\r\n\r\n").split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count > 1, let status = Int(words[1]) else { throw Failure(reason: "no status line") }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let sides = line.split(separator: ":", maxSplits: 1)
      headers[sides[0].lowercased()] = sides.count == 2 ? String(sides[1].drop { $0 == " " }) : ""
    }
    var body = ""
    if !isHead, let length = headers["content-length"].flatMap(Int.init) {
      body = String(decoding: try read(count: length), as: UTF8.self)
    }
    return Response(status: status, headers: headers, body: body)
  }

  /// Everything up to and with the text.
  @discardableResult
  public func read(upTo text: String) throws -> String {
    let end = Array(text.utf8)
    var searched = 0
    while true {
      if let place = buffer.withUnsafeBytes({ place(of: end, in: $0, from: searched) }) {
        return String(decoding: take(place + end.count), as: UTF8.self)
      }
      searched = max(0, buffer.count - end.count)
      try receive()
    }
  }

  private func place(of pattern: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, bytes.count - start >= pattern.count else { return nil }
    for place in start...(bytes.count - pattern.count) where bytes[place] == pattern[0] {
      if memcmp(base + place, pattern, pattern.count) == 0 { return place }
    }
    return nil
  }

  /// So many bytes.
  public func read(count: Int) throws -> [UInt8] {
    while buffer.count < count { try receive() }
    return take(count)
  }

  /// Whether the server ends the connection, whatever comes before.
  public func isClosedByServer() -> Bool {
    do {
      while true { try receive() }
    } catch {
      return error.reason != "timeout"
    }
  }

  /// Whether the server ends the connection in order, without a reset that could cost the client what it has not read.
  public func isClosedInOrder() -> Bool {
    do {
      while true { try receive() }
    } catch {
      return error.reason.hasPrefix("closed")
    }
  }

  private func take(_ count: Int) -> [UInt8] {
    defer { buffer.removeFirst(count) }
    return Array(buffer.prefix(count))
  }

  private func receive() throws(Failure) {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    if count < 0 { throw Failure(reason: errno == EAGAIN ? "timeout" : "error \(errno)") }
    if count == 0 { throw Failure(reason: "closed after: \(String(decoding: buffer, as: UTF8.self))") }
    buffer += bytes[..<count]
  }
}
