// libcurl, loaded on first use: linking it in would add its two dozen libraries to every start.
//
// The constants (CURLOPT_URL, CURLE_OK …) come from the real headers; the functions are called through pointers
// that ccurl_load() finds. Swift cannot call the variadic setters, so there is one wrapper for each shape.
#ifndef CCURL_H
#define CCURL_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

typedef size_t (*ccurl_data_callback)(char *data, size_t size, size_t count, void *context);
/// Called each time a request is about to be written to a connection; anything but 0 ends the transfer.
typedef int (*ccurl_request_callback)(void *context, char *peer, char *own, int peer_port, int own_port);

/// Loads the library once. Returns 1 if it is there, 0 if not; safe to call from any thread.
int ccurl_load(void);
/// `libcurl/7.88.1 …`, or an empty string before a successful load.
const char *ccurl_version(void);

CURL *ccurl_easy_init(void);
void ccurl_easy_reset(CURL *easy);
void ccurl_easy_cleanup(CURL *easy);
CURLcode ccurl_easy_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_easy_set_offset(CURL *easy, CURLoption option, curl_off_t value);
CURLcode ccurl_easy_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_easy_set_pointer(CURL *easy, CURLoption option, const void *value);
CURLcode ccurl_easy_set_callback(CURL *easy, CURLoption option, ccurl_data_callback value);
CURLcode ccurl_easy_set_request_callback(CURL *easy, CURLoption option, ccurl_request_callback value);
CURLcode ccurl_easy_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode ccurl_easy_get_pointer(CURL *easy, CURLINFO info, void **value);
const char *ccurl_easy_error(CURLcode code);

struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *text);
void ccurl_list_free(struct curl_slist *list);

CURLM *ccurl_multi_init(void);
CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(CURLM *multi, int *running);
CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds);
CURLMcode ccurl_multi_wakeup(CURLM *multi);
CURLMcode ccurl_multi_cleanup(CURLM *multi);
/// The next transfer that has ended and how; NULL when there is none.
CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result);

#endif
