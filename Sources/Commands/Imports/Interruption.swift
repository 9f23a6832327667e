import Glibc
import Synchronization

/// Whether the person asked long work to stop by Ctrl-C. It then stops at the next safe place instead of dying.
enum Interruption {
    private static let isAsked = Atomic(false)

    /// Runs `body` with Ctrl-C as a request. A second Ctrl-C ends the program at once.
    static func watching<Result>(_ body: () throws -> Result) rethrows -> Result {
        isAsked.store(false, ordering: .relaxed)
        let previous = signal(SIGINT) { _ in
            if Interruption.isAsked.exchange(true, ordering: .relaxed) { _exit(130) }
        }
        defer { signal(SIGINT, previous) }
        return try body()
    }

    static var isRequested: Bool { isAsked.load(ordering: .relaxed) }
}
