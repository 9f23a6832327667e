/// How long something took, many times over, in constant memory: eight buckets a power of two of nanoseconds, so that a
/// percentile is at most an eighth too high.
struct LatencyHistogram: Sendable {
    private static let steps: UInt64 = 8
    private var counts = [UInt32](repeating: 0, count: 64 * Int(steps))
    private(set) var count: UInt64 = 0
    private(set) var total: UInt64 = 0
    private(set) var longest: UInt64 = 0

    mutating func add(nanoseconds: UInt64) {
        counts[Self.bucket(nanoseconds)] &+= 1
        count += 1
        total &+= nanoseconds
        longest = max(longest, nanoseconds)
    }

    /// The time that so many of a hundred did not exceed, in nanoseconds; `nil` where nothing was measured.
    func percentile(_ share: Double) -> UInt64? {
        guard count > 0 else { return nil }
        let wanted = max(1, UInt64((Double(count) * share / 100).rounded(.up)))
        var seen: UInt64 = 0
        for (bucket, number) in counts.enumerated() {
            seen += UInt64(number)
            if seen >= wanted { return min(Self.upperBound(bucket), longest) }
        }
        return longest
    }

    private static func bucket(_ value: UInt64) -> Int {
        guard value >= steps else { return Int(value) }
        let power = UInt64(63 - value.leadingZeroBitCount)
        let step = value >> (power - 3) & (steps - 1)
        return Int((power - 2) * steps + step)
    }

    /// The largest value that falls into the bucket.
    private static func upperBound(_ bucket: Int) -> UInt64 {
        let bucket = UInt64(bucket)
        guard bucket >= steps else { return bucket }
        let power = bucket / steps + 2
        let step = bucket % steps
        return (1 << power) + ((step + 1) << (power - 3)) - 1
    }
}
