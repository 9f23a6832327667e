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

    /// `nil` where no fee was agreed, or no offer was accepted.
    static func of(_ application: Application.ID, in transaction: any Transaction) throws -> PlacementFee? {
        let found = try transaction.first(
            """
            SELECT j.fee_type, j.fee_value, c.default_fee_percent, o.salary, o.currency, o.salary_unit
            FROM application a JOIN job j ON j.id = a.job_id JOIN company c ON c.id = a.company_id
            JOIN offer o ON o.application_id = a.id AND o.status = 'accepted' AND o.deleted_at IS NULL
            WHERE a.id = \(application) ORDER BY o.revision DESC LIMIT 1
            """
        ) { columns -> PlacementFee? in
            let type: String? = try columns.next()
            let value: Double? = try columns.next()
            let companyPercent: Double? = try columns.next()
            let salary = Double(try columns.next(Int64.self))
            let currency: String = try columns.next()
            let unit: SalaryUnit = try columns.next()
            if type == JobView.Fee.Kind.fixed.rawValue, let value {
                return PlacementFee(amount: Int64(value.rounded()), currency: currency)
            }
            guard let percent = type == JobView.Fee.Kind.percent.rawValue ? value ?? companyPercent : companyPercent
            else { return nil }
            let fee = salary * unitsAYear(unit) * percent / 100
            guard fee < 9e15 else { return nil }
            return PlacementFee(amount: Int64(fee.rounded()), currency: currency)
        }
        return found ?? nil
    }
}
