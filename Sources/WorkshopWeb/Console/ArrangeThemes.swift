import HTTPServer
import Workshop
import WorkshopStore

/// Making themes of stories and factors; nothing is lost by it, and merging can be undone.
enum ArrangeThemes {
  private struct Body: Decodable {
    let id: String?
    let name: String?
    let buildingBlock: String?
    let positiveCore: Bool?
    let into: String?
  }

  /// `POST …/themes` with `{"id","name","buildingBlock"}`.
  static let make = ConsoleAction.handler { call, room in
    let (role, body) = (call.role, try call.request.json(Body.self))
    guard let id = ThemeID(uuid: body.id ?? "") else { throw Problem(name: "badID", status: .unprocessableContent) }
    let theme = Theme(
      id: id, name: try name(body.name ?? ""), buildingBlock: try buildingBlock(body.buildingBlock, room))
    return { try $0.make(theme, by: role) }
  }

  /// `PATCH …/themes/ID` with what changes of `{"name","buildingBlock","positiveCore"}`.
  static let change = ConsoleAction.handler { call, room in
    let (id, role): (ThemeID, JournalEntry.Role) = (try call.id("theme"), call.role)
    let body = try call.request.json(Body.self)
    let (newName, newBlock) = (try body.name.map(name), try body.buildingBlock.map { try buildingBlock($0, room) })
    return { change in
      guard var theme = try change.reader.themes().first(where: { $0.id == id }) else {
        throw StoreError(id.rawValue, .unknown)
      }
      theme.name = newName ?? theme.name
      if let newBlock { theme.buildingBlock = newBlock }
      theme.isPositiveCore = body.positiveCore ?? theme.isPositiveCore
      try change.change(theme, by: role)
    }
  }

  /// `PUT …/themes/ID/members/CONTRIBUTION`.
  static let put = ConsoleAction.handler { call, _ in
    let (theme, contribution): (ThemeID, ContributionID) = (try call.id("theme"), try call.id("id"))
    let role = call.role
    return { try $0.put(contribution, into: theme, by: role) }
  }

  /// `DELETE …/themes/ID/members/CONTRIBUTION`.
  static let take = ConsoleAction.handler { call, _ in
    let (theme, contribution): (ThemeID, ContributionID) = (try call.id("theme"), try call.id("id"))
    let role = call.role
    return { try $0.take(contribution, outOf: theme, by: role) }
  }

  /// `POST …/themes/ID/merge` with `{"into"}`.
  static let merge = ConsoleAction.handler { call, _ in
    let (theme, role): (ThemeID, JournalEntry.Role) = (try call.id("theme"), call.role)
    guard let target = ThemeID(uuid: try call.request.json(Body.self).into ?? "") else {
      throw Problem.fields(["into": .unknownReference])
    }
    return { try $0.merge(theme, into: target, by: role) }
  }

  /// `POST …/themes/ID/unmerge`.
  static let unmerge = ConsoleAction.handler { call, _ in
    let (theme, role): (ThemeID, JournalEntry.Role) = (try call.id("theme"), call.role)
    return { try $0.unmerge(theme, by: role) }
  }

  private static func name(_ typed: String) throws -> String {
    let name = typed.trimmingSpaces()
    if name.isEmpty { throw Problem.fields(["name": .missing]) }
    guard name.count <= Theme.nameLimit, name.unicodeScalars.count <= Theme.nameLimit else {
      throw Problem.fields(["name": .tooLong(limit: Theme.nameLimit, actual: name.unicodeScalars.count)])
    }
    return name
  }

  private static func buildingBlock(_ id: String?, _ room: LiveRoom) throws -> String? {
    guard let id, !id.isEmpty else { return nil }
    guard room.framework.knows(id, in: .buildingBlocks) else { throw Problem.fields(["buildingBlock": .unknownChoice]) }
    return id
  }
}
