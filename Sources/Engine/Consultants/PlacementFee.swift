import Domain
import Storage

/// What the client owes for a placement: the job's fee, or where the job has none the company's percentage, of a year of
/// the salary that was accepted.
struct PlacementFee {
    /// Minor units.
    let amount: Int64
    let currency: String

    /// How often a unit of pay comes in a year of 52 weeks of five days of eight hours.
    static func unitsAYear(_ unit: SalaryUnit) -> Double {
        switch unit {
        case .year: 1
        case .month: 12
        case .week: 52
        case .day: 260
        case .hour: 2_080
        }
    }

    /// Over `source`, in the order in which `read` takes them.
    static let columns: SQL = """
        j.fee_type, j.fee_value, c.default_fee_percent, o.salary, o.currency, o.salary_unit
        """

    /// Placements `p` with their job, their company and the offer that was accepted last, where there is one.
    static let source: SQL = """
        placement p JOIN job j ON j.id = p.job_id JOIN company c ON c.id = p.company_id
        LEFT JOIN offer o ON o.id = (SELECT accepted.id FROM offer accepted
        WHERE accepted.application_id = p.application_id AND accepted.status = 'accepted'
        AND accepted.deleted_at IS NULL ORDER BY accepted.revision DESC LIMIT 1)
        """

    /// `nil` where no fee was agreed, or no offer was accepted.
    static func read(_ columns: inout Columns) throws -> PlacementFee? {
        let type: String? = try columns.next()
        let value: Double? = try columns.next()
        let companyPercent: Double? = try columns.next()
        let salary: Int64? = try columns.next()
        let currency: String? = try columns.next()
        let unit: SalaryUnit? = try columns.next()
        guard let salary, let currency, let unit else { return nil }
        if type == JobView.Fee.Kind.fixed.rawValue, let value {
            return PlacementFee(amount: Int64(value.rounded()), currency: currency)
        }
        guard let percent = type == JobView.Fee.Kind.percent.rawValue ? value ?? companyPercent : companyPercent
        else { return nil }
        let fee = Double(salary) * unitsAYear(unit) * percent / 100
        guard fee < 9e15 else { return nil }
        return PlacementFee(amount: Int64(fee.rounded()), currency: currency)
    }
}
