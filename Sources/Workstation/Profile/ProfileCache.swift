/// The profiles shown last, so that going back and forth over a list reads each once.
struct ProfileCache: Sendable {
    static let capacity = 50

    private var records: [Profile.Key: ProfileRecord] = [:]
    /// The keys, the one used longest ago first.
    private var order: [Profile.Key] = []

    /// How often everything was let go: a record read before that may be out of date.
    private(set) var generation = 0

    subscript(key: Profile.Key) -> ProfileRecord? { records[key] }

    /// Keeps a record, and lets the one go that was kept longest ago.
    mutating func keep(_ record: ProfileRecord) {
        if records.updateValue(record, forKey: record.key) == nil { order.append(record.key) }
        if order.count > Self.capacity { records[order.removeFirst()] = nil }
    }

    mutating func clear() {
        records = [:]
        order = []
        generation += 1
    }
}
