import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// Running the day: items of the draaiboek, steps, scenes, closing.
enum RunTheDay {
  /// `POST …/items/ITEM/open`: opens an item with its step, its scene and its timer ready; the one before it ends.
  ///
  /// A skipped item that is opened by hand is skipped no more; 422 where it no longer fits in the day. An item of
  /// another gathering takes the room there, and opens a room again that was closed.
  static let openItem = ConsoleAction.handler { call, room in
    let (id, role) = (RunSheetItemID(call.request.parameters["item"] ?? ""), call.role)
    let now = room.clock.now
    return { change in
      guard let (item, gathering) = try change.reader.item(id) else { throw StoreError(id.rawValue, .unknown) }
      if item.isSkipped {
        let edited = try change.edit(gathering, .change(id, version: item.version, [.isSkipped(false)]), by: role)
        if case .failure(let refusal) = edited { throw Problem(refusal, view: nil) }
      }
      if let open = try change.room().item, open != id { try change.end(open) }
      try change.start(id)
      try move(to: gathering, change, by: role)
      try change.setRoom(.itemOpened, id.rawValue, by: role) { state in
        state.gathering = gathering
        (state.item, state.step, state.scene, state.isBlank) = (id, item.step, item.scene, false)
        state.timer = item.timerLength.map { minutes in
          var timer = RoundTimer(seconds: minutes * 60, hasSwap: item.hasSwap, now: now)
          timer.pause(now: now)
          return timer
        }
      }
    }
  }

  private static func move(to gathering: GatheringID, _ change: Change, by role: JournalEntry.Role) throws {
    guard try change.reader.currentGathering()?.id != gathering, try change.room().closedAt != nil else { return }
    try change.setRoom(.dayReopened, gathering.rawValue, by: role) { $0.closedAt = nil }
  }

  /// `POST …/items/ITEM/close`: ends an item and closes its step.
  static let closeItem = ConsoleAction.handler { call, _ in
    let (id, role) = (RunSheetItemID(call.request.parameters["item"] ?? ""), call.role)
    return { change in
      guard try change.room().item == id else { throw StoreError(id.rawValue, .unknown) }
      try change.end(id)
      try change.setRoom(.itemClosed, id.rawValue, by: role) { ($0.item, $0.step, $0.timer) = (nil, nil, nil) }
    }
  }

  /// `POST …/steps/STEP/open`: opens a step on the phones; another that was open closes.
  static let openStep = ConsoleAction.handler { call, _ in
    let (id, role) = (StepID(call.request.parameters["step"] ?? ""), call.role)
    guard StepDefinition.shipped(id) != nil else { throw Problem.notFound }
    return { try $0.setRoom(.stepOpened, id.rawValue, by: role) { $0.step = id } }
  }

  /// `POST …/steps/STEP/close`: closes a step; late entries are still taken, and marked.
  static let closeStep = ConsoleAction.handler { call, _ in
    let (id, role) = (StepID(call.request.parameters["step"] ?? ""), call.role)
    guard StepDefinition.shipped(id) != nil else { throw Problem.notFound }
    return { try $0.setRoom(.stepClosed, id.rawValue, by: role) { if $0.step == id { $0.step = nil } } }
  }

  /// `PUT …/scene` with `{"scene"}`: switches the projector by hand.
  static let setScene = ConsoleAction.handler { call, _ in
    struct Body: Decodable { let scene: String }
    let role = call.role
    guard let scene = Scene(rawValue: try call.request.json(Body.self).scene) else {
      throw Problem.fields(["scene": .unknownChoice])
    }
    return { try $0.setRoom(.sceneChanged, scene.rawValue, by: role) { ($0.scene, $0.isBlank) = (scene, false) } }
  }

  /// `PUT …/blank` with `{"blank"}`: darkens the projector.
  static let setBlank = ConsoleAction.handler { call, _ in
    struct Body: Decodable { let blank: Bool }
    let (role, isBlank) = (call.role, try call.request.json(Body.self).blank)
    return { try $0.setRoom(.sceneChanged, "blank", by: role) { $0.isBlank = isBlank } }
  }

  /// `PUT …/reveal` with `{"dots"}`, `{"stances"}` or `{"scan"}`: shows results to the room, or hides them again.
  static let reveal = ConsoleAction.handler { call, _ in
    struct Body: Decodable {
      let dots: Bool?
      let stances: Bool?
      let scan: Bool?
    }
    let (role, body) = (call.role, try call.request.json(Body.self))
    return { change in
      let stances = try body.stances == true ? change.reader.stances() : []
      let spreads = Dictionary(grouping: stances, by: \.proposal).mapValues {
        StanceSpread($0, threshold: SmallGroup.onScreen)
      }
      let scan = try body.scan == true ? change.reader.coordinationScan().told(from: SmallGroup.onScreen) : nil
      try change.setRoom(.revealed, by: role) { state in
        if body.scan != nil { state.revealedScan = scan }
        if let dots = body.dots { state.areDotsRevealed = dots }
        if let shown = body.stances {
          (state.areStancesRevealed, state.revealedSpreads) = (shown, shown ? spreads : nil)
        }
      }
    }
  }

  /// `POST …/day/close`: ends the day, after whichever step it stopped.
  static let closeDay = ConsoleAction.handler { call, room in
    let (role, now) = (call.role, room.clock.now)
    return { change in
      if let open = try change.room().item { try change.end(open) }
      try change.setRoom(.dayClosed, by: role) { state in
        (state.item, state.step, state.timer, state.scene) = (nil, nil, nil, .thanks)
        state.closedAt = now
      }
    }
  }

  /// `POST …/day/reopen`: takes the closing back.
  static let reopenDay = ConsoleAction.handler { call, _ in
    let role = call.role
    return { try $0.setRoom(.dayReopened, by: role) { $0.closedAt = nil } }
  }

  /// `POST …/join-code/rotate`: gives the room a new code and QR.
  static let rotateJoinCode = ConsoleAction.handler { call, _ in
    let (role, secrets) = (call.role, call.environment.secrets)
    return { try $0.rotateJoinCode(secrets, by: role) }
  }
}
