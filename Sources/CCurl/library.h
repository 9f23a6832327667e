// The functions of libcurl that the program uses, found at run time: whoever names no mail server and no assistant needs
// no libcurl, and pays nothing for it at start. The declarations follow curl/curl.h; the numbers are part of libcurl's
// binary interface, which has not changed since libcurl.so.4 (2006).
#ifndef RECRUTEMENTPLUS_CCURL_LIBRARY_H
#define RECRUTEMENTPLUS_CCURL_LIBRARY_H
#include <dlfcn.h>
#include <stddef.h>
#include <sys/socket.h>

typedef struct CCurlEasy CCurlEasy;
typedef struct CCurlList CCurlList;
/// Takes `size` times `count` bytes in or gives as many out at most; answers how many.
typedef size_t (*CCurlBytes)(char *buffer, size_t size, size_t count, void *context);
/// Called about once a second while a transfer waits; anything but 0 ends it.
typedef int (*CCurlProgress)(void *context, long long, long long, long long, long long);

enum {
    CCURL_GLOBAL_ALL = 3,

    CCURL_OK = 0,
    CCURL_UNSUPPORTED_PROTOCOL = 1,
    CCURL_COULD_NOT_RESOLVE = 6,
    CCURL_COULD_NOT_CONNECT = 7,
    CCURL_WRITE_ERROR = 23,
    CCURL_OUT_OF_MEMORY = 27,
    CCURL_TIMED_OUT = 28,
    CCURL_STOPPED = 42,
    CCURL_LOGIN_DENIED = 67,

    // CURLOPT_…: plain numbers from 0, pointers from 10000, functions from 20000, 64-bit numbers from 30000.
    CCURL_OPTION_LOW_SPEED_LIMIT = 19,
    CCURL_OPTION_LOW_SPEED_TIME = 20,
    CCURL_OPTION_SSL_VERSION = 32,
    CCURL_OPTION_NO_PROGRESS = 43,
    CCURL_OPTION_UPLOAD = 46,
    CCURL_OPTION_POST = 47,
    CCURL_OPTION_FOLLOW_LOCATION = 52,
    CCURL_OPTION_VERIFY_PEER = 64,
    CCURL_OPTION_HTTP_GET = 80,
    CCURL_OPTION_VERIFY_HOST = 81,
    CCURL_OPTION_NO_SIGNAL = 99,
    CCURL_OPTION_ANSWER_TIMEOUT = 112,
    CCURL_OPTION_USE_SSL = 119,
    CCURL_OPTION_TIMEOUT_MS = 155,
    CCURL_OPTION_CONNECT_TIMEOUT_MS = 156,
    CCURL_OPTION_PROTOCOLS = 181,
    CCURL_OPTION_WRITE_DATA = 10001,
    CCURL_OPTION_URL = 10002,
    CCURL_OPTION_READ_DATA = 10009,
    CCURL_OPTION_ERROR_BUFFER = 10010,
    CCURL_OPTION_HTTP_HEADERS = 10023,
    CCURL_OPTION_HEADER_DATA = 10029,
    CCURL_OPTION_PROGRESS_DATA = 10057,
    CCURL_OPTION_CA_FILE = 10065,
    CCURL_OPTION_USER_NAME = 10173,
    CCURL_OPTION_PASSWORD = 10174,
    CCURL_OPTION_NO_PROXY = 10177,
    CCURL_OPTION_MAIL_FROM = 10186,
    CCURL_OPTION_MAIL_RECIPIENTS = 10187,
    CCURL_OPTION_LOGIN_OPTIONS = 10224,
    CCURL_OPTION_WRITE_FUNCTION = 20011,
    CCURL_OPTION_READ_FUNCTION = 20012,
    CCURL_OPTION_HEADER_FUNCTION = 20079,
    CCURL_OPTION_PROGRESS_FUNCTION = 20219,
    CCURL_OPTION_UPLOAD_SIZE = 30115,
    CCURL_OPTION_POST_SIZE = 30120,

    CCURL_INFO_RESPONSE_CODE = 0x200002,
    CCURL_INFO_ACTIVE_SOCKET = 0x50002C,

    CCURL_PROTOCOL_HTTP = 1 << 0,
    CCURL_PROTOCOL_HTTPS = 1 << 1,
    CCURL_PROTOCOL_SMTP = 1 << 16,
    CCURL_PROTOCOL_SMTPS = 1 << 17,

    CCURL_USE_SSL_ALL = 3,
    CCURL_SSL_VERSION_TLS12 = 6,
    CCURL_ERROR_SIZE = 256,
};

typedef struct {
    int (*globalInit)(long flags);
    CCurlEasy *(*easyInit)(void);
    void (*easyCleanup)(CCurlEasy *);
    int (*easySetOption)(CCurlEasy *, int option, ...);
    int (*easyPerform)(CCurlEasy *);
    int (*easyGetInfo)(CCurlEasy *, int info, ...);
    const char *(*errorText)(int code);
    CCurlList *(*listAppend)(CCurlList *, const char *text);
    void (*listFree)(CCurlList *);
} CCurlLibrary;

/// Loads libcurl, of whichever TLS library, and fills `library`. Answers nothing, or what could not be loaded.
static inline const char *CCurlLoad(CCurlLibrary *library) {
    void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!handle) handle = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return dlerror();
#define CCURL_FIND(field, symbol)                      \
    *(void **)&library->field = dlsym(handle, symbol); \
    if (!library->field) return "libcurl has no " symbol
    CCURL_FIND(globalInit, "curl_global_init");
    CCURL_FIND(easyInit, "curl_easy_init");
    CCURL_FIND(easyCleanup, "curl_easy_cleanup");
    CCURL_FIND(easySetOption, "curl_easy_setopt");
    CCURL_FIND(easyPerform, "curl_easy_perform");
    CCURL_FIND(easyGetInfo, "curl_easy_getinfo");
    CCURL_FIND(errorText, "curl_easy_strerror");
    CCURL_FIND(listAppend, "curl_slist_append");
    CCURL_FIND(listFree, "curl_slist_free_all");
#undef CCURL_FIND
    return library->globalInit(CCURL_GLOBAL_ALL) == CCURL_OK ? NULL : "libcurl could not be initialised";
}

// Swift calls no function with a variable number of arguments; these are one for each type of option.
static inline int CCurlSetNumber(CCurlLibrary library, CCurlEasy *easy, int option, long value) {
    return library.easySetOption(easy, option, value);
}

/// For the options from 30000; `curl_off_t` is 64 bits everywhere.
static inline int CCurlSetSize(CCurlLibrary library, CCurlEasy *easy, int option, long long value) {
    return library.easySetOption(easy, option, value);
}

static inline int CCurlSetPointer(CCurlLibrary library, CCurlEasy *easy, int option, const void *value) {
    return library.easySetOption(easy, option, value);
}

static inline int CCurlSetFunction(CCurlLibrary library, CCurlEasy *easy, int option, CCurlBytes value) {
    return library.easySetOption(easy, option, value);
}

static inline int CCurlSetProgress(CCurlLibrary library, CCurlEasy *easy, CCurlProgress value) {
    return library.easySetOption(easy, CCURL_OPTION_PROGRESS_FUNCTION, value);
}

/// Hears no more on the connection that the transfer keeps open: what is said goodbye with is sent, and an answer is not
/// waited for.
static inline void CCurlHearNoMore(CCurlLibrary library, CCurlEasy *easy) {
    int connection = -1;
    if (library.easyGetInfo(easy, CCURL_INFO_ACTIVE_SOCKET, &connection) == CCURL_OK && connection >= 0)
        shutdown(connection, SHUT_RD);
}

static inline long CCurlResponseCode(CCurlLibrary library, CCurlEasy *easy) {
    long code = 0;
    return library.easyGetInfo(easy, CCURL_INFO_RESPONSE_CODE, &code) == CCURL_OK ? code : 0;
}
#endif
