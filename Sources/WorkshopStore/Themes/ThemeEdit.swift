public import Workshop

public import struct Foundation.Date

/// One step in the arranging of themes, kept so that it can be told and taken back.
public struct ThemeEdit: Hashable, Sendable, Identifiable {
  /// What someone did.
  public enum Kind: String, CaseIterable, Sendable {
    case make, rename, place, core, fill, empty, move, merge, unmerge, split
  }

  /// Its place in the order of all edits.
  public let id: Int64
  /// When, on the server's clock.
  public let at: Date
  /// In what capacity someone did it.
  public let role: JournalEntry.Role
  /// What someone did.
  public let kind: Kind
  /// The theme they did it to.
  public let theme: ThemeID
  /// What it changed, in order.
  public let changes: [ThemeChange]
  /// Whether it was taken back.
  public let isUndone: Bool
}

/// One thing that an edit changes, with what it was, so that it can be turned round.
public enum ThemeChange: Hashable, Sendable, Codable {
  /// A theme as it was and as it becomes; nil where it was not there, or goes.
  case theme(before: Theme?, after: Theme?)
  /// A story or a factor that goes into a theme, or out of it.
  case member(theme: ThemeID, contribution: ContributionID, isIn: Bool)

  /// What takes it back.
  var inverse: ThemeChange {
    switch self {
    case .theme(let before, let after): .theme(before: after, after: before)
    case .member(let theme, let contribution, let isIn):
      .member(theme: theme, contribution: contribution, isIn: !isIn)
    }
  }
}

/// The latest edits, and which of them can be taken back or done again.
public struct ThemeHistory: Sendable {
  /// The newest first.
  public let edits: [ThemeEdit]
  /// The edit that undoing takes back: the newest that stands, whoever made it; nil where none stands.
  public let undo: ThemeEdit?
  /// The edit that redoing does again: the last one taken back; nil once something else was done after it.
  public let redo: ThemeEdit?
}
