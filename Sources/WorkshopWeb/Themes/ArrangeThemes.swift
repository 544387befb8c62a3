import HTTPServer
import Workshop
import WorkshopStore

/// Making themes of stories and factors; nothing is lost by it, and all of it can be taken back.
enum ArrangeThemes {
  private struct Body: Decodable {
    let id: String?
    let name: String?
    let seenName: String?
    let buildingBlock: String?
    let positiveCore: Bool?
    let into: String?
    let from: String?
    let contributions: [String]?
  }

  /// The most that moves in one go: more than anybody picks up.
  private static let mostAtOnce = 500

  /// `POST …/themes` with `{"id","name","buildingBlock","contributions","from"}`.
  ///
  /// The contributions go into it at once; with `from` they leave that theme, which splits it. 422 with the fields that
  /// are wrong, 404 for a theme that is not there.
  static let make = ConsoleAction.handler { call, room in
    let (role, body) = (call.role, try call.request.json(Body.self))
    guard let id = ThemeID(uuid: body.id ?? "") else { throw Problem(name: "badID", status: .unprocessableContent) }
    let theme = Theme(
      id: id, name: try name(body.name ?? ""), buildingBlock: try buildingBlock(body.buildingBlock, room))
    let (members, source) = (try contributions(body.contributions ?? []), try themeID(body.from, field: "from"))
    return { try $0.make(theme, with: members, splitFrom: source, by: role) }
  }

  /// `PATCH …/themes/ID` with what changes of `{"name","buildingBlock","positiveCore"}`; with `"seenName"`, 409 where
  /// someone else gave it another name than that.
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
      try change.change(theme, seenName: newName == nil ? nil : body.seenName, by: role)
    }
  }

  /// `POST …/themes/ID/members` with `{"contributions","from"}`: puts them in together.
  ///
  /// With a theme in `from` they leave that one. 404 for what is not there.
  static let putAll = ConsoleAction.handler { call, _ in
    let (theme, role): (ThemeID, JournalEntry.Role) = (try call.id("theme"), call.role)
    let body = try call.request.json(Body.self)
    let (members, source) = (try contributions(body.contributions ?? []), try themeID(body.from, field: "from"))
    return { try $0.put(members, into: theme, from: source, by: role) }
  }

  /// `POST …/themes/ID/take` with `{"contributions"}`: takes them out together.
  static let takeAll = ConsoleAction.handler { call, _ in
    let (theme, role): (ThemeID, JournalEntry.Role) = (try call.id("theme"), call.role)
    let members = try contributions(try call.request.json(Body.self).contributions ?? [])
    return { try $0.take(members, outOf: theme, by: role) }
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

  /// `POST …/themes/ID/merge` with `{"into"}`; 409 into itself, or into a theme that is part of it.
  static let merge = ConsoleAction.handler { call, _ in
    let (theme, role): (ThemeID, JournalEntry.Role) = (try call.id("theme"), call.role)
    guard let target = try themeID(call.request.json(Body.self).into, field: "into") else {
      throw Problem.fields(["into": .unknownReference])
    }
    return { try $0.merge(theme, into: target, by: role) }
  }

  /// `POST …/themes/ID/unmerge`.
  static let unmerge = ConsoleAction.handler { call, _ in
    let (theme, role): (ThemeID, JournalEntry.Role) = (try call.id("theme"), call.role)
    return { try $0.unmerge(theme, by: role) }
  }

  /// `POST …/theme-history/undo` with `{"edit"}`, the one that was seen as the newest; 409 where another came after it.
  static let undo = ConsoleAction.handler { call, _ in
    let (role, edit) = (call.role, try editNumber(call))
    return { try $0.undoThemeEdit(edit, by: role) }
  }

  /// `POST …/theme-history/redo` with `{"edit"}`, the one that was taken back last; 409 where it is not.
  static let redo = ConsoleAction.handler { call, _ in
    let (role, edit) = (call.role, try editNumber(call))
    return { try $0.redoThemeEdit(edit, by: role) }
  }

  private static func editNumber(_ call: Call) throws -> Int64 {
    struct Body: Decodable { let edit: Int64 }
    return try call.request.json(Body.self).edit
  }

  private static func contributions(_ ids: [String]) throws -> [ContributionID] {
    guard ids.count <= mostAtOnce else { throw Problem.fields(["contributions": .tooMany(limit: mostAtOnce)]) }
    let known = ids.compactMap { ContributionID(uuid: $0) }
    guard known.count == ids.count else { throw Problem.fields(["contributions": .unknownReference]) }
    return known
  }

  private static func themeID(_ text: String?, field: String) throws -> ThemeID? {
    guard let text else { return nil }
    guard let id = ThemeID(uuid: text) else { throw Problem.fields([field: .unknownReference]) }
    return id
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
