import Domain
import Engine

/// Spans of pay as records have them.
extension MoneyWords {
    static func range(_ salary: SalaryRange?, _ language: Language) -> String? {
        guard let salary else { return nil }
        return range(
            salary.min?.value, salary.max?.value, currency: salary.currency.value, unit: salary.unit, language)
    }

    static func range(_ salary: DesiredSalary?, _ language: Language) -> String? {
        guard let salary else { return nil }
        return range(
            salary.min?.value, salary.max?.value, currency: salary.currency.value, unit: salary.period, language)
    }
}
