// A bare group commit over HTTP: libmicrohttpd, one writer, one small row a request, synced before it is answered.
//
//   group_commit PORT FILE
//
// Takes any POST, stores its body and answers 201: the least that any server of this kind does. No session, no
// validation, no search, no journal. It is what the product's own submission is measured beside.
#include "client.h"

#include <microhttpd.h>
#include <pthread.h>
#include <sqlite3.h>

enum { GROUP = 512, BODY_BYTES = 4096 };

struct request {
  struct MHD_Connection *connection;
  size_t size;
  int is_done;
  char body[BODY_BYTES];
  struct request *next;
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static struct request *waiting, **last = &waiting;

static struct request *take_group(void) {
  pthread_mutex_lock(&mutex);
  while (waiting == NULL) pthread_cond_wait(&condition, &mutex);
  struct request *first = waiting, *end = first;
  for (int i = 1; i < GROUP && end->next != NULL; i++) end = end->next;
  waiting = end->next;
  if (waiting == NULL) last = &waiting;
  end->next = NULL;
  pthread_mutex_unlock(&mutex);
  return first;
}

static void *write_groups(void *path) {
  sqlite3 *database;
  sqlite3_stmt *insert;
  if (sqlite3_open(path, &database) != SQLITE_OK ||
      sqlite3_exec(database,
                   "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                   "CREATE TABLE row (number INTEGER PRIMARY KEY, body TEXT NOT NULL)",
                   NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2(database, "INSERT INTO row (body) VALUES (?)", -1, &insert, NULL) != SQLITE_OK)
    fail(path);
  for (;;) {
    struct request *group = take_group();
    sqlite3_exec(database, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    for (struct request *one = group; one != NULL; one = one->next) {
      sqlite3_bind_text(insert, 1, one->body, (int)one->size, SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) fail("insert");
      sqlite3_reset(insert);
    }
    if (sqlite3_exec(database, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) fail("commit");
    while (group != NULL) {
      // The request may be freed as soon as its connection goes on.
      struct request *one = group;
      group = one->next;
      one->is_done = 1;
      MHD_resume_connection(one->connection);
    }
  }
  return NULL;
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *upload, size_t *upload_size, void **held) {
  (void)context, (void)url, (void)method, (void)version;
  struct request *request = *held;
  if (request == NULL) {
    *held = request = calloc(1, sizeof *request);
    request->connection = connection;
    return request == NULL ? MHD_NO : MHD_YES;
  }
  if (*upload_size > 0) {
    if (request->size + *upload_size > BODY_BYTES) return MHD_NO;
    memcpy(request->body + request->size, upload, *upload_size);
    request->size += *upload_size;
    *upload_size = 0;
    return MHD_YES;
  }
  if (!request->is_done) {
    MHD_suspend_connection(connection);
    pthread_mutex_lock(&mutex);
    *last = request;
    last = &request->next;
    pthread_cond_signal(&condition);
    pthread_mutex_unlock(&mutex);
    return MHD_YES;
  }
  static char created[] = "{\"state\":\"waiting\"}";
  struct MHD_Response *response =
      MHD_create_response_from_buffer(sizeof created - 1, created, MHD_RESPMEM_PERSISTENT);
  enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_CREATED, response);
  MHD_destroy_response(response);
  return result;
}

static void forget(void *context, struct MHD_Connection *connection, void **held,
                   enum MHD_RequestTerminationCode reason) {
  (void)context, (void)connection, (void)reason;
  free(*held);
  *held = NULL;
}

// Hands connections over, as the product does: libmicrohttpd's own listening now and then leaves a thread asleep with
// hundreds of connections that have something to read.
static void accept_forever(struct MHD_Daemon *daemon, int port) {
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 4096) != 0) fail("listen");
  for (;;) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int connection = accept4(listener, (struct sockaddr *)&peer, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (connection >= 0) MHD_add_connection(daemon, connection, (struct sockaddr *)&peer, size);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: group_commit PORT FILE\n");
    return 2;
  }
  raise_open_files();
  pthread_t writer;
  if (pthread_create(&writer, NULL, write_groups, argv[2]) != 0) fail("pthread_create");
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_NO_LISTEN_SOCKET, 0, NULL, NULL, answer, NULL,
      MHD_OPTION_THREAD_POOL_SIZE, (unsigned)sysconf(_SC_NPROCESSORS_ONLN), MHD_OPTION_CONNECTION_LIMIT, 4096u,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)8192, MHD_OPTION_NOTIFY_COMPLETED, forget, NULL, MHD_OPTION_END);
  if (daemon == NULL) fail("MHD_start_daemon");
  accept_forever(daemon, atoi(argv[1]));
  return 0;
}
