import Domain
import JSON
import Storage

/// What the placements of a period are worth: their offer was accepted in it, and the hire stands.
public struct RevenueFigures: Codable, Sendable, Equatable {
    /// The fees in one currency.
    public struct Sum: Codable, Sendable, Equatable {
        public var currency: String
        /// Minor units.
        public var amount: Int64
        /// How many placements `amount` is made of.
        public var n: Int
    }

    /// One a currency, in the order of their codes; amounts in different currencies are never added up.
    public var sums: [Sum]
    /// Placements for which no fee was agreed, or whose salary is not known.
    public var uncounted: Int
    /// All placements.
    public var n: Int
    public var asOf: Instant

    init(_ fees: [PlacementFee?], asOf: Instant) {
        let known = Dictionary(grouping: fees.compactMap(\.self), by: \.currency)
        sums = known.sorted { $0.key < $1.key }.map { currency, fees in
            Sum(currency: currency, amount: fees.reduce(0) { $0 + $1.amount }, n: fees.count)
        }
        n = fees.count
        uncounted = fees.count { $0 == nil }
        self.asOf = asOf
    }
}

extension Analysis {
    func revenue() throws -> RevenueFigures {
        let conditions = placementConditions().allOf()
        return RevenueFigures(
            try transaction.all("SELECT \(PlacementFee.columns) FROM \(PlacementFee.source) WHERE \(conditions)") {
                try PlacementFee.read(&$0)
            }, asOf: asOf)
    }
}
