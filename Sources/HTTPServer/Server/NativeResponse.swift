import CMicroHTTPD

/// A response in libmicrohttpd's own form.
///
/// Unchecked: the object is not changed after `init`, and libmicrohttpd counts its uses under a lock of its own, so
/// one may be queued on many connections at a time.
final class NativeResponse: @unchecked Sendable {
  let pointer: OpaquePointer

  /// Makes a response of the body, which is copied, and the headers.
  ///
  /// Nil where libmicrohttpd refuses a header, such as one with a line break in it.
  convenience init?(body: [UInt8], headers: HTTPHeaders) {
    // The buffer is only read, as RESPMEM_MUST_COPY says; the parameter is mutable for its other modes.
    let made = body.withUnsafeBytes { bytes in
      MHD_create_response_from_buffer(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
    }
    guard let made else { return nil }
    self.init(adopting: made, headers: headers)
  }

  /// Takes over a response that was made elsewhere, and adds the headers.
  init?(adopting pointer: OpaquePointer, headers: HTTPHeaders) {
    self.pointer = pointer
    for field in headers.fields where !equalIgnoringCase(field.name, "content-length") {
      guard MHD_add_response_header(pointer, field.name, field.value) == .YES else { return nil }
    }
  }

  deinit {
    // Frees our use; libmicrohttpd frees the object after the last connection's.
    MHD_destroy_response(pointer)
  }
}
