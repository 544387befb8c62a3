import Foundation
import HTTPServer

/// The addresses phones may reach this server on.
public enum JoinAddress {
  /// Every address that could stand in the QR: the public one where there is one, else one per network card.
  public static func all(_ hosts: HostPolicy) -> [(url: String, name: String)] {
    let configuration = hosts.configuration
    if let url = configuration.publicURL { return [(trimmed(url.absoluteString), "internet")] }
    let port = configuration.port == 80 ? "" : ":\(configuration.port)"
    // A server that listens on one address only can be reached on no other.
    guard ["0.0.0.0", "::"].contains(configuration.host) else { return [("http://\(configuration.host)\(port)", configuration.host)] }
    let cards = NetworkInterface.all().map { ("http://\($0.address)\(port)", $0.name) }
    return cards + [("http://localhost\(port)", "localhost")]
  }

  /// The address the facilitator chose while it is still there, else the first.
  static func chosen(for room: LiveRoom, hosts: HostPolicy) -> String {
    let all = all(hosts)
    if let chosen = room.chosenAddress.withLock({ $0 }), all.contains(where: { $0.url == chosen }) { return chosen }
    return all.first?.url ?? "http://localhost:\(hosts.configuration.port)"
  }

  private static func trimmed(_ url: String) -> String {
    url.hasSuffix("/") ? String(url.dropLast()) : url
  }
}
