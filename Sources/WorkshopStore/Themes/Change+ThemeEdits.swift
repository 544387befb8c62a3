import Foundation
import GRDB
import Workshop

extension Change {
  /// Takes the newest edit of all facilitators back; throws `.superseded` where that is not the one that was seen.
  public func undoThemeEdit(_ number: Int64, by role: JournalEntry.Role) throws {
    guard let edit = try reader.themeHistory(limit: 1).undo, edit.id == number else {
      throw StoreError(String(number), .superseded)
    }
    for change in edit.changes.reversed() { try apply(change.inverse, by: role) }
    try mark(edit, isUndone: true)
  }

  /// Does the edit again that was taken back last; throws `.superseded` where that is not the one that was seen.
  public func redoThemeEdit(_ number: Int64, by role: JournalEntry.Role) throws {
    guard let edit = try reader.themeHistory(limit: 1).redo, edit.id == number else {
      throw StoreError(String(number), .superseded)
    }
    for change in edit.changes { try apply(change, by: role) }
    try mark(edit, isUndone: false)
  }

  /// Makes changes and keeps them as one edit; nothing to change is no edit.
  func edit(_ kind: ThemeEdit.Kind, _ theme: ThemeID, _ changes: [ThemeChange], by role: JournalEntry.Role) throws {
    guard !changes.isEmpty else { return }
    for change in changes { try apply(change, by: role) }
    // What was taken back before something new can never be done again, also once that is taken back in its turn.
    try db.execute(sql: "UPDATE theme_edit SET is_dropped = 1 WHERE is_undone = 1")
    try db.execute(
      sql: "INSERT INTO theme_edit (at, role, kind, theme, changes) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        now.milliseconds, role.rawValue, kind.rawValue, theme.rawValue, try StoredJSON.text(changes),
      ])
  }

  private func mark(_ edit: ThemeEdit, isUndone: Bool) throws {
    try db.execute(sql: "UPDATE theme_edit SET is_undone = ? WHERE number = ?", arguments: [isUndone, edit.id])
  }

  private func apply(_ change: ThemeChange, by role: JournalEntry.Role) throws {
    switch change {
    case .theme(let before, let after?): try store(after, insteadOf: before, by: role)
    case .theme(let before?, nil):
      try db.execute(sql: "UPDATE theme SET is_removed = 1 WHERE id = ?", arguments: [before.id.rawValue])
      try note(.themeRemoved, before.id.rawValue, by: role)
    case .theme(nil, nil): break
    case .member(let theme, let contribution, isIn: true): try link(contribution, to: theme, by: role)
    case .member(let theme, let contribution, isIn: false): try unlink(contribution, from: theme, by: role)
    }
  }

  private func store(_ theme: Theme, insteadOf before: Theme?, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: """
        INSERT INTO theme (id, name, building_block, is_positive_core, merged_into) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, building_block = excluded.building_block,
          is_positive_core = excluded.is_positive_core, merged_into = excluded.merged_into, is_removed = 0
        """,
      arguments: [
        theme.id.rawValue, theme.name, theme.buildingBlock, theme.isPositiveCore, theme.mergedInto?.rawValue,
      ])
    guard let before else {
      _ = try note(.themeMade, theme.id.rawValue, by: role)
      return
    }
    if let target = theme.mergedInto, target != before.mergedInto {
      try note(.themeMerged, theme.id.rawValue, by: role, ["into": target.rawValue])
    } else if before.mergedInto != theme.mergedInto {
      try note(.themeUnmerged, theme.id.rawValue, by: role)
    } else {
      try note(.themeChanged, theme.id.rawValue, by: role, ["positiveCore": String(theme.isPositiveCore)])
    }
  }

  /// What was withdrawn in the meantime stays withdrawn, whatever is undone.
  private func link(_ contribution: ContributionID, to theme: ThemeID, by role: JournalEntry.Role) throws {
    guard let stored = try reader.contribution(contribution), stored.state != .withdrawn else { return }
    guard try !reader.themes(of: contribution).contains(theme) else { return }
    try save([Link(from: contribution, relation: .belongsTo, to: theme.rawValue)], from: stored.kind)
    try note(.themeFilled, theme.rawValue, by: role, ["contribution": contribution.rawValue])
  }

  private func unlink(_ contribution: ContributionID, from theme: ThemeID, by role: JournalEntry.Role) throws {
    try db.execute(
      sql: "DELETE FROM link WHERE from_id = ? AND relation = 'belongsTo' AND to_theme = ?",
      arguments: [contribution.rawValue, theme.rawValue])
    guard db.changesCount == 1 else { return }
    try note(.themeEmptied, theme.rawValue, by: role, ["contribution": contribution.rawValue])
  }
}
