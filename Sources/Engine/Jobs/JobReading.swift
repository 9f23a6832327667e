import Domain
import Storage

/// Reads jobs as the caller may see them.
enum JobReading {
    static let thing = Phrase(en: "job", fr: "poste")

    /// Left joins, so that the job is always the table that orders and bounds the work.
    static let joins: SQL = """
        LEFT JOIN company c ON c.id = j.company_id
        LEFT JOIN consultant k ON k.id = j.owner_consultant_id LEFT JOIN user_account o ON o.id = k.user_id
        """

    static let source: SQL = "job j \(joins)"

    /// In the order in which `read` takes them. The count of applications is one look-up by key a row of the page.
    static let columns: SQL = """
        j.id, j.title, j.description, j.status, j.employment_type, j.workplace, j.company_id, c.name,
        j.city, j.region, j.country_code, j.postal_code, j.salary_min, j.salary_max, j.salary_currency, j.salary_unit,
        j.experience_months, j.education_level, j.date_posted, j.valid_through, j.salary_public, j.public_description,
        j.created_at, j.updated_at, j.version, j.contact_id, j.owner_consultant_id, o.first_name, o.last_name,
        j.requisition_id, j.openings, j.openings_filled, j.opened_at, j.closed_at, j.close_reason, j.confidential,
        j.fee_type, j.fee_value,
        (SELECT SUM(a.n) FROM application_count a WHERE a.scope_id = j.id
        AND a.status IN ('sourced', 'applied', 'screening', 'submitted', 'interview', 'offer'))
        """

    static func read(_ columns: inout Columns, for principal: Principal) throws -> JobView {
        var job = JobView(
            id: try columns.next(), title: try columns.next(), description: try columns.next(),
            status: try columns.next(), employmentType: try columns.next(), workplace: try columns.next(),
            location: Location(), companyID: try columns.next(), companyName: try columns.next())
        job.location = try StoredLocation.read(&columns)
        let salary = try StoredSalary.read(&columns)
        job.experienceMonths = try columns.next()
        job.educationLevel = try columns.next()
        job.datePosted = try columns.next()
        job.validThrough = try columns.next()
        let salaryPublic: Bool = try columns.next()
        let publicDescription: String? = try columns.next()
        guard JobVisibility.seesInFull(principal, company: job.companyID) else {
            job.description = publicDescription ?? job.description
            job.baseSalary = salaryPublic ? salary : nil
            return job
        }
        job.baseSalary = salary
        job.salaryPublic = salaryPublic
        job.publicDescription = publicDescription
        try readInternal(&columns, into: &job)
        return job
    }

    private static func readInternal(_ columns: inout Columns, into job: inout JobView) throws {
        job.createdAt = try columns.next()
        job.updatedAt = try columns.next()
        job.version = try columns.next()
        job.contactID = try columns.next()
        job.ownerConsultantID = try columns.next()
        let firstName: String? = try columns.next()
        let lastName: String? = try columns.next()
        if let firstName, let lastName { job.ownerName = "\(firstName) \(lastName)" }
        job.requisitionID = try columns.next()
        job.openings = try columns.next()
        job.openingsFilled = try columns.next()
        job.openedAt = try columns.next()
        job.closedAt = try columns.next()
        job.closeReason = try columns.next()
        job.confidential = try columns.next()
        let feeType: String? = try columns.next()
        let feeValue: Double? = try columns.next()
        if let type = feeType.flatMap(JobView.Fee.Kind.init(rawValue:)) {
            job.fee = JobView.Fee(type: type, value: feeValue)
        }
        job.openApplications = try columns.next(Int?.self) ?? 0
    }

    /// The job, or 404 where the caller may not see it.
    static func find(_ id: Job.ID, in call: Call) throws -> JobView {
        let sql: SQL = """
            SELECT \(columns) FROM \(source) WHERE j.id = \(id) AND \(JobVisibility.condition(call.principal))
            """
        guard let job = try call.transaction.first(sql, { try read(&$0, for: call.principal) }) else {
            throw Problem.notFound(thing)
        }
        return job
    }

    /// The job for somebody who wants to change it or look inside: 404 where the caller does not see it, 403 where it
    /// sees it only as the public does.
    static func findInFull(_ id: Job.ID, in call: Call) throws -> JobView {
        let job = try find(id, in: call)
        guard JobVisibility.seesInFull(call.principal, company: job.companyID) else {
            throw Problem.notAllowed(
                Phrase(
                    en: "This job belongs to another company.", fr: "Ce poste appartient à une autre entreprise.")
            ).about("job", id)
        }
        return job
    }
}
