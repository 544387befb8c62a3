#pragma once

#include <microhttpd.h>

// glibc shows this only under _GNU_SOURCE, which Swift's own module of glibc does not define. Without it, a converter
// started between accept and fcntl would inherit the connection and hold it open.
extern int accept4(int listener, struct sockaddr *address, socklen_t *length, int flags);

// Swift cannot call variadic functions, so each call of libmicrohttpd's that takes "..." has its fixed form here.

struct mhd_start_settings {
  unsigned int threads;
  unsigned int connection_limit;
  size_t connection_memory;
  unsigned int inactivity_seconds;
  // NULL without TLS; both are copied by GnuTLS while starting.
  const char *key_pem;
  const char *certificate_pem;
};

// Starts a daemon without a listening socket: connections are handed to it by MHD_add_connection.
static inline struct MHD_Daemon *mhd_start(
    const struct mhd_start_settings *settings, MHD_AccessHandlerCallback handler,
    MHD_RequestCompletedCallback completed, MHD_NotifyConnectionCallback connection_changed,
    void *(*request_line)(void *context, const char *uri, struct MHD_Connection *connection), void *context) {
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_TURBO | MHD_ALLOW_SUSPEND_RESUME |
                       MHD_USE_NO_LISTEN_SOCKET;
  struct MHD_OptionItem pool[] = {{MHD_OPTION_THREAD_POOL_SIZE, settings->threads, NULL},
                                  {MHD_OPTION_END, 0, NULL}};
  struct MHD_OptionItem tls[] = {{MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)settings->key_pem},
                                 {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)settings->certificate_pem},
                                 {MHD_OPTION_END, 0, NULL}};
  struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
  if (settings->key_pem != NULL)
    flags |= MHD_USE_TLS;
  // A pool of one thread is refused by libmicrohttpd: it then runs its only thread itself.
  return MHD_start_daemon(
      flags, 0, NULL, NULL, handler, context,
      MHD_OPTION_ARRAY, settings->threads > 1 ? pool : none,
      MHD_OPTION_ARRAY, settings->key_pem != NULL ? tls : none,
      MHD_OPTION_CONNECTION_LIMIT, settings->connection_limit,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->connection_memory,
      MHD_OPTION_CONNECTION_TIMEOUT, settings->inactivity_seconds,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_NOTIFY_COMPLETED, completed, context,
      MHD_OPTION_NOTIFY_CONNECTION, connection_changed, context,
      MHD_OPTION_URI_LOG_CALLBACK, request_line, context,
      MHD_OPTION_END);
}

// -1 where libmicrohttpd does not know.
static inline int mhd_descriptor(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}

static inline const struct sockaddr *mhd_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info == NULL ? NULL : info->client_addr;
}

static inline void *mhd_socket_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == NULL ? NULL : info->socket_context;
}

// Bytes from the method's first to the blank line's last.
static inline size_t mhd_header_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info == NULL ? 0 : info->header_size;
}

// A stream of unknown length: MHD_SIZE_UNKNOWN is a macro that Swift does not see.
static inline struct MHD_Response *mhd_stream_response(
    size_t block_size, MHD_ContentReaderCallback reader, void *context, MHD_ContentReaderFreeCallback release) {
  return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, block_size, reader, context, release);
}
