import Domain
import JSON
import Storage

/// What must hold for a candidate beyond its types.
enum CandidateRules {
    /// At most so many of each; enough for any person, and a bound on what one row can cost.
    static let listLimit = 50

    /// Throws 422 with one entry a field.
    static func check(_ view: CandidateView) throws(Problem) {
        let errors = problems(view)
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    static func problems(_ view: CandidateView) -> [FieldError] {
        var errors: [FieldError] = []
        let counts = [
            ("emails", view.emails?.count), ("phones", view.phones?.count), ("profiles", view.profiles?.count),
            ("languages", view.languages?.count), ("tags", view.tags?.count),
            ("desired_employment_types", view.desiredEmploymentTypes?.count),
        ]
        for (field, count) in counts where (count ?? 0) > listLimit {
            errors.append(
                FieldError(
                    field: field, code: "too_long", message: "must have at most \(listLimit) entries",
                    parameters: ["maximum": "\(listLimit)", "french": "\(listLimit) entrées au plus"]))
        }
        if let salary = view.desiredSalary, let min = salary.min, let max = salary.max, min.value > max.value {
            errors.append(
                FieldError(
                    field: "desired_salary.max", code: "out_of_range", message: "must not be below min",
                    parameters: ["french": "ne doit pas être inférieur à min"]))
        }
        if let consent = view.consent, let given = consent.givenAt, let expires = consent.expiresAt, expires <= given {
            errors.append(
                FieldError(
                    field: "consent.expires_at", code: "out_of_range", message: "must be after given_at",
                    parameters: ["french": "doit être postérieur à given_at"]))
        }
        return errors
    }

    /// Throws 422 for a user, a source or a consultant that is not there, and 409 for an account that has a profile.
    static func checkReferences(
        _ view: CandidateView, since before: CandidateView? = nil, in call: Call
    ) throws {
        let transaction = call.transaction
        var errors: [FieldError] = []
        if let source = view.sourceID, source != before?.sourceID,
            try !transaction.exists("SELECT 1 FROM source WHERE id = \(source) AND deleted_at IS NULL")
        {
            errors.append(unknown("source_id"))
        }
        if let owner = view.ownerConsultantID, owner != before?.ownerConsultantID,
            try !transaction.exists("SELECT 1 FROM consultant WHERE id = \(owner) AND deleted_at IS NULL")
        {
            errors.append(unknown("owner_consultant_id"))
        }
        guard let user = view.userID, user != before?.userID else {
            if !errors.isEmpty { throw Problem.invalid(errors) }
            return
        }
        let role: Role? = try transaction.value(
            "SELECT role FROM user_account WHERE id = \(user) AND deleted_at IS NULL")
        if role != .candidate { errors.append(unknown("user_id")) }
        if !errors.isEmpty { throw Problem.invalid(errors) }
        let existing = try transaction.first("SELECT id, deleted_at FROM candidate WHERE user_id = \(user)") {
            columns in
            (id: try columns.next(Candidate.ID.self), deletedAt: try columns.next(Instant?.self))
        }
        if let existing { throw hasProfile(existing.id, isDeleted: existing.deletedAt != nil) }
    }

    private static func unknown(_ field: String) -> FieldError {
        FieldError(
            field: field, code: "not_found", message: "names nothing that exists",
            parameters: ["french": "ne désigne rien d’existant"])
    }

    /// An account has one profile.
    static func hasProfile(_ id: Candidate.ID, isDeleted: Bool) -> Problem {
        let phrase =
            isDeleted
            ? Phrase(
                en: "This account had a profile that was deleted. An administrator can restore it.",
                fr: "Ce compte avait un profil, qui a été supprimé. Un administrateur peut le restaurer.")
            : Phrase(
                en: "This account already has a candidate profile.", fr: "Ce compte a déjà un profil de candidat.")
        return Problem.conflict(phrase, members: ["candidate_id": .string(id.description)]).about("candidate", id)
    }

    /// Fields that a person may not set on its own profile.
    static func reserved(_ fields: [String]) -> Problem {
        let names = fields.joined(separator: ", ")
        return .notAllowed(
            Phrase(
                en: "Only an administrator may set: \(names).",
                fr: "Seul un administrateur peut définir : \(names)."))
    }
}
