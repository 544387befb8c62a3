// Opens event streams, has one event published a round, and tells how long each took to reach the streams.
//
//   stream_load HOST PORT STREAMS ROUNDS PAUSE_MS STREAM_PATH COOKIES REQUEST...
//
// COOKIES holds a cookie a line, or is "-". Each REQUEST is a file with a whole HTTP request that publishes one event;
// they are sent in turn. A stream's time runs from just before the request to the reading of the event's data. One line
// "ready" goes to standard output when all streams are open and a line is awaited on standard input before the rounds
// begin and again before the end, so that memory can be looked at; then one JSON object.
#include "client.h"

static char buffer[65536];

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "r");
  if (file == NULL) fail(path);
  char *bytes = malloc(65536);
  *size = fread(bytes, 1, 65536, file);
  fclose(file);
  return bytes;
}

static void await_line(void) {
  char line[16];
  if (fgets(line, sizeof line, stdin) == NULL) exit(1);
}

// Opens them in batches: a listener's queue is finite, and a room does not come in within a millisecond either.
static void open_streams(int epoll, int *sockets, size_t streams, const char *host, int port, const char *path,
                         char **cookies, size_t cookie_count) {
  char *is_open = calloc(streams, 1);
  struct epoll_event events[512];
  size_t opened = 0;
  for (size_t i = 0; i < streams; i++) {
    char request[1024];
    int size = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: text/event-stream\r\n%s%s%s\r\n",
                        path, host, port, cookies ? "Cookie: " : "", cookies ? cookies[i % cookie_count] : "",
                        cookies ? "\r\n" : "");
    sockets[i] = connect_to(host, port);
    if (write(sockets[i], request, (size_t)size) != size) fail("write");
    watch(epoll, sockets[i], (uint32_t)i);
    while (opened + (i + 1 < streams ? 256 : 0) < i + 1) {
      int count = epoll_wait(epoll, events, 512, 10000);
      if (count <= 0) fail("streams did not open");
      for (int k = 0; k < count; k++) {
        uint32_t index = events[k].data.u32;
        ssize_t got = read(sockets[index], buffer, sizeof buffer);
        if (got <= 0) fail("a stream ended while it was opened");
        if (is_open[index]) continue;
        if (memcmp(buffer, "HTTP/1.1 200", 12) != 0) {
          fprintf(stderr, "a stream was refused: %.300s\n", buffer);
          exit(1);
        }
        is_open[index] = 1;
        opened++;
      }
    }
  }
  free(is_open);
}

// Reads what still comes, such as first events that arrive in a piece of their own.
static void settle(int epoll, const int *sockets) {
  struct epoll_event events[512];
  int count;
  while ((count = epoll_wait(epoll, events, 512, 300)) > 0)
    for (int k = 0; k < count; k++)
      if (read(sockets[events[k].data.u32], buffer, sizeof buffer) == 0) fail("a stream ended");
}

int main(int argc, char **argv) {
  if (argc < 9) {
    fprintf(stderr, "usage: stream_load HOST PORT STREAMS ROUNDS PAUSE_MS STREAM_PATH COOKIES REQUEST...\n");
    return 2;
  }
  const char *host = argv[1];
  int port = atoi(argv[2]), pause_ms = atoi(argv[5]), request_count = argc - 8;
  size_t streams = strtoul(argv[3], NULL, 10), rounds = strtoul(argv[4], NULL, 10), cookie_count = 0;
  char **cookies = strcmp(argv[7], "-") == 0 ? NULL : read_lines(argv[7], &cookie_count);
  raise_open_files();
  int epoll = epoll_create1(0), *sockets = calloc(streams, sizeof *sockets);
  uint64_t begun = now();
  open_streams(epoll, sockets, streams, host, port, argv[6], cookies, cookie_count);
  double opening = (double)(now() - begun) / 1e6;
  settle(epoll, sockets);
  printf("ready\n");
  fflush(stdout);
  await_line();

  int publisher = connect_to(host, port);
  uint32_t *micros = calloc(streams * rounds, sizeof *micros), *slowest = calloc(rounds, sizeof *slowest);
  uint32_t *round_of = calloc(streams, sizeof *round_of);
  size_t filled = 0, event_bytes = 0;
  struct epoll_event events[512];
  for (uint32_t round = 1; round <= rounds; round++) {
    usleep((useconds_t)pause_ms * 1000);
    size_t size;
    char *request = read_file(argv[8 + (int)round % request_count], &size);
    uint64_t sent = now();
    if (write(publisher, request, size) != (ssize_t)size) fail("write");
    for (size_t arrived = 0; arrived < streams;) {
      int count = epoll_wait(epoll, events, 512, 10000);
      if (count <= 0) {
        fprintf(stderr, "round %u reached only %zu of %zu streams\n", round, arrived, streams);
        return 1;
      }
      for (int k = 0; k < count; k++) {
        uint32_t index = events[k].data.u32;
        ssize_t got = read(sockets[index], buffer, sizeof buffer);
        if (got == 0) fail("a stream ended");
        if (got < 0 || round_of[index] == round || memmem(buffer, (size_t)got, "data: ", 6) == NULL) continue;
        uint32_t took = (uint32_t)((now() - sent) / 1000);
        round_of[index] = round;
        event_bytes = (size_t)got;
        micros[filled++] = took;
        if (took > slowest[round - 1]) slowest[round - 1] = took;
        arrived++;
      }
    }
    ssize_t answer = read(publisher, buffer, sizeof buffer - 1);
    if (answer <= 0 || memcmp(buffer, "HTTP/1.1 20", 11) != 0) fail("the publication was refused");
    free(request);
  }
  qsort(micros, filled, sizeof *micros, ascending);
  qsort(slowest, rounds, sizeof *slowest, ascending);
  printf("{\"streams\":%zu,\"rounds\":%zu,\"openMilliseconds\":%.0f,\"eventBytes\":%zu,\"p50\":%.2f,\"p95\":%.2f,"
         "\"p99\":%.2f,\"max\":%.2f,\"slowestP50\":%.2f,\"slowestP95\":%.2f}\n",
         streams, rounds, opening, event_bytes, percentile(micros, filled, 50) / 1e3,
         percentile(micros, filled, 95) / 1e3, percentile(micros, filled, 99) / 1e3, micros[filled - 1] / 1e3,
         percentile(slowest, rounds, 50) / 1e3, percentile(slowest, rounds, 95) / 1e3);
  fflush(stdout);
  await_line();
  return 0;
}
