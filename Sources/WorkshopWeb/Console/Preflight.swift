import Foundation
import HTTPServer
import Workshop
import WorkshopDocuments
import WorkshopStore

/// `GET …/preflight`: 200 with what should be in order before people come in.
struct ShowPreflight {
  private struct Check: Encodable {
    let id: String
    let ok: Bool
    let title: String
    let detail: String
  }

  /// Enough for a day of photos and their copies.
  private static let neededBytes = 500_000_000

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let words = call.words
    func check(_ id: String, _ ok: Bool, _ values: [String: String] = [:]) -> Check {
      let detail = words("preflight.\(id).\(ok ? "ok" : "bad")", values)
      return Check(id: id, ok: ok, title: words["preflight.\(id).title"], detail: detail)
    }
    let address = try room.joinAddress()
    let free = freeBytes(at: call.application.library.directory)
    let converters = call.environment.converters
    let canConvert = !converters.typstCompile.isEmpty && !converters.pandoc.isEmpty
    let checks = [
      check("address", !address.contains("localhost") && !address.contains("127.0.0.1"), ["url": address]),
      phones(room.deviceCount, words),
      check("projector", room.screen.subscriberCount > 0),
      check("confidant", room.trajectory.confidant != nil, ["name": room.trajectory.confidant ?? ""]),
      check("disk", free >= neededBytes, ["free": gigabytes(free)]),
      check("converters", canConvert),
      check("rehearsal", !room.trajectory.isRehearsal),
    ]
    return .response(try ViewJSON.response(["checks": checks]))
  }

  private static func phones(_ count: Int, _ words: Catalogue) -> Check {
    let detail = count > 0 ? words("preflight.phones.ok", count: count) : words["preflight.phones.bad"]
    return Check(id: "phones", ok: count > 0, title: words["preflight.phones.title"], detail: detail)
  }

  private static func freeBytes(at path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
    return (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
  }

  private static func gigabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000_000
    return "\(tenths / 10),\(tenths % 10) GB"
  }
}

/// `PUT …/address` with `{"url"}`: chooses which of this machine's addresses stands in the QR.
struct ChooseAddress {
  private struct Body: Decodable { let url: String }

  static func answer(_ call: Call) throws -> Answer {
    let room = try call.room()
    let url = try call.request.json(Body.self).url
    guard JoinAddress.all(call.application.hosts).contains(where: { $0.url == url }) else {
      throw Problem.fields(["url": .unknownChoice])
    }
    let role = call.role
    try room.store.write { _ = try $0.setRoom(.addressChosen, by: role) { $0.address = url } }
    return .response(try ViewJSON.response(room.store.read { try JoinView(room, $0) }))
  }
}
