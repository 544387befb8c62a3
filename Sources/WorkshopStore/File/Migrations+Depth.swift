extension Migrations {
  /// What the four D's need in depth: rewording, splitting and merging what was told, choosing where to design, joining and
  /// co-signing what will be done, and the scan of coordination roles.
  ///
  /// A photo of minors is not shown before somebody who moderates allows it. What is set apart for the confidant may
  /// carry a note of what was done, and when the confidant saw it; both go when it is put back.
  ///
  /// `told_version` is the version whose text its teller wrote, where a moderator reworded it since. What a person chooses
  /// stands by device and person, as dots do, so that changing one's mind is one row. Who leaves contact data with an action
  /// is not tied to the device: it would lead from a story to a name.
  static let depth = """
    ALTER TABLE contribution ADD COLUMN merged_into TEXT REFERENCES contribution (id)
      CHECK (merged_into <> id AND (state = 'merged') = (merged_into IS NOT NULL));
    ALTER TABLE contribution ADD COLUMN split_from TEXT REFERENCES contribution (id) CHECK (split_from <> id);
    ALTER TABLE contribution ADD COLUMN told_version INTEGER CHECK (told_version BETWEEN 1 AND version - 1);
    ALTER TABLE contribution ADD COLUMN is_photo_allowed INTEGER NOT NULL DEFAULT 0 CHECK (is_photo_allowed IN (0, 1));
    ALTER TABLE contribution ADD COLUMN confidant_note TEXT
      CHECK (confidant_note IS NULL OR hold_ground = 'confidant');
    ALTER TABLE contribution ADD COLUMN confidant_seen_at INTEGER
      CHECK (confidant_seen_at IS NULL OR hold_ground = 'confidant');
    CREATE INDEX contribution_merged_into ON contribution (merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX contribution_split_from ON contribution (split_from) WHERE split_from IS NOT NULL;
    CREATE INDEX contribution_confidant ON contribution (kind, state) WHERE hold_ground = 'confidant';

    CREATE INDEX journal_released ON journal (subject) WHERE kind = 'released';
    CREATE INDEX journal_held ON journal (subject) WHERE kind = 'held';

    ALTER TABLE contribution_version ADD COLUMN replaced_by TEXT NOT NULL DEFAULT 'participant'
      CHECK (replaced_by IN ('participant', 'facilitator', 'moderator'));

    CREATE TABLE link_5 (
      number INTEGER PRIMARY KEY,
      from_id TEXT NOT NULL,
      from_kind TEXT NOT NULL,
      relation TEXT NOT NULL,
      to_contribution TEXT,
      to_kind TEXT NOT NULL,
      to_theme TEXT REFERENCES theme (id),
      FOREIGN KEY (from_id, from_kind) REFERENCES contribution (id, kind),
      FOREIGN KEY (to_contribution, to_kind) REFERENCES contribution (id, kind),
      UNIQUE (from_id, relation, to_contribution),
      UNIQUE (from_id, relation, to_theme),
      CHECK ((to_kind = 'theme') = (to_theme IS NOT NULL)),
      CHECK ((to_contribution IS NULL) = (to_theme IS NOT NULL)),
      CHECK (relation || ' ' || from_kind || ' ' || to_kind IN (
        'restsOn successFactor story', 'quotes successFactor story', 'restsOn proposal story',
        'restsOn proposal successFactor', 'restsOn proposal dream', 'restsOn proposal theme',
        'belongsTo story theme', 'belongsTo successFactor theme', 'answers dream theme',
        'reasonFor stanceReason proposal', 'followsFrom action proposal', 'supports pledge action',
        'meets pledge pledge'))
    ) STRICT;
    INSERT INTO link_5 (number, from_id, from_kind, relation, to_contribution, to_kind, to_theme)
      SELECT number, from_id, from_kind, relation, to_contribution, to_kind, to_theme FROM link ORDER BY number;
    DROP TABLE link;
    ALTER TABLE link_5 RENAME TO link;
    CREATE INDEX link_to_contribution ON link (to_contribution);
    CREATE INDEX link_to_theme ON link (to_theme, relation, from_id);

    CREATE TABLE design_choice (
      voter BLOB NOT NULL CHECK (length(voter) = 32),
      person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 11),
      building_block TEXT NOT NULL CHECK (building_block <> ''),
      PRIMARY KEY (voter, person)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX design_choice_building_block ON design_choice (building_block);

    CREATE TABLE backing (
      voter BLOB NOT NULL CHECK (length(voter) = 32),
      person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 11),
      subject TEXT NOT NULL,
      subject_kind TEXT NOT NULL CHECK (subject_kind IN ('action', 'pledge')),
      PRIMARY KEY (voter, person, subject),
      FOREIGN KEY (subject, subject_kind) REFERENCES contribution (id, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX backing_subject ON backing (subject);

    CREATE TABLE action_contact (
      contact TEXT PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
      action TEXT NOT NULL,
      action_kind TEXT NOT NULL DEFAULT 'action' CHECK (action_kind = 'action'),
      FOREIGN KEY (action, action_kind) REFERENCES contribution (id, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX action_contact_action ON action_contact (action);

    CREATE TABLE scan_answer (
      voter BLOB NOT NULL CHECK (length(voter) = 32),
      person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 11),
      question TEXT NOT NULL CHECK (question <> ''),
      answer TEXT NOT NULL CHECK (answer <> ''),
      PRIMARY KEY (voter, person, question)
    ) STRICT, WITHOUT ROWID;
    """
}
