import Foundation
import GRDB
public import Workshop

extension Change {
  /// Adds a gathering with its run sheet, after those that are there.
  ///
  /// The first opvolgmoment takes what the traject knows of it already, where it brings no day or place of its own.
  public func make(_ runSheet: RunSheet, by role: JournalEntry.Role) throws {
    var runSheet = runSheet
    if runSheet.gathering.kind == .followUp, try reader.followUpGathering() == nil {
      let known = try reader.trajectory().followUpMeeting
      if runSheet.gathering.date == nil { runSheet.gathering.date = known.date }
      if runSheet.gathering.place.isEmpty { runSheet.gathering.place = known.place }
    }
    try add(runSheet)
    try note(
      .gatheringMade, runSheet.gathering.id.rawValue, by: role, ["kind": runSheet.gathering.kind.rawValue])
  }

  /// Stores what is known of a gathering.
  ///
  /// Throws `StoreError` with `.unknown` where it is not there, `.conflict` where its version is not the stored one.
  public func change(_ gathering: Gathering, by role: JournalEntry.Role) throws {
    guard let stored = try reader.gathering(gathering.id) else { throw StoreError(gathering.id.rawValue, .unknown) }
    guard stored.version == gathering.version else { throw StoreError(gathering.id.rawValue, .conflict) }
    try db.execute(
      sql: "UPDATE gathering SET body = ?, version = version + 1 WHERE id = ?",
      arguments: [try StoredJSON.text(gathering), gathering.id.rawValue])
    try note(.gatheringChanged, gathering.id.rawValue, by: role)
  }

  /// Where a gathering is the opvolgmoment, keeps its day and its place with the traject; what it does not tell stays as
  /// the traject has it.
  public func keepFollowUp(_ gathering: Gathering, by role: JournalEntry.Role) throws {
    guard gathering.kind == .followUp else { return }
    let known = try reader.trajectory().followUpMeeting
    try setFollowUp(
      FollowUpMeetingPlan(
        date: gathering.date ?? known.date, place: gathering.place.isEmpty ? known.place : gathering.place), by: role)
  }

  /// Moves the opvolgmoment to the day and the place the traject has for it; what that does not tell stays as it is.
  func moveFollowUp(to meeting: FollowUpMeetingPlan, by role: JournalEntry.Role) throws {
    guard let stored = try reader.followUpGathering() else { return }
    var gathering = stored
    gathering.date = meeting.date ?? stored.date
    if !meeting.place.isEmpty { gathering.place = meeting.place }
    if gathering != stored { try change(gathering, by: role) }
  }

  /// Takes a gathering away with its run sheet, and lets go of it in a room that was to follow it.
  ///
  /// Throws `StoreError` with `.notEditable` where it began or something was told in it.
  public func remove(_ id: GatheringID, by role: JournalEntry.Role) throws {
    guard try reader.gathering(id) != nil else { throw StoreError(id.rawValue, .unknown) }
    guard try !reader.isHeld(id) else { throw StoreError(id.rawValue, .notEditable) }
    let items = try reader.runSheet(of: id)?.items.map(\.id) ?? []
    for table in ["run_sheet_edit", "run_sheet_item", "seating"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE gathering = ?", arguments: [id.rawValue])
    }
    try db.execute(sql: "DELETE FROM gathering WHERE id = ?", arguments: [id.rawValue])
    try setRoom(.gatheringRemoved, id.rawValue, by: role) { room in
      if room.gathering == id { room.gathering = nil }
      if let item = room.item, items.contains(item) { (room.item, room.step) = (nil, nil) }
    }
  }

  func add(_ runSheet: RunSheet) throws {
    let gathering = runSheet.gathering
    try db.execute(
      sql: """
        INSERT INTO gathering (id, position, kind, body)
        VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM gathering), ?, ?)
        """,
      arguments: [gathering.id.rawValue, gathering.kind.rawValue, try StoredJSON.text(gathering)])
    for (position, item) in runSheet.items.enumerated() {
      try db.execute(
        sql: "INSERT INTO run_sheet_item (id, gathering, position, body) VALUES (?, ?, ?, ?)",
        arguments: [item.id.rawValue, gathering.id.rawValue, position, try StoredJSON.text(item)])
    }
  }
}
