import Glibc

/// Merges the terminal's input, signals and wake-ups into events. It sleeps in `poll`; it never spins.
final class EventSource {
    /// A signal that the screen itself must answer.
    enum Notice {
        case windowChanged, stopped, continued
    }

    private let tty: Int32
    private let signals: Int32
    private let waker: Waker
    private var decoder: InputDecoder
    private var queued: [Event] = []
    private var isGone = false

    init(tty: Int32, signals: Int32, waker: Waker, settings: InputSettings) {
        self.tty = tty
        self.signals = signals
        self.waker = waker
        decoder = InputDecoder(settings: settings)
    }

    func queue(_ event: Event) { queued.append(event) }

    /// Waits at most `timeout` milliseconds; `.tick` when nothing came.
    func wait(timeout: Int?, answer: (Notice) -> Event?) -> [Event] {
        let end = timeout.map { Self.now + Int64($0) }
        while true {
            if !queued.isEmpty {
                defer { queued = [] }
                return queued
            }
            if isGone { return [.hangup] }
            let now = Self.now
            queued += decoder.expire(at: now)
            if !queued.isEmpty { continue }
            if let end, now >= end { return [.tick] }
            let next = [end, decoder.deadline].compactMap { $0 }.min()
            poll(for: next.map { Int32(clamping: max(0, $0 - now)) } ?? -1, answer)
        }
    }

    private func poll(for milliseconds: Int32, _ answer: (Notice) -> Event?) {
        var descriptors = [tty, signals, waker.readEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard Glibc.poll(&descriptors, 3, milliseconds) > 0 else { return }
        if descriptors[1].revents != 0 { readSignals(answer) }
        if descriptors[2].revents != 0, waker.drain() { queued.append(.wakeup) }
        if descriptors[0].revents != 0 { readInput() }
    }

    private func readInput() {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = read(tty, &bytes, bytes.count)
        if count > 0 {
            queued += decoder.feed(bytes.prefix(count), at: Self.now)
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            isGone = true
        }
    }

    private func readSignals(_ answer: (Notice) -> Event?) {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(signals, &bytes, bytes.count)
        guard count > 0 else { return }
        // Each kind once, however often it came.
        let seen = Set(bytes.prefix(count).map { Int32($0) })
        for signal in [SIGTERM, SIGHUP, SIGINT] where seen.contains(signal) {
            queued.append(.terminate(signal: signal))
        }
        if seen.contains(SIGTSTP) { answer(.stopped).map { queued.append($0) } }
        if seen.contains(SIGCONT), !seen.contains(SIGTSTP) { answer(.continued).map { queued.append($0) } }
        if seen.contains(SIGWINCH) { answer(.windowChanged).map { queued.append($0) } }
    }

    /// Forgets signals that were meant for the program that had the terminal meanwhile.
    func dropInterrupts() {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(signals, &bytes, bytes.count)
        guard count > 0 else { return }
        let seen = Set(bytes.prefix(count).map { Int32($0) })
        for signal in [SIGTERM, SIGHUP] where seen.contains(signal) { queued.append(.terminate(signal: signal)) }
    }

    /// Milliseconds of a clock that only goes forward.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
