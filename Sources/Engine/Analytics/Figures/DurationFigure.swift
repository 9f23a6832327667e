import Domain
import JSON

/// How long something took, in days. Exact: every event was looked at.
public struct DurationFigure: Codable, Sendable, Equatable {
    /// Null where nothing happened. Of an even number the mean of the middle two.
    public var medianDays: Double?
    /// What nine in ten did not take longer than (nearest rank).
    public var p90Days: Double?
    public var meanDays: Double?
    public var n: Int
    public var asOf: Instant

    init(milliseconds: [Int64], asOf: Instant) {
        let sorted = milliseconds.sorted()
        n = sorted.count
        self.asOf = asOf
        guard !sorted.isEmpty else { return }
        let middle = sorted.count / 2
        let median =
            sorted.count % 2 == 1 ? Double(sorted[middle]) : (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
        medianDays = Self.days(median)
        p90Days = Self.days(Double(sorted[(sorted.count * 9 + 9) / 10 - 1]))
        meanDays = Self.days(Double(sorted.reduce(0, +)) / Double(sorted.count))
    }

    static func days(_ milliseconds: Double) -> Double { milliseconds / 86_400_000 }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(medianDays, forKey: .medianDays)
        try container.encode(p90Days, forKey: .p90Days)
        try container.encode(meanDays, forKey: .meanDays)
        try container.encode(n, forKey: .n)
        try container.encode(asOf, forKey: .asOf)
    }
}

/// How long something took on average, in days, of so many that none is looked at one by one.
public struct MeanFigure: Codable, Sendable, Equatable {
    /// Null where there is none.
    public var meanDays: Double?
    public var n: Int
    public var asOf: Instant

    init(milliseconds: Int64, n: Int, asOf: Instant) {
        meanDays = n == 0 ? nil : DurationFigure.days(Double(milliseconds) / Double(n))
        self.n = n
        self.asOf = asOf
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(meanDays, forKey: .meanDays)
        try container.encode(n, forKey: .n)
        try container.encode(asOf, forKey: .asOf)
    }
}
