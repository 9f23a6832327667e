import ArgumentParser

/// What `rplus export` takes out, and the list that it is read from, so that everybody gets what they may see.
enum ExportSubject: String, ExpressibleByArgument, CaseIterable, Sendable {
    case candidates, jobs, applications, companies, contacts, skills, users

    /// The operation that lists it. Contacts are listed company by company.
    var operation: String {
        switch self {
        case .contacts: "companies.list"
        case .candidates, .jobs, .applications, .companies, .skills, .users: "\(rawValue).list"
        }
    }

    /// The columns of a format: where records may hold lists of objects, experience and education have a place.
    func columns(in format: ExportFormat) -> [String] {
        self == .candidates && format.isNested ? columns + ["experience", "education"] : columns
    }

    /// The columns in order, named so that `rplus import` knows them without a mapping.
    var columns: [String] {
        switch self {
        case .candidates: Self.candidateColumns
        case .jobs: Self.jobColumns
        case .applications:
            [
                "candidate_email", "candidate_id", "requisition_id", "job_id", "job_title", "status", "applied_at",
                "source", "reason", "cover_letter", "rating", "external_id",
            ]
        case .companies:
            [
                "name", "registration_no", "industry", "size_band", "website", "description", "status",
                "default_fee_percent",
            ] + Self.location + ["external_id"]
        case .contacts:
            [
                "company", "company_registration_no", "first_name", "last_name", "title", "emails", "phones",
                "is_primary", "is_billing", "can_email", "left_company", "external_id",
            ]
        case .skills: ["name", "aliases", "category", "kind", "esco_uri", "onet_code"]
        case .users:
            ["email", "first_name", "last_name", "role", "status", "company", "phone", "locale", "timezone"]
        }
    }

    private static let location = [
        "location.city", "location.region", "location.postal_code", "location.country_code",
    ]

    private static let candidateColumns =
        [
            "first_name", "last_name", "emails", "phones", "headline", "summary", "current_title", "current_company",
            "skills", "languages", "tags", "source", "available_from", "notice_days", "desired_salary.min",
            "desired_salary.max", "desired_salary.currency", "desired_salary.period", "desired_employment_types",
            "remote_preference", "willing_to_relocate", "work_authorization", "can_email", "consent.basis",
            "consent.given_at", "consent.expires_at", "status", "linkedin", "github", "website",
        ] + location + ["external_id"]

    private static let jobColumns =
        [
            "title", "company", "description", "public_description", "employment_type", "workplace", "base_salary.min",
            "base_salary.max", "base_salary.currency", "base_salary.unit", "status", "requisition_id", "date_posted",
            "valid_through", "experience_months", "education_level", "openings", "confidential", "salary_public",
            "skills",
        ] + location
}
