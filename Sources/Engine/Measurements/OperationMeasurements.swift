import Domain
import Synchronization

/// How often each operation was called in this process, how it ended, and how long it took.
final class OperationMeasurements: Sendable {
    struct Entry: Sendable {
        var times = LatencyHistogram()
        /// Answers by their status, beginning with 200.
        var outcomes: [Int: Int] = [:]
    }

    private let entries = Mutex<[String: Entry]>([:])

    func add(_ operation: String, outcome: Int, took duration: Duration) {
        let parts = duration.components
        let nanoseconds = UInt64(max(0, parts.seconds)) &* 1_000_000_000 &+ UInt64(parts.attoseconds / 1_000_000_000)
        entries.withLock { entries in
            entries[operation, default: Entry()].times.add(nanoseconds: nanoseconds)
            entries[operation, default: Entry()].outcomes[outcome, default: 0] += 1
        }
    }

    var snapshot: [String: Entry] { entries.withLock { $0 } }
}
