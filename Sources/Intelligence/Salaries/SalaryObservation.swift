/// One salary that was agreed, asked or paid: what it is known by, and units of one currency a year.
public struct SalaryObservation: Sendable {
    public let title: String
    public let level: String?
    public let country: String?
    public let employmentType: String?
    public let amount: Double

    public init(title: String, level: String?, country: String?, employmentType: String?, amount: Double) {
        self.title = title
        self.level = level
        self.country = country
        self.employmentType = employmentType
        self.amount = amount
    }
}

/// What observations say of a salary.
public struct SalaryEstimate: Sendable, Hashable {
    public let n: Int
    public let p25: Double
    public let median: Double
    public let p75: Double
}
