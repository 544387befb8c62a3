import Foundation
import GRDB
public import Workshop

extension Reader {
  /// Every gathering, in order.
  public func gatherings() throws -> [Gathering] {
    try Row.fetchAll(db, sql: "SELECT body, version FROM gathering ORDER BY position").map(Self.gathering)
  }

  /// A gathering, or nil where there is none with this id.
  public func gathering(_ id: GatheringID) throws -> Gathering? {
    let sql = "SELECT body, version FROM gathering WHERE id = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [id.rawValue]).map(Self.gathering)
  }

  /// The opvolgmoment: of several the one on the traject's day for it, else the first; nil where none was made.
  public func followUpGathering() throws -> Gathering? {
    let all = try gatherings().filter { $0.kind == .followUp }
    let day = try trajectory().followUpMeeting.date
    return all.first { $0.date == day } ?? all.first
  }

  /// Whether somebody arranged a gathering: edited its run sheet in a way that was not undone, or made its tables.
  public func isArranged(_ id: GatheringID) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM run_sheet_edit WHERE gathering = :id AND is_undone = 0)
          OR EXISTS (SELECT 1 FROM seating WHERE gathering = :id)
        """, arguments: ["id": id.rawValue]) ?? false
  }

  /// Whether a gathering began, or somebody checked in or told something in it.
  public func isHeld(_ id: GatheringID) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM run_sheet_item WHERE gathering = :id AND actual_start IS NOT NULL)
          OR EXISTS (SELECT 1 FROM contribution WHERE gathering = :id)
          OR EXISTS (SELECT 1 FROM session WHERE gathering = :id)
        """, arguments: ["id": id.rawValue]) ?? false
  }

  /// The gathering that goes on, or the first where none was begun yet; nil for a traject without any.
  public func currentGathering() throws -> Gathering? {
    if let id = try room().gathering, let current = try gathering(id) { return current }
    return try gatherings().first
  }

  /// The run sheet of a gathering with planned and actual times, or nil where there is none with this id.
  public func runSheet(of id: GatheringID) throws -> RunSheet? {
    guard let gathering = try gathering(id) else { return nil }
    return RunSheet(gathering: gathering, items: try items(of: id))
  }

  /// Every run sheet, in the order of the gatherings.
  public func runSheets() throws -> [RunSheet] {
    try gatherings().map { RunSheet(gathering: $0, items: try items(of: $0.id)) }
  }

  /// For each gathering the place in the journal of the last change to it, to its items or to the traject.
  ///
  /// It only ever grows, so that calendars know a newer export; a gathering nothing was noted of is not in it.
  public func gatheringRevisions() throws -> [GatheringID: Int] {
    let sql = """
      SELECT gathering.id, max(journal.sequence) AS revision FROM gathering
      JOIN journal ON journal.subject = gathering.id OR journal.kind = ? GROUP BY gathering.id
      """
    let rows = try Row.fetchAll(db, sql: sql, arguments: [JournalEntry.Kind.trajectoryChanged.rawValue])
    return rows.reduce(into: [:]) { $0[GatheringID($1["id"] as String)] = $1["revision"] }
  }

  /// The items of the gathering that goes on, in order.
  public func runSheet() throws -> [RunSheetItem] {
    try currentGathering().flatMap { try runSheet(of: $0.id) }?.items ?? []
  }

  /// An item with the gathering it belongs to, or nil; its start is worked out by `runSheet(of:)` alone.
  public func item(_ id: RunSheetItemID) throws -> (item: RunSheetItem, gathering: GatheringID)? {
    let sql = "SELECT gathering, body, version, actual_start, actual_end FROM run_sheet_item WHERE id = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [id.rawValue]).map {
      (try Self.item($0), GatheringID($0["gathering"] as String))
    }
  }

  private func items(of id: GatheringID) throws -> [RunSheetItem] {
    let sql = """
      SELECT body, version, actual_start, actual_end FROM run_sheet_item WHERE gathering = ? ORDER BY position
      """
    return try Row.fetchAll(db, sql: sql, arguments: [id.rawValue]).map(Self.item)
  }

  private static func gathering(_ row: Row) throws -> Gathering {
    var gathering = try StoredJSON.value(Gathering.self, from: row["body"])
    gathering.version = row["version"]
    return gathering
  }

  private static func item(_ row: Row) throws -> RunSheetItem {
    var item = try StoredJSON.value(RunSheetItem.self, from: row["body"])
    item.version = row["version"]
    item.actualStart = (row["actual_start"] as Int64?).map { Date(milliseconds: $0) }
    item.actualEnd = (row["actual_end"] as Int64?).map { Date(milliseconds: $0) }
    return item
  }
}
