import Domain
import JSON

/// A span of pay: minor units (cents) of an ISO 4217 currency for each unit of time.
public struct SalaryRange: Codable, Sendable, Equatable {
    public var min: MinorUnits?
    public var max: MinorUnits?
    public var currency: CurrencyCode
    public var unit: SalaryUnit

    public init(
        min: MinorUnits? = nil, max: MinorUnits? = nil,
        currency: CurrencyCode, unit: SalaryUnit
    ) {
        self.min = min
        self.max = max
        self.currency = currency
        self.unit = unit
    }

    /// What is wrong with the span, if anything.
    public func problem(field: String) -> FieldError? {
        guard let min, let max, min.value > max.value else { return nil }
        return FieldError(
            field: "\(field).max", code: "out_of_range", message: "must not be below min",
            parameters: ["french": "ne doit pas être inférieur à min"])
    }
}

/// What a candidate wants to earn; `period` as the contract calls it.
public struct DesiredSalary: Codable, Sendable, Equatable {
    public var min: MinorUnits?
    public var max: MinorUnits?
    public var currency: CurrencyCode
    public var period: SalaryUnit

    public init(
        min: MinorUnits? = nil, max: MinorUnits? = nil,
        currency: CurrencyCode, period: SalaryUnit
    ) {
        self.min = min
        self.max = max
        self.currency = currency
        self.period = period
    }
}
