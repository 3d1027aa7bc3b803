#include "CPTY.h"

#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

int cpty_spawn(const char *path, char *const arguments[], char *const environment[], int columns, int lines,
               pid_t *child) {
    struct winsize size = {.ws_row = (unsigned short)lines, .ws_col = (unsigned short)columns};
    int descriptor = -1;
    pid_t pid = forkpty(&descriptor, NULL, NULL, &size);
    if (pid < 0) return -1;
    if (pid == 0) {
        execve(path, arguments, environment);
        _exit(127);
    }
    *child = pid;
    return descriptor;
}

int cpty_resize(int descriptor, int columns, int lines) {
    struct winsize size = {.ws_row = (unsigned short)lines, .ws_col = (unsigned short)columns};
    return ioctl(descriptor, TIOCSWINSZ, &size);
}
