/// How long something took each time, in nanoseconds.
struct Samples {
    private var values: [UInt64] = []

    var count: Int { values.count }

    mutating func add(_ nanoseconds: UInt64) { values.append(nanoseconds) }

    mutating func add(contentsOf other: Samples) { values += other.values }

    var median: Double { percentile(0.5) }
    var p99: Double { percentile(0.99) }
    var longest: Double { percentile(1) }
    var sum: Double { values.reduce(0) { $0 + Double($1) } }
    var mean: Double { values.isEmpty ? 0 : sum / Double(values.count) }

    /// The least value that is not below `share` of all of them (nearest rank).
    func percentile(_ share: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let rank = Int((share * Double(values.count)).rounded(.up))
        return Double(values.sorted()[min(max(rank, 1), values.count) - 1])
    }
}
