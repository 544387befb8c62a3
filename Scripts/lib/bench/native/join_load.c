// Lets so many phones join a room by the token of its QR code, and prints their cookies.
//
//   join_load HOST PORT PHONES CONNECTIONS TOKEN COOKIES
//
// Each phone's cookie goes into the file COOKIES, one a line; one JSON object goes to standard output.
#include "client.h"

enum { RESPONSE_BYTES = 32768 };

struct line {
  int socket_fd;
  uint64_t sent;
  size_t received;
  char response[RESPONSE_BYTES];
};

static char request[1024];
static int request_size;

static void join(struct line *line) {
  line->received = 0;
  line->sent = now();
  if (write(line->socket_fd, request, (size_t)request_size) != request_size) fail("write");
}

static void keep_cookie(FILE *file, const char *response) {
  const char *cookie = strcasestr(response, "\r\nset-cookie: ");
  if (cookie == NULL) {
    fprintf(stderr, "no cookie in: %.300s\n", response);
    exit(1);
  }
  cookie += 14;
  fprintf(file, "%.*s\n", (int)strcspn(cookie, ";\r"), cookie);
}

int main(int argc, char **argv) {
  if (argc != 7) {
    fprintf(stderr, "usage: join_load HOST PORT PHONES CONNECTIONS TOKEN COOKIES\n");
    return 2;
  }
  const char *host = argv[1];
  int port = atoi(argv[2]);
  size_t phones = strtoul(argv[3], NULL, 10), connections = strtoul(argv[4], NULL, 10);
  if (connections > phones) connections = phones;
  FILE *cookies = fopen(argv[6], "w");
  if (cookies == NULL) fail(argv[6]);
  char body[256];
  int body_size = snprintf(body, sizeof body, "{\"token\":\"%s\"}", argv[5]);
  request_size = snprintf(request, sizeof request,
                          "POST /api/join HTTP/1.1\r\nHost: %s:%d\r\nX-Werkdag: 1\r\nContent-Type: application/json\r\n"
                          "Content-Length: %d\r\n\r\n%s",
                          host, port, body_size, body);
  raise_open_files();
  struct line *lines = calloc(connections, sizeof *lines);
  int epoll = epoll_create1(0);
  uint32_t *micros = malloc(phones * sizeof *micros);
  size_t sent = 0, joined = 0;
  uint64_t begun = now();
  for (; sent < connections; sent++) {
    lines[sent].socket_fd = connect_to(host, port);
    watch(epoll, lines[sent].socket_fd, (uint32_t)sent);
    join(&lines[sent]);
  }
  struct epoll_event events[256];
  while (joined < phones) {
    int count = epoll_wait(epoll, events, 256, 10000);
    if (count <= 0) {
      fprintf(stderr, "only %zu of %zu phones joined\n", joined, phones);
      return 1;
    }
    for (int k = 0; k < count; k++) {
      struct line *line = &lines[events[k].data.u32];
      ssize_t got = read(line->socket_fd, line->response + line->received, RESPONSE_BYTES - 1 - line->received);
      if (got < 0 && errno == EAGAIN) continue;
      if (got <= 0) fail("a connection was closed");
      line->received += (size_t)got;
      line->response[line->received] = 0;
      int status = complete_status(line->response, line->received);
      if (status == 0) continue;
      if (status != 200) {
        fprintf(stderr, "a phone was refused: %.300s\n", line->response);
        return 1;
      }
      keep_cookie(cookies, line->response);
      micros[joined++] = (uint32_t)((now() - line->sent) / 1000);
      if (sent < phones) {
        join(line);
        sent++;
      }
    }
  }
  double seconds = (double)(now() - begun) / 1e9;
  if (fclose(cookies) != 0) fail(argv[6]);
  qsort(micros, joined, sizeof *micros, ascending);
  printf("{\"seconds\":%.3f,\"joined\":%zu,\"p50\":%.2f,\"p95\":%.2f,\"p99\":%.2f}\n", seconds, joined,
         percentile(micros, joined, 50) / 1e3, percentile(micros, joined, 95) / 1e3,
         percentile(micros, joined, 99) / 1e3);
  return 0;
}
