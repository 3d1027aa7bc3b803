// The system's libedit, and one wrapper for each argument shape of its variadic calls, which Swift cannot make.

#ifndef CLIBEDIT_SHIM_H
#define CLIBEDIT_SHIM_H

#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

typedef unsigned char (*elx_command)(EditLine *, int);

// libedit draws into `sink`; only the terminal modes, the size and the is-it-a-terminal test see the descriptors.
static inline EditLine *elx_init(const char *program, FILE *sink, int input, int output) {
    return el_init_fd(program, stdin, sink, sink, input, output, output);
}

static inline int elx_set_int(EditLine *e, int option, int value) { return el_wset(e, option, value); }

static inline int elx_set_client(EditLine *e, void *client) { return el_wset(e, EL_CLIENTDATA, client); }

static inline void *elx_client(EditLine *e) {
    void *client = NULL;
    el_wget(e, EL_CLIENTDATA, &client);
    return client;
}

static inline int elx_set_reader(EditLine *e, el_rfunc_t reader) { return el_wset(e, EL_GETCFN, reader); }

static inline int elx_set_editor(EditLine *e, const char *name) { return el_set(e, EL_EDITOR, name); }

// The narrow call copies the strings, the wide one keeps the pointers.
static inline int elx_add_command(EditLine *e, const char *name, const char *help, elx_command command) {
    return el_set(e, EL_ADDFN, name, help, command);
}

static inline int elx_bind(EditLine *e, const char *key, const char *command) {
    return el_set(e, EL_BIND, key, command, NULL);
}

static inline int elx_bind_alternate(EditLine *e, const char *key, const char *command) {
    return el_set(e, EL_BIND, "-a", key, command, NULL);
}

// A terminal mode while a line is edited, such as "-isig".
static inline int elx_set_mode(EditLine *e, const char *mode) { return el_set(e, EL_SETTY, "-d", mode, NULL); }

static inline int elx_set_capability(EditLine *e, const char *name, const char *value) {
    return el_set(e, EL_SETTC, name, value, NULL);
}

static inline int elx_refresh(EditLine *e) { return el_wset(e, EL_REFRESH); }

// The names of keys and commands pass through the locale's encoding, so it has to be a wide one.
static inline void elx_use_utf8(void) {
    setlocale(LC_CTYPE, "");
    if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
}

// The environment that a program is started with.
extern char **environ;
static inline char **elx_environment(void) { return environ; }

#endif
