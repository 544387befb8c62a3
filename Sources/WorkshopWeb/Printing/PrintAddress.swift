import Workshop
import WorkshopDocuments

/// Which address stands on what is printed.
///
/// It is a choice: the address changes with the Wi-Fi, and what is printed at home is hung up in a hall.
enum PrintAddress {
  /// What stands in the form for an address that is written on by hand.
  static let later = "later"

  /// The addresses a phone can reach.
  static func all(_ room: LiveRoom) -> [String] {
    JoinAddress.all(room.hosts).map(\.url).filter { url in
      // Nobody else's phone finds this machine under these names.
      !["//localhost", "//127.", "//[::1]"].contains { url.contains($0) }
    }
  }

  /// The one the form begins with: the one on the projector, or none where no phone could reach it.
  static func usual(_ room: LiveRoom) throws -> String {
    let chosen = try room.joinAddress()
    return all(room).contains(chosen) ? chosen : later
  }

  /// The one to print; nil for one that is written on by hand.
  static func chosen(in draft: PrintPackDraft, _ room: LiveRoom) throws -> String? {
    let address = draft[.address].isEmpty ? try usual(room) : draft[.address]
    return address == later ? nil : address
  }

  /// An address that is not one of ours has no business in a QR code of ours.
  static func faults(_ draft: PrintPackDraft, _ room: LiveRoom) -> [PrintPackDraft.Field: FieldFault] {
    let known = [later, ""] + all(room)
    return known.contains(draft[.address]) ? [:] : [.address: .unknownChoice]
  }
}
