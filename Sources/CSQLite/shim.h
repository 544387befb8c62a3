#include <malloc.h>
#include <sqlite3.h>

/* sqlite3_db_config is variadic, which Swift cannot see. Refuses SQL that would corrupt the file. */
static inline int werkdag_set_defensive(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/* Lets the process keep up to 16 MB of freed memory; returns 0 where the C library does not know the setting.
   SQLite frees a few hundred KB after every transaction, which glibc by default gives back to the system at once, so
   that each group of submissions begins with page faults: ten times as many, and a fifth of the writer's time. */
static inline int werkdag_keep_freed_memory(void) {
  return mallopt(M_TRIM_THRESHOLD, 16 << 20);
}

/* SQLite counts every allocation under one lock, for figures that nobody asks for here. Before the first connection. */
static inline int werkdag_skip_memory_counts(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* Lets a file be named by an address (file:NAME?immutable=1), which is how a look at it leaves nothing behind. Before the
   first connection. */
static inline int werkdag_take_addresses(void) {
  return sqlite3_config(SQLITE_CONFIG_URI, 1);
}
