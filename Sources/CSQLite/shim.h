#include <sqlite3.h>

/* sqlite3_db_config is variadic, which Swift cannot see. Refuses SQL that would corrupt the file. */
static inline int werkdag_set_defensive(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}
