import HTTPServer
import Workshop
import WorkshopStore

/// How many people may work on one building block.
enum ArrangeDesignGroups {
  /// `PUT …/design-limit` with `{"limit"}`, null for none: 422 for what is no size of a group.
  static let limit = ConsoleAction.handler { call, _ in
    struct Body: Decodable { let limit: Int? }
    let (role, limit) = (call.role, try call.request.json(Body.self).limit)
    if let limit, limit < DesignGroups.limits.lowerBound {
      throw Problem.fields(["limit": .tooLow(least: DesignGroups.limits.lowerBound)])
    }
    if let limit, limit > DesignGroups.limits.upperBound {
      throw Problem.fields(["limit": .tooHigh(most: DesignGroups.limits.upperBound)])
    }
    return { try $0.limitDesignGroups(to: limit, by: role) }
  }

  /// `PUT …/design-blocks/BLOCK` with `{"open"}`: whether more people may come than the limit allows; 404 for a building
  /// block that is not offered.
  static let block = ConsoleAction.handler { call, room in
    struct Body: Decodable { let open: Bool }
    let (role, isOpen) = (call.role, try call.request.json(Body.self).open)
    let block = call.request.parameters["block"] ?? ""
    guard room.framework.offered(.buildingBlocks).contains(where: { $0.id == block }) else { throw Problem.notFound }
    return { try $0.open(block, beyondLimit: isOpen, by: role) }
  }
}
