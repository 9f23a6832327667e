import Domain
import JSON
import Storage

/// What must hold between the fields of a job.
enum JobRules {
    /// Everything that is wrong with the job by itself.
    static func check(_ job: JobView) throws {
        var errors: [FieldError] = []
        if let error = job.baseSalary?.problem(field: "base_salary") { errors.append(error) }
        if let posted = job.datePosted, let until = job.validThrough, until < posted {
            errors.append(
                error(
                    "valid_through", "out_of_range", en: "must not be before date_posted",
                    fr: "ne doit pas précéder date_posted"))
        }
        if let fee = job.fee {
            let most: Double = fee.type == .percent ? 100 : 1e12
            if let value = fee.value, !(value >= 0 && value <= most) {
                errors.append(
                    error(
                        "fee.value", "out_of_range", en: "must be between 0 and \(Int64(most))",
                        fr: "doit être compris entre 0 et \(Int64(most))"))
            }
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    /// Refuses a job that lacks what an advertisement cannot do without.
    static func checkComplete(_ job: JobView) throws {
        var missing: [String] = []
        if job.description.isEmpty, job.publicDescription == nil { missing.append("description") }
        let place = job.location
        let isPlaced = place.city != nil || place.region != nil || place.countryCode != nil
        if !isPlaced, job.workplace != .remote { missing.append("location") }
        guard !missing.isEmpty else { return }
        let names = missing.joined(separator: ", ")
        throw Problem.conflict(
            Phrase(
                en: "A job that is open to applications needs more. Missing: \(names).",
                fr: "Un poste ouvert aux candidatures doit être complet. Il manque : \(names)."),
            members: ["missing": .array(missing.map(JSONValue.string))]
        ).about("job", job.id)
    }

    static func checkConsultant(_ id: Consultant.ID, in call: Call) throws {
        guard
            try call.transaction.exists(
                "SELECT 1 FROM consultant WHERE id = \(id) AND status = 'active' AND deleted_at IS NULL")
        else {
            throw Problem.invalid(
                field: "owner_consultant_id", code: "not_found",
                Phrase(en: "is no active consultant", fr: "n’est pas un consultant actif"))
        }
    }

    /// A job names a contact of its own company.
    static func checkContact(_ id: Contact.ID, of company: Company.ID, in call: Call) throws {
        let isThere = try call.transaction.exists(
            "SELECT 1 FROM contact WHERE id = \(id) AND company_id = \(company) AND deleted_at IS NULL")
        guard isThere else {
            throw Problem.invalid(
                field: "contact_id", code: "not_found",
                Phrase(en: "is no contact of this company", fr: "n’est pas un contact de cette entreprise"))
        }
    }

    /// Which consultant looks after a job and what it costs is for the agency to say.
    static func checkStaffFields(
        _ principal: Principal, owner: Bool, fee: Bool
    ) throws {
        guard !principal.isAdmin else { return }
        var errors: [FieldError] = []
        if owner { errors.append(staffOnly("owner_consultant_id")) }
        if fee { errors.append(staffOnly("fee")) }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    private static func staffOnly(_ field: String) -> FieldError {
        error(
            field, "not_allowed", en: "may only be given by an admin",
            fr: "ne peut être indiqué que par un administrateur")
    }

    static func error(_ field: String, _ code: String, en: String, fr: String) -> FieldError {
        FieldError(field: field, code: code, message: en, parameters: ["french": fr])
    }
}
