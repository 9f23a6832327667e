// A file in memory that stands in for a descriptor while a frame is made.
#ifndef RECRUTEMENTPLUS_CNCURSES_CAPTURE_H
#define RECRUTEMENTPLUS_CNCURSES_CAPTURE_H
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// An empty file in memory, closed on exec; below 0 where the system has none.
static inline int rp_memory_file(void) {
    // MFD_CLOEXEC, whose header shows it only to GNU sources.
    return (int)syscall(SYS_memfd_create, "frame", 1u);
}

// Makes `descriptor` mean what `other` means, closed on exec; below 0 where that fails.
static inline int rp_redirect(int other, int descriptor) {
    if (dup2(other, descriptor) < 0) return -1;
    return fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}
#endif
