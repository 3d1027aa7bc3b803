#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>

// Every function used, named once: declared as a pointer here and found by name in load().
#define FUNCTIONS(use) \
    use(curl_global_init) use(curl_version) \
    use(curl_easy_init) use(curl_easy_reset) use(curl_easy_cleanup) use(curl_easy_setopt) \
    use(curl_easy_getinfo) use(curl_easy_strerror) \
    use(curl_slist_append) use(curl_slist_free_all) \
    use(curl_multi_init) use(curl_multi_add_handle) use(curl_multi_remove_handle) use(curl_multi_perform) \
    use(curl_multi_poll) use(curl_multi_wakeup) use(curl_multi_cleanup) use(curl_multi_info_read)

#define DECLARE(name) static __typeof__(&name) p_##name;
FUNCTIONS(DECLARE)

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int loaded = 0;

static void load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
#define FIND(name) p_##name = (__typeof__(p_##name))dlsym(library, #name); if (!p_##name) return;
    FUNCTIONS(FIND)
    loaded = p_curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

int ccurl_load(void) {
    pthread_once(&once, load);
    return loaded;
}

const char *ccurl_version(void) { return loaded ? p_curl_version() : ""; }

CURL *ccurl_easy_init(void) { return p_curl_easy_init(); }
void ccurl_easy_reset(CURL *easy) { p_curl_easy_reset(easy); }
void ccurl_easy_cleanup(CURL *easy) { p_curl_easy_cleanup(easy); }
CURLcode ccurl_easy_set_long(CURL *e, CURLoption o, long v) { return p_curl_easy_setopt(e, o, v); }
CURLcode ccurl_easy_set_offset(CURL *e, CURLoption o, curl_off_t v) { return p_curl_easy_setopt(e, o, v); }
CURLcode ccurl_easy_set_text(CURL *e, CURLoption o, const char *v) { return p_curl_easy_setopt(e, o, v); }
CURLcode ccurl_easy_set_pointer(CURL *e, CURLoption o, const void *v) { return p_curl_easy_setopt(e, o, v); }
CURLcode ccurl_easy_set_callback(CURL *e, CURLoption o, ccurl_data_callback v) { return p_curl_easy_setopt(e, o, v); }
CURLcode ccurl_easy_set_request_callback(CURL *e, CURLoption o, ccurl_request_callback v) {
    return p_curl_easy_setopt(e, o, v);
}
CURLcode ccurl_easy_get_long(CURL *e, CURLINFO i, long *v) { return p_curl_easy_getinfo(e, i, v); }
CURLcode ccurl_easy_get_pointer(CURL *e, CURLINFO i, void **v) { return p_curl_easy_getinfo(e, i, v); }
const char *ccurl_easy_error(CURLcode code) { return p_curl_easy_strerror(code); }

struct curl_slist *ccurl_list_append(struct curl_slist *l, const char *t) { return p_curl_slist_append(l, t); }
void ccurl_list_free(struct curl_slist *list) { p_curl_slist_free_all(list); }

CURLM *ccurl_multi_init(void) { return p_curl_multi_init(); }
CURLMcode ccurl_multi_add(CURLM *m, CURL *e) { return p_curl_multi_add_handle(m, e); }
CURLMcode ccurl_multi_remove(CURLM *m, CURL *e) { return p_curl_multi_remove_handle(m, e); }
CURLMcode ccurl_multi_perform(CURLM *m, int *running) { return p_curl_multi_perform(m, running); }
CURLMcode ccurl_multi_poll(CURLM *m, int ms) { return p_curl_multi_poll(m, NULL, 0, ms, NULL); }
CURLMcode ccurl_multi_wakeup(CURLM *m) { return p_curl_multi_wakeup(m); }
CURLMcode ccurl_multi_cleanup(CURLM *m) { return p_curl_multi_cleanup(m); }

CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result) {
    int waiting;
    CURLMsg *message;
    while ((message = p_curl_multi_info_read(multi, &waiting))) {
        if (message->msg == CURLMSG_DONE) {
            *result = message->data.result;
            return message->easy_handle;
        }
    }
    return NULL;
}
