import Domain
import JSON

/// A share, with what it is of. Below five there is no share, only the numbers.
public struct RatioFigure: Codable, Sendable, Equatable {
    /// Fewer than this many say nothing.
    public static let smallest = 5

    /// 0…1; null where `insufficient_data`.
    public var value: Double?
    public var numerator: Int
    /// What `numerator` is a part of.
    public var n: Int
    public var insufficientData: Bool
    public var asOf: Instant

    init(_ numerator: Int, of n: Int, asOf: Instant) {
        insufficientData = n < Self.smallest
        value = insufficientData ? nil : Double(numerator) / Double(n)
        self.numerator = numerator
        self.n = n
        self.asOf = asOf
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        // Not left out where there is none: null says that it is known not to be known.
        try container.encode(value, forKey: .value)
        try container.encode(numerator, forKey: .numerator)
        try container.encode(n, forKey: .n)
        try container.encode(insufficientData, forKey: .insufficientData)
        try container.encode(asOf, forKey: .asOf)
    }
}
