// Gives the terminal back when the process dies, from inside a signal handler: nothing here but write, tcsetattr,
// signal and raise. The state is static, a copy a file that imports it: only NcursesGuard.swift may call these.
#ifndef RECRUTEMENTPLUS_CNCURSES_GUARD_H
#define RECRUTEMENTPLUS_CNCURSES_GUARD_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct {
    int tty;
    int armed;
    int error_stream;
    int pipe;
    int terminate_seen;
    struct termios saved;
    char leave[256];
    size_t leave_length;
    char message[640];
    size_t message_length;
    void *stack;
} rp_guard = {.tty = -1, .error_stream = -1, .pipe = -1};

static inline void rp_guard_write(int descriptor, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written <= 0) {
            if (written < 0 && errno == EINTR) continue;
            return;
        }
        bytes += written;
        length -= (size_t)written;
    }
}

static inline void rp_guard_restore(void) {
    if (!rp_guard.armed) return;
    rp_guard.armed = 0;
    rp_guard_write(rp_guard.tty, rp_guard.leave, rp_guard.leave_length);
    tcsetattr(rp_guard.tty, TCSANOW, &rp_guard.saved);
}

static inline void rp_guard_die(int signal_number) {
    int was_armed = rp_guard.armed;
    rp_guard_restore();
    if (was_armed) {
        int stream = rp_guard.error_stream >= 0 ? rp_guard.error_stream : 2;
        rp_guard_write(stream, rp_guard.message, rp_guard.message_length);
    }
    signal(signal_number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal_number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    raise(signal_number);
}

// One byte a signal into the self-pipe; the screen's thread does the rest. A second request to end, while the first
// is not answered, ends the process here.
static inline void rp_guard_notify(int signal_number) {
    int saved_errno = errno;
    if (signal_number == SIGTERM || signal_number == SIGHUP || signal_number == SIGINT) {
        if (rp_guard.terminate_seen++ > 0) {
            rp_guard.message_length = 0;
            rp_guard_die(signal_number);
        }
    }
    unsigned char byte = (unsigned char)signal_number;
    ssize_t ignored = write(rp_guard.pipe, &byte, 1);
    (void)ignored;
    errno = saved_errno;
}

static inline void rp_guard_handle(int signal_number, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigfillset(&action.sa_mask);
    action.sa_flags = flags;
    sigaction(signal_number, &action, NULL);
}

// Where the terminal is and what it was like, before anything changes it.
static inline int rp_guard_save(int tty) {
    rp_guard.tty = tty;
    return tcgetattr(tty, &rp_guard.saved);
}

static inline void rp_guard_arm(const char *leave, size_t length) {
    if (length > sizeof rp_guard.leave) length = sizeof rp_guard.leave;
    memcpy(rp_guard.leave, leave, length);
    rp_guard.leave_length = length;
    rp_guard.armed = 1;
}

static inline void rp_guard_disarm(void) { rp_guard.armed = 0; }

static inline void rp_guard_crash_message(const char *text, size_t length, int error_stream) {
    if (length > sizeof rp_guard.message) length = sizeof rp_guard.message;
    memcpy(rp_guard.message, text, length);
    rp_guard.message_length = length;
    rp_guard.error_stream = error_stream;
}

// After newterm, which installs handlers of its own.
static inline void rp_guard_install(int pipe) {
    rp_guard.pipe = pipe;
    rp_guard.terminate_seen = 0;
    if (!rp_guard.stack) {
        stack_t stack;
        memset(&stack, 0, sizeof stack);
        stack.ss_size = 64 * 1024;
        stack.ss_sp = rp_guard.stack = malloc(stack.ss_size);
        if (stack.ss_sp) sigaltstack(&stack, NULL);
    }
    static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
    for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++)
        rp_guard_handle(crashes[index], rp_guard_die, SA_ONSTACK | SA_NODEFER);
    static const int notices[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
    for (size_t index = 0; index < sizeof notices / sizeof *notices; index++)
        rp_guard_handle(notices[index], rp_guard_notify, SA_RESTART);
    // Whoever started the program may have blocked them, and a mask is inherited.
    sigset_t wanted;
    sigemptyset(&wanted);
    for (size_t index = 0; index < sizeof notices / sizeof *notices; index++) sigaddset(&wanted, notices[index]);
    pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
}

static inline void rp_guard_uninstall(void) {
    static const int all[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE,
                              SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
    for (size_t index = 0; index < sizeof all / sizeof *all; index++) signal(all[index], SIG_DFL);
}

// Stops the process as Ctrl-Z does and returns when it is continued.
static inline void rp_guard_stop(void) {
    signal(SIGTSTP, SIG_DFL);
    sigset_t set, old;
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &set, &old);
    kill(0, SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    rp_guard_handle(SIGTSTP, rp_guard_notify, SA_RESTART);
}

static inline int rp_window_size(int tty, int *wide, int *high) {
    struct winsize size;
    if (ioctl(tty, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
    *wide = size.ws_col;
    *high = size.ws_row;
    return 0;
}

#endif
