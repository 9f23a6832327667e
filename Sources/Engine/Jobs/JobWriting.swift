import Domain
import Storage

/// Writes jobs. A `JobView` that holds every field is the record.
enum JobWriting {
    /// A new job. Its requisition is made from its number where it has none.
    static func insert(_ job: JobView, in call: Call) throws {
        let number = try RowNumbers.next("job", in: call.transaction)
        let requisition = try job.requisitionID ?? freeRequisition(number, in: call)
        try call.transaction.execute(
            """
            INSERT INTO job (id, created_at, updated_at, created_by, version, row_seq, row_no, company_id, contact_id,
            owner_consultant_id, requisition_id, title, title_folded, description, public_description, status,
            employment_type, workplace, city, region, country_code, postal_code, salary_min, salary_max,
            salary_currency, salary_unit, salary_public, experience_months, education_level, openings, openings_filled,
            date_posted, valid_through, opened_at, closed_at, close_reason, confidential, fee_type, fee_value)
            VALUES (\(job.id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()),
            \(number), \(job.companyID), \(job.contactID), \(job.ownerConsultantID), \(requisition), \(job.title),
            \(Folding.key(job.title)), \(job.description), \(job.publicDescription), \(job.status),
            \(job.employmentType), \(job.workplace), \(job.location.city), \(job.location.region),
            \(job.location.countryCode), \(job.location.postalCode), \(job.baseSalary?.min), \(job.baseSalary?.max),
            \(job.baseSalary?.currency), \(job.baseSalary?.unit.rawValue), \(job.salaryPublic ?? false),
            \(job.experienceMonths), \(job.educationLevel), \(job.openings ?? 1), \(job.openingsFilled ?? 0),
            \(job.datePosted), \(job.validThrough), \(job.openedAt), \(job.closedAt), \(job.closeReason),
            \(job.confidential ?? false), \(job.fee?.type.rawValue), \(job.fee?.value))
            """)
        try JobStatusHistory.write(job.id, from: nil, to: job.status, in: call)
        try JobSearchDocument.refresh(job.id, in: call)
    }

    /// All fields of a job that is there; a status that changed is written in its history.
    static func update(_ job: JobView, from before: JobView, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE job SET updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence()),
            contact_id = \(job.contactID), owner_consultant_id = \(job.ownerConsultantID),
            requisition_id = \(job.requisitionID), title = \(job.title), title_folded = \(Folding.key(job.title)),
            description = \(job.description), public_description = \(job.publicDescription), status = \(job.status),
            employment_type = \(job.employmentType), workplace = \(job.workplace), city = \(job.location.city),
            region = \(job.location.region), country_code = \(job.location.countryCode),
            postal_code = \(job.location.postalCode), salary_min = \(job.baseSalary?.min),
            salary_max = \(job.baseSalary?.max), salary_currency = \(job.baseSalary?.currency),
            salary_unit = \(job.baseSalary?.unit.rawValue), salary_public = \(job.salaryPublic ?? false),
            experience_months = \(job.experienceMonths), education_level = \(job.educationLevel),
            openings = \(job.openings ?? 1), date_posted = \(job.datePosted), valid_through = \(job.validThrough),
            opened_at = \(job.openedAt), closed_at = \(job.closedAt), close_reason = \(job.closeReason),
            confidential = \(job.confidential ?? false), fee_type = \(job.fee?.type.rawValue),
            fee_value = \(job.fee?.value) WHERE id = \(job.id)
            """)
        if job.status != before.status {
            try JobStatusHistory.write(job.id, from: before.status, to: job.status, in: call)
        }
        try JobSearchDocument.refresh(job.id, in: call)
    }

    /// The day on which a job that was advertised elsewhere was posted there.
    static func setDatePosted(_ date: CalendarDate, of job: Job.ID, in call: Call) throws {
        try call.transaction.execute("UPDATE job SET date_posted = \(date) WHERE id = \(job)")
    }

    /// Refuses a requisition that another job has, deleted ones included, since the name must stay that job's.
    static func checkRequisition(_ requisition: String, in call: Call) throws {
        guard try call.transaction.exists("SELECT 1 FROM job WHERE requisition_id = \(requisition)") else { return }
        throw Problem.conflict(
            Phrase(
                en: "Another job has the requisition \(requisition).",
                fr: "Un autre poste porte déjà la référence \(requisition)."))
    }

    /// `R-000123` for job 123, with a letter behind it where somebody has given that name already.
    private static func freeRequisition(_ number: Int64, in call: Call) throws -> String {
        let digits = String(number)
        let base = "R-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        for suffix in ["", "-A", "-B", "-C", "-D"] {
            let name = base + suffix
            if try !call.transaction.exists("SELECT 1 FROM job WHERE requisition_id = \(name)") { return name }
        }
        return base + "-" + call.newID(Job.self).description
    }
}
