public import Foundation
import Glibc
import HTTPServer

/// The names this server answers to: another one means that somebody's page points its own name at this machine (DNS
/// rebinding), or that the address is stale (QUALITY, security 2).
public final class HostPolicy: Sendable {
  /// Where the server listens and what it is called outside.
  public struct Configuration: Sendable {
    /// The address it listens on; `0.0.0.0` or `::` for all.
    public var host: String
    /// The port it listens on.
    public var port: UInt16
    /// Whether it speaks TLS itself.
    public var isSecure: Bool
    /// The address people use where a proxy stands in front, for example `https://werkdag.example`.
    public var publicURL: URL?

    /// Describes where the server is.
    public init(host: String, port: UInt16, isSecure: Bool = false, publicURL: URL? = nil) {
      self.host = host
      self.port = port
      self.isSecure = isSecure
      self.publicURL = publicURL
    }
  }

  private let stored: Locked<Configuration>
  /// Host headers that were found to be ours, since every request of a room brings the same few.
  private let known = Locked<Set<String>>([])
  private let addresses: Locked<(known: Set<String>, readAt: ContinuousClock.Instant)>

  /// Reads this machine's addresses.
  public init(_ configuration: Configuration) {
    stored = Locked(configuration)
    addresses = Locked((Set(NetworkInterface.all().map(\.address)), .now))
  }

  /// The address of this server under one of its names, for example `http://192.168.0.10:8080`.
  public func address(_ name: String) -> String {
    let configuration = configuration
    let port = configuration.port == configuration.usualPort ? "" : ":\(configuration.port)"
    return "\(configuration.isSecure ? "https" : "http")://\(name)\(port)"
  }

  /// Where the server is.
  public var configuration: Configuration { stored.withLock { $0 } }

  /// Says which port the system chose, before the first answer.
  public func listens(on port: UInt16) {
    stored.withLock { $0.port = port }
  }

  /// Whether a machine in another place is never trusted by its address.
  var trustsNobodyByAddress: Bool { configuration.publicURL != nil }

  /// Whether a Host header names this server.
  func accepts(_ host: String?) -> Bool {
    guard let host else { return false }
    if known.withLock({ $0.contains(host) }) { return true }
    guard isOurs(host) else { return false }
    known.withLock { known in
      // Bounded, though only what is ours gets in: letter case gives a name many forms.
      if known.count < 64 { known.insert(host) }
    }
    return true
  }

  private func isOurs(_ host: String) -> Bool {
    guard let (name, port) = Self.split(host) else { return false }
    let configuration = configuration
    if let url = configuration.publicURL, url.host?.lowercased() == name {
      return port == nil || port.map(Int.init) == url.port
    }
    guard port ?? configuration.usualPort == configuration.port else { return false }
    return ["localhost", "127.0.0.1", "[::1]", configuration.host.lowercased()].contains(name) || isOwnAddress(name)
  }

  /// Whether an Origin header names the page's own server.
  func isSameOrigin(_ origin: String, host: String?) -> Bool {
    guard let host else { return false }
    if let url = configuration.publicURL { return origin == Self.origin(of: url) }
    return origin.lowercased() == "http://\(host.lowercased())" || origin.lowercased() == "https://\(host.lowercased())"
  }

  private func isOwnAddress(_ name: String) -> Bool {
    addresses.withLock { state in
      if state.known.contains(name) { return true }
      // A laptop that moves to another network gets another address while the server runs.
      guard state.readAt.duration(to: .now) > .seconds(5) else { return false }
      state = (Set(NetworkInterface.all().map(\.address)), .now)
      return state.known.contains(name)
    }
  }

  private static func origin(of url: URL) -> String {
    let port = url.port.map { ":\($0)" } ?? ""
    return "\(url.scheme ?? "https")://\(url.host ?? "")\(port)"
  }

  private static func split(_ host: String) -> (name: String, port: UInt16?)? {
    guard !host.isEmpty, host.utf8.count < 256 else { return nil }
    let lowered = host.lowercased()
    let nameEnd =
      lowered.hasPrefix("[") ? lowered.firstIndex(of: "]").map(lowered.index(after:)) : lowered.firstIndex(of: ":")
    guard let nameEnd, nameEnd < lowered.endIndex else { return (lowered, nil) }
    guard lowered[nameEnd] == ":", let port = UInt16(lowered[nameEnd...].dropFirst()) else { return nil }
    return (String(lowered[..<nameEnd]), port)
  }
}

extension HostPolicy.Configuration {
  /// The port that browsers leave out.
  fileprivate var usualPort: UInt16 { isSecure ? 443 : 80 }
}

/// A network card's address on which phones may reach this machine.
public struct NetworkInterface: Hashable, Sendable {
  /// The card's name, for example `wlan0`.
  public let name: String
  /// The IPv4 address.
  public let address: String

  /// Every IPv4 address of this machine but the loopback ones, in the system's order.
  public static func all() -> [NetworkInterface] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: [NetworkInterface] = []
    var next = first
    while let entry = next {
      if let own = NetworkInterface(entry.pointee) { found.append(own) }
      next = entry.pointee.ifa_next
    }
    return found
  }

  /// Nil for the loopback and for anything but IPv4.
  private init?(_ entry: ifaddrs) {
    guard let address = entry.ifa_addr, Int32(address.pointee.sa_family) == AF_INET else { return nil }
    guard entry.ifa_flags & UInt32(IFF_LOOPBACK) == 0 else { return nil }
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    guard getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else { return nil }
    let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    self.init(name: String(cString: entry.ifa_name), address: String(decoding: bytes, as: UTF8.self))
  }

  private init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}
