// A disk whose sync takes longer, for LD_PRELOAD: sleeps SLOW_SYNC_MICROSECONDS in every fsync and fdatasync.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int slowly(const char *name, int descriptor) {
  const char *text = getenv("SLOW_SYNC_MICROSECONDS");
  usleep(text == NULL ? 0 : (useconds_t)atoi(text));
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  return real == NULL ? -1 : real(descriptor);
}

int fsync(int descriptor) { return slowly("fsync", descriptor); }

int fdatasync(int descriptor) { return slowly("fdatasync", descriptor); }
