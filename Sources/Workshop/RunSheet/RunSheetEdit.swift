/// One change of a run sheet, as a facilitator makes it in the editor.
public enum RunSheetEdit: Hashable, Sendable {
  /// Changes an item; `version` is the one that was edited.
  case change(RunSheetItemID, version: Int, [RunSheetItem.Setting])
  /// Moves an item before another one, or to the end.
  case move(RunSheetItemID, before: RunSheetItemID?)
  /// Adds an item before another one, or at the end; the id is made by the editor.
  case add(RunSheetItemID, before: RunSheetItemID?, [RunSheetItem.Setting])
  /// Takes an item out.
  case remove(RunSheetItemID, version: Int)
  /// Changes when the gathering begins, in minutes after midnight.
  case start(Int)
  /// Changes when it has to end, or that nothing is agreed.
  case end(Int?)
  /// Replaces everything by another run sheet's items, under new ids, and its times.
  case copy(RunSheet)

  /// The name of the kind, in the file and in the catalogue (`runSheet.edits.…`).
  public var kind: String {
    switch self {
    case .change: "change"
    case .move: "move"
    case .add: "add"
    case .remove: "remove"
    case .start: "start"
    case .end: "end"
    case .copy: "copy"
    }
  }

  /// The item it is about; nil where it is about the whole.
  public var item: RunSheetItemID? {
    switch self {
    case .change(let id, _, _), .move(let id, _), .add(let id, _, _), .remove(let id, _): id
    case .start, .end, .copy: nil
    }
  }

  /// The field a fault of the times is told at.
  var timeField: String {
    switch self {
    case .change(_, _, let settings), .add(_, _, let settings):
      settings.map(\.name).first { ["minutes", "anchor", "isSkipped"].contains($0) } ?? "minutes"
    case .move: "before"
    case .start: "start"
    case .end: "end"
    case .remove, .copy: "items"
    }
  }
}

/// Why an edit is not made.
public enum RunSheetRefusal: Error, Hashable, Sendable {
  /// There is no such item.
  case unknown(RunSheetItemID)
  /// Somebody else changed the item since: this is what it is now.
  case stale(RunSheetItem)
  /// There is an item with this id already.
  case taken(RunSheetItemID)
  /// An item that has run stays; its title.
  case hasRun(String)
  /// Another edit came in between, or there is nothing to undo or redo.
  case overtaken
  /// Some fields have to be corrected.
  case fields([String: FieldFault])
}
