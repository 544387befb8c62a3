import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// The addresses phones may reach this server on.
public enum JoinAddress {
  /// Every address that could stand in the QR: the public one where there is one, else one per network card.
  public static func all(_ hosts: HostPolicy) -> [(url: String, name: String)] {
    let configuration = hosts.configuration
    if let url = configuration.publicURL { return [(trimmed(url.absoluteString), "internet")] }
    // A server that listens on one address only can be reached on no other.
    guard ["0.0.0.0", "::"].contains(configuration.host) else {
      return [(hosts.address(configuration.host), configuration.host)]
    }
    return NetworkInterface.all().map { (hosts.address($0.address), $0.name) } + [
      (hosts.address("localhost"), "localhost")
    ]
  }

  /// The address the facilitator chose while it is still there, else the first.
  static func chosen(in state: RoomState, hosts: HostPolicy) -> String {
    let all = all(hosts)
    if let chosen = state.address, all.contains(where: { $0.url == chosen }) { return chosen }
    return all.first?.url ?? hosts.address("localhost")
  }

  private static func trimmed(_ url: String) -> String {
    url.hasSuffix("/") ? String(url.dropLast()) : url
  }
}

extension LiveRoom {
  /// The address people are sent to.
  func joinAddress() throws -> String {
    try store.read { JoinAddress.chosen(in: try $0.room(), hosts: hosts) }
  }
}
