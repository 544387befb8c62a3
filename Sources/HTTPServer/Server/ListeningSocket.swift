import CMicroHTTPD  // brings the socket headers in when the whole module is compiled at once
import Glibc

/// A socket that listens, owned by us so that the address can be chosen and stopping needs nobody's help.
struct ListeningSocket: Sendable {
  let descriptor: Int32
  let port: UInt16

  /// Listens on the first of the host's addresses that can be had.
  init(host: String, port: UInt16) throws(HTTPServerError) {
    let subject = "\(host):\(port)"
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found
    else { throw HTTPServerError(.unknownHost, subject: subject) }
    defer { freeaddrinfo(found) }
    var reason: Int32 = 0
    for address in sequence(first: first, next: { $0.pointee.ai_next }) {
      if let descriptor = Self.listen(address.pointee) {
        self.descriptor = descriptor
        self.port = Self.port(of: descriptor)
        return
      }
      reason = errno
    }
    throw HTTPServerError(.cannotListen(String(cString: strerror(reason))), subject: subject)
  }

  /// Nil where the system refuses; `errno` then tells why.
  private static func listen(_ address: addrinfo) -> Int32? {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(address.ai_family, kind, 0)
    guard descriptor >= 0 else { return nil }
    set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
    // Inherited by each connection: bytes that nobody acknowledges for this long mean that the client is gone.
    set(descriptor, Int32(IPPROTO_TCP), TCP_USER_TIMEOUT, 40_000)
    set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, Glibc.listen(descriptor, 4096) == 0 else {
      let reason = errno
      Glibc.close(descriptor)
      errno = reason
      return nil
    }
    return descriptor
  }

  /// A setting that only improves matters: where the system refuses it, the server works without.
  private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    _ = setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func port(of descriptor: Int32) -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard getsockname(descriptor, address, &length) == 0 else { return 0 }
        // The port stands at the same place in IPv4 and IPv6.
        let port = UnsafeRawPointer(address).loadUnaligned(fromByteOffset: 2, as: UInt16.self)
        return UInt16(bigEndian: port)
      }
    }
  }

  func close() {
    Glibc.close(descriptor)
  }
}
