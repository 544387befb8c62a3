import GRDB

/// The schema, migration by migration; one that shipped never changes.
enum Migrations {
  static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 workday") { try $0.execute(sql: workday) }
    migrator.registerMigration("2 preparation") { db in
      try db.execute(sql: preparation)
      try makeGatheringOfTheDay(db)
      try db.execute(sql: "DROP TABLE run_sheet_item_1")
    }
    migrator.registerMigration("3 themes") { try $0.execute(sql: themes) }
    migrator.registerMigration("4 dropped edits") { try $0.execute(sql: droppedThemeEdits) }
    migrator.registerMigration("5 depth") { try $0.execute(sql: depth) }
    return migrator
  }

  /// The tables of a workday.
  ///
  /// Times are milliseconds since 1970 in UTC. Lists of ids are JSON arrays. The journal holds facts and never free text,
  /// because withdrawal must be able to remove a text for good.
  ///
  /// JSON is checked by its first and last character and not by `json_valid`: Debian's SQLite 3.40 takes its own JSON
  /// functions for unsafe in a schema while `trusted_schema` is off, and refuses the table. Lengths of text are looser
  /// here than in the forms, which count what people see as one character and not code points.
  private static let workday = """
    CREATE TABLE trajectory (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      framework TEXT NOT NULL CHECK (framework GLOB '{*}'),
      room TEXT NOT NULL CHECK (room GLOB '{*}'),
      join_code TEXT NOT NULL CHECK (length(join_code) = 6),
      join_token TEXT NOT NULL CHECK (length(join_token) = 32),
      secret BLOB NOT NULL CHECK (length(secret) = 32)
    ) STRICT;

    CREATE TABLE run_sheet_item (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL UNIQUE,
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      actual_start INTEGER,
      actual_end INTEGER,
      CHECK (actual_end IS NULL OR actual_start IS NOT NULL)
    ) STRICT;

    CREATE TABLE session (
      number INTEGER PRIMARY KEY,
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'ar', 'tr', 'uk', 'und')),
      groups TEXT NOT NULL CHECK (groups GLOB '[[]*]'),
      organisation TEXT NOT NULL CHECK (length(organisation) <= 960),
      table_label TEXT NOT NULL CHECK (length(table_label) <= 160),
      badge TEXT NOT NULL CHECK (length(badge) <= 160),
      is_checked_in INTEGER NOT NULL CHECK (is_checked_in IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE contribution (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      kind TEXT NOT NULL CHECK (kind IN
        ('story', 'successFactor', 'dream', 'proposal', 'stanceReason', 'action', 'pledge', 'evaluation')),
      step TEXT NOT NULL CHECK (step <> ''),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'released', 'held', 'withdrawn', 'merged')),
      owner BLOB CHECK (length(owner) = 32),
      route TEXT NOT NULL CHECK (route IN ('phone', 'scribe', 'paper', 'facilitator')),
      table_label TEXT CHECK (length(table_label) BETWEEN 1 AND 160),
      language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'ar', 'tr', 'uk', 'und')),
      is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
      groups TEXT NOT NULL CHECK (groups GLOB '[[]*]'),
      consents TEXT NOT NULL CHECK (consents GLOB '[[]*]'),
      consent_version TEXT NOT NULL,
      has_guardian_consent INTEGER NOT NULL CHECK (has_guardian_consent IN (0, 1)),
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      has_photo INTEGER NOT NULL CHECK (has_photo IN (0, 1)),
      version INTEGER NOT NULL CHECK (version >= 1),
      hold_ground TEXT CHECK (hold_ground IN ('recognisable', 'hurtful', 'double', 'confidant', 'other')),
      hold_reason TEXT,
      request_hash BLOB NOT NULL CHECK (length(request_hash) = 32),
      edit_hash BLOB CHECK (length(edit_hash) = 32),
      edit_sequence INTEGER,
      withdrawal_hash BLOB NOT NULL UNIQUE CHECK (length(withdrawal_hash) = 32),
      sequence INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL CHECK (updated_at >= created_at),
      UNIQUE (id, kind),
      CHECK ((state = 'held') = (hold_reason IS NOT NULL)),
      CHECK ((state = 'held') = (hold_ground IS NOT NULL)),
      CHECK ((edit_hash IS NULL) = (edit_sequence IS NULL)),
      CHECK (state <> 'withdrawn' OR (body = '{}' AND groups = '[]' AND consents = '[]' AND has_photo = 0
        AND table_label IS NULL AND owner IS NULL AND edit_hash IS NULL AND request_hash = zeroblob(32)))
    ) STRICT;
    CREATE INDEX contribution_owner ON contribution (owner);
    CREATE INDEX contribution_kind_state ON contribution (kind, state);

    CREATE TABLE contribution_version (
      contribution TEXT NOT NULL REFERENCES contribution (id),
      version INTEGER NOT NULL,
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      replaced_at INTEGER NOT NULL,
      PRIMARY KEY (contribution, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE photo (
      contribution TEXT PRIMARY KEY REFERENCES contribution (id),
      jpeg BLOB NOT NULL CHECK (length(jpeg) BETWEEN 4 AND 10485760 AND substr(jpeg, 1, 3) = x'FFD8FF')
    ) STRICT;

    CREATE TABLE theme (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 960),
      building_block TEXT,
      is_positive_core INTEGER NOT NULL DEFAULT 0 CHECK (is_positive_core IN (0, 1)),
      merged_into TEXT REFERENCES theme (id) CHECK (merged_into <> id)
    ) STRICT;

    CREATE TABLE link (
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
        'restsOn successFactor story', 'restsOn proposal story', 'restsOn proposal successFactor',
        'restsOn proposal dream', 'restsOn proposal theme', 'belongsTo story theme', 'belongsTo successFactor theme',
        'answers dream theme', 'reasonFor stanceReason proposal', 'followsFrom action proposal',
        'supports pledge action'))
    ) STRICT;
    CREATE INDEX link_to_contribution ON link (to_contribution);
    CREATE INDEX link_to_theme ON link (to_theme);

    CREATE TABLE dot (
      voter BLOB NOT NULL CHECK (length(voter) = 32),
      person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 11),
      slot INTEGER NOT NULL CHECK (slot BETWEEN 1 AND 3),
      theme TEXT NOT NULL REFERENCES theme (id),
      PRIMARY KEY (voter, person, slot)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dot_theme ON dot (theme);

    CREATE TABLE stance (
      voter BLOB NOT NULL CHECK (length(voter) = 32),
      person INTEGER NOT NULL CHECK (person BETWEEN 0 AND 11),
      proposal TEXT NOT NULL,
      proposal_kind TEXT NOT NULL DEFAULT 'proposal' CHECK (proposal_kind = 'proposal'),
      position TEXT NOT NULL CHECK (position IN ('ja', 'ja-maar', 'nee')),
      groups TEXT NOT NULL CHECK (groups GLOB '[[]*]'),
      PRIMARY KEY (voter, person, proposal),
      FOREIGN KEY (proposal, proposal_kind) REFERENCES contribution (id, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stance_proposal ON stance (proposal);

    CREATE TABLE tombstone (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      withdrawn_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE journal (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind <> ''),
      subject TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('participant', 'facilitator', 'moderator', 'server')),
      facts TEXT NOT NULL CHECK (facts GLOB '{*}')
    ) STRICT;

    CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = "unicode61 remove_diacritics 2");
    """
}
