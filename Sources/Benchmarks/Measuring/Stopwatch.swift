import Glibc

/// Reads clocks, in nanoseconds.
enum Stopwatch {
    /// Time that goes on by itself.
    static var wall: UInt64 { read(CLOCK_MONOTONIC) }
    /// What all threads of this process have spent on a processor.
    static var processor: UInt64 { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// How long `body` takes.
    static func time(_ body: () throws -> Void) rethrows -> UInt64 {
        let start = wall
        try body()
        return wall - start
    }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
