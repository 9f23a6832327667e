/// A vacancy.
public enum Job {
    public typealias ID = Identifier<Job>

    public enum Status: String, Sendable, Codable, CaseIterable {
        case draft, open
        case onHold = "on_hold"
        case filled, closed, cancelled
    }

    /// schema.org `JobPosting.employmentType`.
    public enum EmploymentType: String, Sendable, Codable, CaseIterable {
        case fullTime = "FULL_TIME"
        case partTime = "PART_TIME"
        case contractor = "CONTRACTOR"
        case temporary = "TEMPORARY"
        case intern = "INTERN"
        case volunteer = "VOLUNTEER"
        case perDiem = "PER_DIEM"
        case other = "OTHER"
    }

    public enum Workplace: String, Sendable, Codable, CaseIterable {
        case onSite = "on_site"
        case hybrid, remote
    }
}

/// The span of time that a salary is paid for (schema.org `QuantitativeValue.unitText`).
public enum SalaryUnit: String, Sendable, Codable, CaseIterable {
    case hour = "HOUR"
    case day = "DAY"
    case week = "WEEK"
    case month = "MONTH"
    case year = "YEAR"
}
