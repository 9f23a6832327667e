import Domain
import JSON

/// What must hold for a consultant beyond its types.
enum ConsultantRules {
    /// At most so many specialties, and so many regions.
    static let listLimit = 50

    static func check(specialties: Int?, regions: Int?, commissionPercent: Double?) throws(Problem) {
        var errors: [FieldError] = []
        if specialties ?? 0 > listLimit { errors.append(.tooMany("specialties", listLimit)) }
        if regions ?? 0 > listLimit { errors.append(.tooMany("regions", listLimit)) }
        if let commissionPercent, !(commissionPercent >= 0 && commissionPercent <= 100) {
            errors.append(
                FieldError(
                    "commission_percent", "out_of_range", en: "must be between 0 and 100",
                    fr: "doit être compris entre 0 et 100"))
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }
}
