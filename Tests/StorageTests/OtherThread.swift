import Dispatch
import Synchronization

/// Runs something on another thread and waits for it.
struct OtherThread {
    /// What it threw.
    let failure: (any Error)?

    init(_ body: @escaping @Sendable () throws -> Void) {
        let thrown = Box()
        let done = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            do {
                try body()
            } catch {
                thrown.error.withLock { $0 = error }
            }
            done.signal()
        }
        done.wait()
        failure = thrown.error.withLock { $0 }
    }

    private final class Box: Sendable {
        let error = Mutex<(any Error)?>(nil)
    }
}
