import Glibc

/// Where a connection comes from: to be compared while it lives, never stored or logged.
public struct PeerAddress: Sendable, Hashable {
  /// The address without its port, an IPv4 address that came over IPv6 in its own form.
  public let text: String
  /// Whether it is this machine itself, by 127.0.0.0/8 or ::1.
  public let isLoopback: Bool

  /// Makes an address, for tests of an application.
  public init(text: String, isLoopback: Bool) {
    self.text = text
    self.isLoopback = isLoopback
  }

  init(_ address: UnsafePointer<sockaddr>?) {
    guard let address else {
      self.init(text: "", isLoopback: false)
      return
    }
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      self.init(version4: raw.loadUnaligned(as: sockaddr_in.self).sin_addr)
    case AF_INET6:
      var address6 = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      let bytes = withUnsafeBytes(of: address6) { Array($0) }
      if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
        let mapped = withUnsafeBytes(of: address6) { $0.loadUnaligned(fromByteOffset: 12, as: in_addr.self) }
        self.init(version4: mapped)
      } else {
        let isLoopback = bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
        self.init(text: Self.printed(AF_INET6, &address6), isLoopback: isLoopback)
      }
    default:
      self.init(text: "", isLoopback: false)
    }
  }

  private init(version4 address: in_addr) {
    var address = address
    let isLoopback = withUnsafeBytes(of: address) { $0[0] == 127 }
    self.init(text: Self.printed(AF_INET, &address), isLoopback: isLoopback)
  }

  private static func printed(_ family: Int32, _ address: UnsafeRawPointer) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
      guard let start = buffer.baseAddress, inet_ntop(family, address, start, socklen_t(buffer.count)) != nil
      else { return "" }
      return String(cString: start)
    }
  }
}
