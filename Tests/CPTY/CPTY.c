#define _GNU_SOURCE
#include "CPTY.h"

#include <fcntl.h>
#include <pthread.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

// A child started meanwhile would inherit the terminal's own side and keep it open.
static pthread_mutex_t spawning = PTHREAD_MUTEX_INITIALIZER;

int cpty_spawn(const char *path, char *const arguments[], char *const environment[], int columns, int lines,
               pid_t *child) {
    struct winsize size = {.ws_row = (unsigned short)lines, .ws_col = (unsigned short)columns};
    int descriptor = -1;
    pthread_mutex_lock(&spawning);
    pid_t pid = forkpty(&descriptor, NULL, NULL, &size);
    if (pid == 0) {
        // The threads that run tests block every signal.
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        // Nor are the sockets and files of other tests any of its business.
        close_range(3, ~0U, 0);
        execve(path, arguments, environment);
        _exit(127);
    }
    if (pid > 0) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    pthread_mutex_unlock(&spawning);
    if (pid < 0) return -1;
    *child = pid;
    return descriptor;
}

int cpty_resize(int descriptor, int columns, int lines) {
    struct winsize size = {.ws_row = (unsigned short)lines, .ws_col = (unsigned short)columns};
    return ioctl(descriptor, TIOCSWINSZ, &size);
}
