import Domain
import Engine

/// What a section shows that is read only once somebody opens it: kept for one record, and read again after a change.
struct OnDemand<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var read: (key: Key, answer: Result<Value, Problem>)?
    private var awaited: Key?
    private var isStale = false

    /// Whether it has to be read for that record now; from then on it is awaited.
    mutating func begins(for key: Key) -> Bool {
        guard awaited != key, isStale || read?.key != key else { return false }
        awaited = key
        isStale = false
        return true
    }

    mutating func take(_ answer: Result<Value, Problem>, for key: Key) {
        if awaited == key { awaited = nil }
        read = (key, answer)
    }

    /// What was read for that record, or why it could not be; nil until then.
    func answer(for key: Key) -> Result<Value, Problem>? { read?.key == key ? read?.answer : nil }

    /// Reads again when it is shown next; until then what is there stays.
    mutating func reload() {
        awaited = nil
        isStale = true
    }
}
