// The limit of serving one page with libmicrohttpd: the same bytes and headers for every request, no question asked.
//
//   page_limit PORT BODY_FILE HEADERS_FILE
//
// HEADERS_FILE holds one "Name: value" a line.
#include "client.h"

#include <microhttpd.h>

static struct MHD_Response *page;
static int seen;

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *upload, size_t *upload_size, void **held) {
  (void)context, (void)url, (void)method, (void)version, (void)upload, (void)upload_size;
  // Answering in the first call would close the connection after each request.
  if (*held == NULL) return *held = &seen, MHD_YES;
  return MHD_queue_response(connection, MHD_HTTP_OK, page);
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: page_limit PORT BODY_FILE HEADERS_FILE\n");
    return 2;
  }
  static char body[1 << 20];
  FILE *file = fopen(argv[2], "r");
  if (file == NULL) fail(argv[2]);
  size_t size = fread(body, 1, sizeof body, file), count;
  fclose(file);
  page = MHD_create_response_from_buffer(size, body, MHD_RESPMEM_PERSISTENT);
  char **headers = read_lines(argv[3], &count);
  for (size_t i = 0; i < count; i++) {
    char *colon = strchr(headers[i], ':');
    if (colon == NULL) continue;
    *colon = 0;
    if (MHD_add_response_header(page, headers[i], colon + 2) != MHD_YES) fail(headers[i]);
  }
  raise_open_files();
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, NULL, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
      MHD_OPTION_THREAD_POOL_SIZE, (unsigned)sysconf(_SC_NPROCESSORS_ONLN), MHD_OPTION_CONNECTION_LIMIT, 4096u,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)8192, MHD_OPTION_END);
  if (daemon == NULL) fail("MHD_start_daemon");
  pause();
  return 0;
}
