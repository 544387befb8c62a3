import Foundation
import GRDB
import Workshop

extension Migrations {
  /// The tables of what comes before the day: gatherings, ontwerpteam, recruitment, seating.
  ///
  /// Dates are ISO 8601 texts, times of day minutes after midnight. Contact data stand apart, so that they can go without
  /// anything else.
  static let preparation = """
    CREATE TABLE gathering (
      id TEXT PRIMARY KEY CHECK (id <> ''),
      position INTEGER NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('workday', 'separate', 'beforehand', 'followUp')),
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
    ) STRICT;

    ALTER TABLE run_sheet_item RENAME TO run_sheet_item_1;
    CREATE TABLE run_sheet_item (
      id TEXT PRIMARY KEY CHECK (id <> ''),
      gathering TEXT NOT NULL REFERENCES gathering (id),
      position INTEGER NOT NULL,
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
      actual_start INTEGER,
      actual_end INTEGER,
      UNIQUE (gathering, position),
      CHECK (actual_end IS NULL OR actual_start IS NOT NULL)
    ) STRICT;

    CREATE TABLE run_sheet_edit (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      gathering TEXT NOT NULL REFERENCES gathering (id),
      at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind <> ''),
      subject TEXT NOT NULL,
      before TEXT NOT NULL CHECK (before GLOB '{*}'),
      after TEXT NOT NULL CHECK (after GLOB '{*}'),
      is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
    ) STRICT;
    CREATE INDEX run_sheet_edit_gathering ON run_sheet_edit (gathering, number);

    CREATE TABLE preparation (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
    ) STRICT;

    CREATE TABLE contact (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 960),
      email TEXT NOT NULL CHECK (length(email) <= 960),
      phone TEXT NOT NULL CHECK (length(phone) <= 960),
      consented_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE team_member (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      position INTEGER NOT NULL,
      organisation TEXT NOT NULL CHECK (length(organisation) <= 960),
      role TEXT NOT NULL CHECK (length(role) <= 960),
      life_domain TEXT NOT NULL,
      contact TEXT UNIQUE REFERENCES contact (id) ON DELETE SET NULL,
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
    ) STRICT;

    CREATE TABLE team_meeting (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      position INTEGER NOT NULL,
      day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      starts_at INTEGER CHECK (starts_at BETWEEN 0 AND 1439),
      ends_at INTEGER CHECK (ends_at BETWEEN 1 AND 1440),
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
      CHECK (ends_at > starts_at),
      CHECK (starts_at IS NULL OR day IS NOT NULL)
    ) STRICT;

    CREATE TABLE follow_up_task (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      meeting TEXT NOT NULL REFERENCES team_meeting (id),
      position INTEGER NOT NULL,
      what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 8000),
      owner TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 960),
      due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      done_at INTEGER,
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
    ) STRICT;
    CREATE INDEX follow_up_task_meeting ON follow_up_task (meeting);

    CREATE TABLE recruitment_target (
      list TEXT NOT NULL CHECK (list IN ('stakeholderGroups', 'lifeDomains')),
      term TEXT NOT NULL CHECK (term <> ''),
      target INTEGER NOT NULL CHECK (target BETWEEN 0 AND 10000),
      invited INTEGER NOT NULL CHECK (invited BETWEEN 0 AND 100000),
      confirmed INTEGER NOT NULL CHECK (confirmed BETWEEN 0 AND 10000),
      present INTEGER NOT NULL CHECK (present >= 0 AND present <= confirmed),
      PRIMARY KEY (list, term)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recruitment_effort (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      position INTEGER NOT NULL,
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
    ) STRICT;

    CREATE TABLE practical_help (
      id TEXT PRIMARY KEY CHECK (length(id) = 36),
      position INTEGER NOT NULL,
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
    ) STRICT;

    CREATE TABLE seating (
      gathering TEXT PRIMARY KEY REFERENCES gathering (id),
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
    ) STRICT;

    ALTER TABLE contribution ADD COLUMN gathering TEXT REFERENCES gathering (id);
    ALTER TABLE session ADD COLUMN gathering TEXT REFERENCES gathering (id);
    """

  /// Gives the day of a file from before there were gatherings a gathering of its own.
  static func makeGatheringOfTheDay(_ db: Database) throws {
    // The shape of that day's JSON is fixed here, whatever becomes of the types.
    guard let body = try String.fetchOne(db, sql: "SELECT body FROM trajectory") else { return }
    let trajectory = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
    let first = try String.fetchOne(db, sql: "SELECT body FROM run_sheet_item_1 ORDER BY position LIMIT 1")
    let item = try first.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) } as? [String: Any]
    var gathering: [String: Any] = [
      "id": "dag-1", "kind": "workday", "title": "", "place": "", "audience": "everyone", "template": "one-day",
      "start": item?["start"] as? Int ?? 540, "version": 1,
    ]
    gathering["date"] = (trajectory?["dates"] as? [String])?.first
    let json = try JSONSerialization.data(withJSONObject: gathering, options: .sortedKeys)
    try db.execute(
      sql: "INSERT INTO gathering (id, position, kind, body) VALUES ('dag-1', 0, 'workday', ?)",
      arguments: [String(decoding: json, as: UTF8.self)])
    try db.execute(
      sql: """
        INSERT INTO run_sheet_item (id, gathering, position, body, actual_start, actual_end)
        SELECT id, 'dag-1', position, body, actual_start, actual_end FROM run_sheet_item_1
        """)
  }
}
