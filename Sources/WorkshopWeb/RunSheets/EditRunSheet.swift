import Foundation
import HTTPServer
import Workshop
import WorkshopStore

/// Editing a run sheet: each edit is stored at once, kept in the history, and answered with the whole run sheet.
enum EditRunSheet {
  /// `POST …/run-sheets/GATHERING/edits` with one edit: 200 with the run sheet after it.
  ///
  /// 409 with `current`, the item as it is now, where `version` is not the latest; 422 with what to correct by field; 404
  /// for an item that is not there, 409 for an id that is taken.
  static let edit = handler { call, _ in
    let (id, role) = (call.gatheringID, call.role)
    let edit = try call.request.json(EditBody.self).edit()
    return { try $0.edit(id, edit, by: role) }
  }

  /// `POST …/run-sheets/GATHERING/undo` with `{"edit"}`, the number of the last edit seen.
  ///
  /// 409 with `current`, the whole run sheet, where another edit came in between or nothing is left.
  static let undo = handler { call, _ in
    let (id, role, number) = (call.gatheringID, call.role, try call.request.json(Seen.self).edit)
    return { try $0.undo(id, edit: number, by: role) }
  }

  /// `POST …/run-sheets/GATHERING/redo` with `{"edit"}`, as for undoing.
  static let redo = handler { call, _ in
    let (id, role, number) = (call.gatheringID, call.role, try call.request.json(Seen.self).edit)
    return { try $0.redo(id, edit: number, by: role) }
  }

  /// `POST …/run-sheets/GATHERING/copy` with `{"traject","gathering"}`: takes over another run sheet, as one edit.
  ///
  /// 422 where something of this one has run already, or where the other is not there.
  static let copy = handler { call, room in
    let (id, role, source) = (call.gatheringID, call.role, try call.request.json(Source.self))
    let other = try? call.application.library.read(TrajectoryID(source.traject)) {
      try $0.runSheet(of: GatheringID(source.gathering))
    }
    guard let sheet = other else { throw Problem.fields(["gathering": .unknownReference]) }
    let secrets = call.environment.secrets
    let copied = sheet.copied { RunSheetItemID(secrets.uuid()) }
    return { try $0.edit(id, .copy(copied), by: role) }
  }

  private struct Seen: Decodable { let edit: Int64 }

  private struct Source: Decodable {
    let traject: String
    let gathering: String
  }

  private typealias Work = @Sendable (Change) throws -> Result<RunSheet, RunSheetRefusal>

  private static func handler(_ work: @escaping @Sendable (Call, LiveRoom) throws -> Work) -> Handler {
    { call in
      let room = try call.room()
      let (id, work) = (call.gatheringID, try work(call, room))
      let result = try room.store.write(work)
      let view = try room.store.read { try RunSheetEditorView(id, reader: $0, words: room.words) }
      if case .failure(let refusal) = result { throw Problem(refusal, view: view) }
      return .response(try ViewJSON.response(view))
    }
  }
}

/// An edit as it is sent.
private struct EditBody: Decodable {
  private let kind: String
  private let item: RunSheetItemID?
  private let version: Int?
  private let before: RunSheetItemID?
  private let fields: RunSheetItem.Settings?
  private let start: Int?
  private let end: Int?

  /// The edit; throws what is missing or cannot be read, by field.
  func edit() throws -> RunSheetEdit {
    switch kind {
    case "change": .change(try needed(item, "item"), version: try needed(version, "version"), try settings())
    case "move": .move(try needed(item, "item"), before: before)
    case "add": .add(try newID(), before: before, try settings())
    case "remove": .remove(try needed(item, "item"), version: try needed(version, "version"))
    case "start": .start(try needed(start, "start"))
    case "end": .end(end)
    default: throw Problem.fields(["kind": .unknownChoice])
    }
  }

  private func settings() throws -> [RunSheetItem.Setting] {
    guard let fields else { return [] }
    if !fields.faults.isEmpty { throw Problem.fields(fields.faults) }
    return fields.values
  }

  /// Editors make the ids of new items, so their form is checked before they are used.
  private func newID() throws -> RunSheetItemID {
    guard let id = RunSheetItemID(uuid: try needed(item, "item").rawValue) else {
      throw Problem(name: "badID", status: .unprocessableContent)
    }
    return id
  }

  private func needed<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw Problem.fields([name: .missing]) }
    return value
  }
}

extension Problem {
  /// Why an edit was not made, with what there is instead; nil for who edits no run sheet.
  init(_ refusal: RunSheetRefusal, view: RunSheetEditorView?) {
    switch refusal {
    case .unknown: self = .notFound
    case .stale(let item):
      self.init(name: "stale", status: .conflict)
      current = RunSheetItemView(item)
    case .taken: self.init(name: "itemTaken", status: .conflict)
    case .hasRun(let title): self = .fields(["item": .runSheet(.stays(title))])
    case .overtaken:
      self.init(name: "overtaken", status: .conflict)
      if let view { current = view }
    case .fields(let faults): self = .fields(faults)
    }
  }
}
