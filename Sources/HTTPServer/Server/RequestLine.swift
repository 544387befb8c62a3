import Glibc

/// The target as it stood in the request line, read before libmicrohttpd decodes it in place.
struct RequestLine {
  private let start: UnsafeRawPointer?
  private let count: Int
  private let target: Result<RequestTarget, RequestTarget.Invalid>

  /// Reads the target; nil where the line has none.
  init(_ uri: UnsafePointer<CChar>?) {
    start = uri.map { UnsafeRawPointer($0) }
    count = uri.map { strlen($0) } ?? 0
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    target = bytes.withMemoryRebound(to: UInt8.self) { bytes in
      do throws(RequestTarget.Invalid) { return .success(try RequestTarget(bytes)) } catch { return .failure(error) }
    }
  }

  /// The target, if method, target and version lie side by side: a NUL in the line would leave a gap.
  func proven(
    method: UnsafePointer<CChar>, version: UnsafePointer<CChar>
  ) throws(RequestTarget.Invalid) -> RequestTarget {
    guard let start, start == UnsafeRawPointer(method) + strlen(method) + 1,
      UnsafeRawPointer(version) == start + count + 1
    else { throw .init(reason: "NUL or more than one blank in the request line") }
    return try target.get()
  }
}
