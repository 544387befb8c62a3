// The rows of a submission from C on SQLite alone: what the database costs without a server around it.
//
//   rows TRAJECT_FILE ROWS GROUP
//
// TRAJECT_FILE is a traject made by the product, so schema, index and search are the product's own. Each row is an
// envelope, its search text and a journal line; GROUP rows make a transaction, synced in full. Settings are the
// product's. One JSON object goes to standard output.
#include "client.h"

#include <sqlite3.h>

static sqlite3 *database;

static void check(int result, const char *what) {
  if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW) return;
  fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(database));
  exit(1);
}

static void execute(const char *sql) { check(sqlite3_exec(database, sql, NULL, NULL, NULL), sql); }

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), sql);
  return statement;
}

static void step(sqlite3_stmt *statement) {
  check(sqlite3_step(statement), sqlite3_sql(statement));
  check(sqlite3_reset(statement), sqlite3_sql(statement));
}

static void bind_text(sqlite3_stmt *statement, int place, const char *text) {
  check(sqlite3_bind_text(statement, place, text, -1, SQLITE_STATIC), "bind");
}

static uint64_t random_state = 88172645463325252u;

static void fill(unsigned char *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    bytes[i] = (unsigned char)(random_state >> 24);
  }
}

static const char *const story =
    "Op woensdag kwamen er ouders met hun kinderen ruilen wat te klein werd. Wie niets had om te ruilen, kreeg een kop "
    "koffie en ging toch met een volle tas naar huis. E\xc3\xa9n moeder kwam de week erna terug om te helpen.";

static sqlite3_stmt *look, *tomb, *envelope, *search, *journal;

static void add_row(sqlite3_int64 at) {
  unsigned char noise[16], owner[32], request_hash[32], code_hash[32];
  char id[40], body[1024], text[1024];
  fill(noise, sizeof noise), fill(owner, sizeof owner), fill(request_hash, sizeof request_hash);
  fill(code_hash, sizeof code_hash);
  snprintf(id, sizeof id, "%02x%02x%02x%02x-%02x%02x-4%02x0-8%02x0-%02x%02x%02x%02x%02x%02x", noise[0], noise[1],
           noise[2], noise[3], noise[4], noise[5], noise[6], noise[7], noise[8], noise[9], noise[10], noise[11],
           noise[12], noise[13]);
  snprintf(body, sizeof body,
           "{\"buildingBlocks\":[\"visie\"],\"recognisable\":\"niemand\",\"title\":\"De babybazaar in de wijk "
           "%u\",\"whatHappened\":\"%s\",\"whatHelped\":\"Een vaste dag, een gezicht dat je kent, en niemand die vraagt "
           "waarom je komt.\"}",
           noise[14] * 256 + noise[15], story);
  snprintf(text, sizeof text, "niemand\nDe babybazaar in de wijk %u\n%s\nEen vaste dag, een gezicht dat je kent, en "
           "niemand die vraagt waarom je komt.", noise[14] * 256 + noise[15], story);
  bind_text(look, 1, id), step(look);
  bind_text(tomb, 1, id), step(tomb);
  check(sqlite3_bind_int64(journal, 1, at), "bind");
  bind_text(journal, 2, id), step(journal);
  sqlite3_int64 sequence = sqlite3_last_insert_rowid(database);
  bind_text(envelope, 1, id);
  check(sqlite3_bind_blob(envelope, 2, owner, 32, SQLITE_STATIC), "bind");
  bind_text(envelope, 3, body);
  check(sqlite3_bind_blob(envelope, 4, request_hash, 32, SQLITE_STATIC), "bind");
  check(sqlite3_bind_blob(envelope, 5, code_hash, 32, SQLITE_STATIC), "bind");
  check(sqlite3_bind_int64(envelope, 6, sequence), "bind");
  check(sqlite3_bind_int64(envelope, 7, at), "bind");
  step(envelope);
  check(sqlite3_bind_int64(search, 1, sqlite3_last_insert_rowid(database)), "bind");
  bind_text(search, 2, text), step(search);
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: rows TRAJECT_FILE ROWS GROUP\n");
    return 2;
  }
  size_t rows = strtoul(argv[2], NULL, 10), group = strtoul(argv[3], NULL, 10);
  check(sqlite3_open(argv[1], &database), argv[1]);
  execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
          "PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON");
  look = prepare("SELECT number FROM contribution WHERE id = ?");
  tomb = prepare("SELECT 1 FROM tombstone WHERE id = ?");
  journal = prepare("INSERT INTO journal (at, kind, subject, role, facts)"
                    " VALUES (?, 'submitted', ?, 'participant', '{\"kind\":\"story\"}')");
  envelope = prepare("INSERT INTO contribution (id, kind, step, state, owner, route, table_label, language, is_late,"
                     " groups, consents, consent_version, has_guardian_consent, body, has_photo, version,"
                     " request_hash, withdrawal_hash, sequence, created_at, updated_at) VALUES (?1, 'story', 'verhaal',"
                     " 'waiting', ?2, 'phone', '4', 'nl', 0, '[\"ouder\"]', '[\"screen\",\"report\"]', '1', 0, ?3, 0,"
                     " 1, ?4, ?5, ?6, ?7, ?7)");
  search = prepare("INSERT INTO search (rowid, text) VALUES (?, ?)");
  uint64_t begun = now();
  for (size_t done = 0; done < rows;) {
    execute("BEGIN IMMEDIATE");
    for (size_t i = 0; i < group && done < rows; i++, done++) add_row(1795000000000);
    execute("COMMIT");
  }
  double seconds = (double)(now() - begun) / 1e9;
  printf("{\"rows\":%zu,\"group\":%zu,\"perSecond\":%.0f}\n", rows, group, (double)rows / seconds);
  return 0;
}
