// What the load generators share: sockets, time, percentiles and the little of HTTP that our own requests need.
#pragma once

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static inline uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static inline void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static inline void raise_open_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  (void)setrlimit(RLIMIT_NOFILE, &limit);
}

// A connected socket, still blocking so that thousands of connects queue up by themselves.
static inline int connect_to(const char *host, int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  if (inet_pton(AF_INET, host, &address.sin_addr) != 1) fail(host);
  int socket_fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
  if (socket_fd < 0) fail("socket");
  setsockopt(socket_fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (connect(socket_fd, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
  return socket_fd;
}

static inline void watch(int epoll, int socket_fd, uint32_t index) {
  fcntl(socket_fd, F_SETFL, O_NONBLOCK);
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = index};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, socket_fd, &event) != 0) fail("epoll_ctl");
}

static inline int ascending(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
  return a < b ? -1 : a > b;
}

// Sorted values in; the value below which that part of a hundred lies.
static inline double percentile(const uint32_t *sorted, size_t count, double percent) {
  if (count == 0) return 0;
  size_t place = (size_t)((double)count * percent / 100);
  return sorted[place < count ? place : count - 1];
}

// The lines of a file, without their ends; the count goes into *count.
static inline char **read_lines(const char *path, size_t *count) {
  FILE *file = fopen(path, "r");
  if (file == NULL) fail(path);
  size_t room = 1024, used = 0;
  char **lines = malloc(room * sizeof *lines), *line = NULL;
  size_t size = 0;
  ssize_t length;
  while ((length = getline(&line, &size, file)) > 0) {
    line[strcspn(line, "\r\n")] = 0;
    if (used == room) lines = realloc(lines, (room *= 2) * sizeof *lines);
    lines[used++] = strdup(line);
  }
  free(line);
  fclose(file);
  *count = used;
  if (used == 0) fail("an empty file of lines");
  return lines;
}

// The status of a complete response with a Content-Length, 0 while it is not complete.
static inline int complete_status(const char *bytes, size_t size) {
  const char *end = memmem(bytes, size, "\r\n\r\n", 4);
  if (end == NULL) return 0;
  size_t head = (size_t)(end - bytes) + 4, body = 0;
  for (const char *line = bytes; line < end;) {
    if (strncasecmp(line, "content-length:", 15) == 0) body = strtoul(line + 15, NULL, 10);
    const char *next = memmem(line, (size_t)(end - line), "\r\n", 2);
    if (next == NULL) break;
    line = next + 2;
  }
  return size >= head + body ? atoi(bytes + 9) : 0;
}
