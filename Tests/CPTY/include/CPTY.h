// A program on a pseudo-terminal of its own, for tests: Swift code must not run between fork and exec.

#ifndef CPTY_H
#define CPTY_H

#include <sys/types.h>

// Starts `path` with null-terminated arguments and environment; stores its process id. Returns the descriptor of the
// terminal's other side, or -1.
int cpty_spawn(const char *path, char *const arguments[], char *const environment[], int columns, int lines,
               pid_t *child);

// Changes the size, which sends SIGWINCH.
int cpty_resize(int descriptor, int columns, int lines);

#endif
