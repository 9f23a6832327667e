import Domain

/// Estimates a salary from observations: medians of ever narrower groups (all, country, level, title and their
/// meetings), each pulled towards the wider one the less it rests on. In logarithms, since pay is a matter of shares.
public struct SalaryModel: Sendable {
    private struct Group: Sendable {
        var center: Double
        var count: Int
    }

    private let groups: [String: Group]
    private let residuals: [String: [Double]]
    private let all: Double
    private let count: Int

    /// Observations that a group needs to weigh as much as the wider one.
    private static let prior = 4.0

    public init(_ observations: [SalaryObservation]) {
        let usable = observations.filter { $0.amount > 0 }
        count = usable.count
        let logs = usable.map { Self.logarithm($0.amount) }
        all = Self.quantile(logs.sorted(), 0.5)
        var groups: [String: Group] = [:]
        var estimates = Array(repeating: all, count: usable.count)
        for level in Self.levels {
            var members: [String: [Int]] = [:]
            for (index, observation) in usable.enumerated() {
                if let key = level(observation) { members[key, default: []].append(index) }
            }
            for (key, indexes) in members {
                let center = Self.quantile(indexes.map { logs[$0] - estimates[$0] }.sorted(), 0.5)
                groups[key] = Group(center: center, count: indexes.count)
            }
            for (index, observation) in usable.enumerated() {
                if let key = level(observation), let group = groups[key] { estimates[index] += Self.pulled(group) }
            }
        }
        var residuals: [String: [Double]] = [:]
        for (index, observation) in usable.enumerated() {
            for key in Self.levels.compactMap({ $0(observation) }) + [""] {
                residuals[key, default: []].append(logs[index] - estimates[index])
            }
        }
        self.groups = groups
        self.residuals = residuals.mapValues { $0.sorted() }
    }

    /// The estimate for what is known of a position; `nil` where fewer than `least` observations share its title.
    public func estimate(_ wanted: SalaryObservation, least: Int = 5) -> SalaryEstimate? {
        let titleKey = Self.key("t", wanted.title)
        let n = residuals[titleKey]?.count ?? 0
        guard n >= least else { return nil }
        var center = all
        var spread = residuals[""] ?? []
        for level in Self.levels {
            guard let key = level(wanted), let group = groups[key] else { continue }
            center += Self.pulled(group)
            if let own = residuals[key], own.count >= 20 { spread = own }
        }
        return SalaryEstimate(
            n: n, p25: Self.power(center + Self.quantile(spread, 0.25)),
            median: Self.power(center + Self.quantile(spread, 0.5)),
            p75: Self.power(center + Self.quantile(spread, 0.75)))
    }

    private static func pulled(_ group: Group) -> Double {
        group.center * Double(group.count) / (Double(group.count) + prior)
    }

    private static func key(_ name: String, _ parts: String...) -> String {
        name + ":" + parts.map { Folding.key($0) }.joined(separator: "|")
    }

    private static let levels: [@Sendable (SalaryObservation) -> String?] = [
        { $0.country.map { key("c", $0) } },
        { $0.level.map { key("l", $0) } },
        { $0.employmentType.map { key("e", $0) } },
        { key("t", $0.title) },
        { observation in observation.country.map { key("tc", observation.title, $0) } },
        { observation in observation.level.map { key("tl", observation.title, $0) } },
        { observation in
            guard let country = observation.country, let level = observation.level else { return nil }
            return key("cl", country, level)
        },
        { observation in
            guard let country = observation.country, let level = observation.level else { return nil }
            return key("tcl", observation.title, country, level)
        },
    ]

    /// Linear between the two nearest values; 0 for none.
    static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        guard let last = sorted.last else { return 0 }
        let place = share * Double(sorted.count - 1)
        let low = Int(place)
        guard low + 1 < sorted.count else { return last }
        return sorted[low] + (sorted[low + 1] - sorted[low]) * (place - Double(low))
    }
}
