// Sends fresh stories over many connections, one request a connection at a time, and tells how each was answered.
//
//   submit_load HOST PORT CONNECTIONS SECONDS PATH COOKIES ACKNOWLEDGED
//
// COOKIES holds a session's cookie a line, taken in turn. The id of every story answered 201 goes into the file
// ACKNOWLEDGED. Requests under way at the end are awaited, so what was sent and what was stored can be compared.
// The first fifth of the time warms up and is left out of the figures. One JSON object goes to standard output.
#include "client.h"

enum { RESPONSE_BYTES = 2048, REQUEST_BYTES = 2048, ID_BYTES = 36 };

struct line {
  int socket_fd;
  uint64_t sent;
  size_t received;
  char id[ID_BYTES + 1];
  char response[RESPONSE_BYTES];
};

static const char *host, *path;
static int port;
static char **cookies;
static size_t cookie_count, next_cookie;

static uint64_t random_state;

static uint64_t random_bits(void) {
  // xorshift64*: the ids need to be fresh, not secret.
  random_state ^= random_state >> 12;
  random_state ^= random_state << 25;
  random_state ^= random_state >> 27;
  return random_state * 2685821657736338717u;
}

static void fresh_id(char *text) {
  uint64_t a = random_bits(), b = random_bits();
  snprintf(text, ID_BYTES + 1, "%08x-%04x-4%03x-%04x-%012llx", (unsigned)(a >> 32), (unsigned)(a >> 16 & 0xFFFF),
           (unsigned)(a & 0xFFF), (unsigned)(0x8000 | (b >> 48 & 0x3FFF)), (unsigned long long)(b & 0xFFFFFFFFFFFF));
}

static const char *const tellers[] = {"ouder", "vrijwilliger", "partner", "beleid", "jongere"};
static const char *const blocks[] = {"visie", "dienstverlening", "personeel", "leiderschap", "communicatie"};

// A story of about 600 bytes, as a duo writes one down.
static int write_story(char *text, size_t room, const char *id) {
  uint64_t pick = random_bits();
  return snprintf(
      text, room,
      "{\"id\":\"%s\",\"step\":\"verhaal\",\"kind\":\"story\",\"language\":\"nl\",\"route\":\"phone\",\"table\":\"%u\","
      "\"teller\":{\"groups\":[\"%s\"],\"consents\":[\"screen\",\"report\"],\"hasGuardianConsent\":false},"
      "\"body\":{\"title\":\"De babybazaar in de wijk %u\",\"whatHappened\":\"Op woensdag kwamen er ouders met hun "
      "kinderen ruilen wat te klein werd. Wie niets had om te ruilen, kreeg een kop koffie en ging toch met een volle "
      "tas naar huis. E\xc3\xa9n moeder kwam de week erna terug om te helpen.\",\"whatHelped\":\"Een vaste dag, een "
      "gezicht dat je kent, en niemand die vraagt waarom je komt.\",\"buildingBlocks\":[\"%s\"],"
      "\"recognisable\":\"niemand\"}}",
      id, (unsigned)(pick % 40), tellers[pick >> 8 & 3], (unsigned)(pick >> 16 & 0xFFFF), blocks[(pick >> 40) % 5]);
}

static void send_story(struct line *line) {
  char story[REQUEST_BYTES], request[REQUEST_BYTES * 2];
  fresh_id(line->id);
  int length = write_story(story, sizeof story, line->id);
  int total = snprintf(request, sizeof request,
                       "POST %s HTTP/1.1\r\nHost: %s:%d\r\nCookie: %s\r\nX-Werkdag: 1\r\n"
                       "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
                       path, host, port, cookies[next_cookie++ % cookie_count], length, story);
  line->received = 0;
  line->sent = now();
  if (write(line->socket_fd, request, (size_t)total) != total) fail("write");
}

int main(int argc, char **argv) {
  if (argc != 8) {
    fprintf(stderr, "usage: submit_load HOST PORT CONNECTIONS SECONDS PATH COOKIES ACKNOWLEDGED\n");
    return 2;
  }
  host = argv[1], port = atoi(argv[2]), path = argv[5];
  size_t connections = strtoul(argv[3], NULL, 10);
  double seconds = atof(argv[4]);
  cookies = read_lines(argv[6], &cookie_count);
  FILE *acknowledged = fopen(argv[7], "w");
  if (acknowledged == NULL) fail(argv[7]);
  raise_open_files();
  random_state = now() | 1;

  struct line *lines = calloc(connections, sizeof *lines);
  int epoll = epoll_create1(0);
  for (uint32_t i = 0; i < connections; i++) {
    lines[i].socket_fd = connect_to(host, port);
    watch(epoll, lines[i].socket_fd, i);
  }
  size_t room = 1 << 20, counted = 0, created = 0, limited = 0, other = 0, under_way = 0;
  uint32_t *micros = malloc(room * sizeof *micros);
  uint64_t begun = now(), warm = begun + (uint64_t)(seconds * 0.2e9), end = begun + (uint64_t)(seconds * 1e9);
  for (; under_way < connections; under_way++) send_story(&lines[under_way]);
  struct epoll_event events[512];
  while (under_way > 0) {
    int count = epoll_wait(epoll, events, 512, 10000);
    if (count <= 0) {
      fprintf(stderr, "%zu requests got no answer in 10 s\n", under_way);
      return 1;
    }
    for (int k = 0; k < count; k++) {
      struct line *line = &lines[events[k].data.u32];
      ssize_t got = read(line->socket_fd, line->response + line->received, RESPONSE_BYTES - line->received);
      if (got <= 0) {
        if (errno == EAGAIN && got < 0) continue;
        fail("a connection was closed");
      }
      line->received += (size_t)got;
      int status = complete_status(line->response, line->received);
      if (status == 0) continue;
      uint64_t arrived = now();
      if (status == 201) {
        created++;
        fprintf(acknowledged, "%s\n", line->id);
        if (arrived >= warm && arrived < end) {
          if (counted == room) micros = realloc(micros, (room *= 2) * sizeof *micros);
          micros[counted++] = (uint32_t)((arrived - line->sent) / 1000);
        }
      } else if (status == 429) {
        limited++;
      } else if (other++ == 0) {
        fprintf(stderr, "%.*s\n", (int)line->received, line->response);
      }
      if (arrived < end)
        send_story(line);
      else
        under_way--;
    }
  }
  if (fclose(acknowledged) != 0) fail(argv[7]);
  qsort(micros, counted, sizeof *micros, ascending);
  printf("{\"perSecond\":%.0f,\"created\":%zu,\"tooMany\":%zu,\"other\":%zu,\"p50\":%.2f,\"p95\":%.2f,\"p99\":%.2f,"
         "\"max\":%.2f}\n",
         (double)counted / (seconds * 0.8), created, limited, other, percentile(micros, counted, 50) / 1e3,
         percentile(micros, counted, 95) / 1e3, percentile(micros, counted, 99) / 1e3,
         counted > 0 ? micros[counted - 1] / 1e3 : 0.0);
  return 0;
}
