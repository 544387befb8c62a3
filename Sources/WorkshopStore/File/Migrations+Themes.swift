extension Migrations {
  /// What makes the arranging of themes something to look back on and to take back.
  ///
  /// An edit holds names that facilitators gave and ids of what people told, never the text of it: so that withdrawing has
  /// nothing to remove here. A theme that was taken back stays as a row, for dots and dreams may point to it.
  static let themes = """
    ALTER TABLE theme ADD COLUMN is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1));

    CREATE TABLE theme_edit (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('facilitator', 'moderator')),
      kind TEXT NOT NULL CHECK (kind IN
        ('make', 'rename', 'place', 'core', 'fill', 'empty', 'move', 'merge', 'unmerge', 'split')),
      theme TEXT NOT NULL REFERENCES theme (id),
      changes TEXT NOT NULL CHECK (changes GLOB '[[]{*}]'),
      is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
    ) STRICT;
    CREATE INDEX theme_edit_undone ON theme_edit (is_undone, number);
    """

  /// What tells an edit that can be done again from one that something newer took the place of.
  static let droppedThemeEdits = """
    ALTER TABLE theme_edit ADD COLUMN is_dropped INTEGER NOT NULL DEFAULT 0
      CHECK (is_dropped IN (0, 1) AND (is_dropped = 0 OR is_undone = 1));
    UPDATE theme_edit SET is_dropped = 1
    WHERE is_undone = 1 AND number < (SELECT coalesce(max(number), 0) FROM theme_edit WHERE is_undone = 0);
    """
}
