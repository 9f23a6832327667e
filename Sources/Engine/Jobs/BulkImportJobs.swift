import Domain
import JSON
import Storage

/// Imports up to 1,000 jobs. A row whose requisition is there already is matched and not changed; one without a
/// requisition, where the very same row was brought in before. With `create_companies` a company that is named and not
/// on file is made, as a prospect.
public struct BulkImportJobs: RouteOperation {
    public static let contract = Contract(
        "jobs.bulkImport", .post, "/jobs/bulk-import", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Bulk import jobs", fr: "Importer des offres d’emploi"), isContract: false)

    public var rows: ImportRows<JobImportRow>
    public var dryRun: Bool?
    public var mode: ImportMode
    public var createCompanies: Bool?
    public var idempotencyKey: Text<200>?

    public init(
        rows: ImportRows<JobImportRow>, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        createCompanies: Bool? = nil, idempotencyKey: Text<200>? = nil
    ) {
        self.rows = rows
        self.dryRun = dryRun
        self.mode = mode
        self.createCompanies = createCompanies
        self.idempotencyKey = idempotencyKey
    }

    public func perform(in call: Call) throws -> ImportResult {
        try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.isKept(mode) }, { try importRows(in: call) })
    }

    private func importRows(in call: Call) throws -> ImportResult {
        try BulkImport(targetType: "job", dryRun: dryRun ?? false, mode: mode)
            .run(rows, in: call) {
                { row in try row.handle(makesCompanies: createCompanies ?? false, in: call) }
            }
    }
}

/// One job of an import. The company is named by its identifier, its registration number or its name.
public struct JobImportRow: Codable, Sendable {
    public enum Status: String, Codable, Sendable, CaseIterable { case draft, open }

    public var companyID: Company.ID?
    public var companyRegistrationNo: Text<60>?
    public var companyName: Text<200>?
    public var ownerConsultantID: Consultant.ID?
    public var requisitionID: Text<60>?
    public var title: Text<200>
    public var description: Text<50_000>?
    public var publicDescription: Text<50_000>?
    public var employmentType: Job.EmploymentType?
    public var workplace: Job.Workplace?
    public var location: Location?
    public var baseSalary: SalaryRange?
    public var salaryPublic: Bool?
    public var experienceMonths: Bounded<0, 1_200>?
    public var educationLevel: Text<80>?
    public var openings: Bounded<1, 10_000>?
    /// When it was advertised elsewhere; without one it is the day on which it is opened here.
    public var datePosted: CalendarDate?
    public var validThrough: CalendarDate?
    public var confidential: Bool?
    public var fee: JobView.Fee?
    /// Names of skills that the job requires; at most 50.
    public var skills: [Text<120>]?
    /// `draft` unless said otherwise; an `open` one must be fit to be published.
    public var status: Status?

    func handle(makesCompanies: Bool, in call: Call) throws -> ImportOutcome {
        if let requisitionID,
            let id: Job.ID = try call.transaction.value(
                "SELECT id FROM job WHERE requisition_id = \(requisitionID) AND deleted_at IS NULL")
        {
            return .matched(id.cast())
        }
        let digest = requisitionID == nil ? SHA256.hash(try JSONText.encode(self)) : nil
        if let digest, let made = try ImportedRow.find(digest, in: "job", call.transaction) { return .matched(made) }
        guard (skills?.count ?? 0) <= 50 else {
            throw Problem.invalid(
                field: "skills", code: "too_long",
                Phrase(en: "must be at most 50 skills", fr: "50 compétences au plus"))
        }
        let id = try creation(company: company(makesCompanies, in: call)).create(in: call)
        for name in skills ?? [] { try addSkill(name, to: id, in: call) }
        if status == .open { _ = try PublishJob(jobID: id).perform(in: call) }
        if let datePosted { try JobWriting.setDatePosted(datePosted, of: id, in: call) }
        if let digest { try ImportedRow.keep(digest, as: id.cast(), of: "job", call.transaction) }
        return .created(id.cast())
    }

    private func creation(company: Company.ID) -> CreateJob {
        CreateJob(
            companyID: company, ownerConsultantID: ownerConsultantID, requisitionID: requisitionID, title: title,
            description: description, publicDescription: publicDescription, employmentType: employmentType,
            workplace: workplace, location: location, baseSalary: baseSalary, salaryPublic: salaryPublic,
            experienceMonths: experienceMonths, educationLevel: educationLevel, openings: openings,
            validThrough: validThrough, confidential: confidential, fee: fee)
    }

    /// A skill that the row names twice is asked for once.
    private func addSkill(_ name: Text<120>, to job: Job.ID, in call: Call) throws {
        let skill = try SkillNames.findOrCreate(name, in: call)
        let isThere = try call.transaction.exists(
            "SELECT 1 FROM skill_requirement WHERE job_id = \(job) AND skill_id = \(skill) AND deleted_at IS NULL")
        if !isThere { _ = try AddSkillRequirement(jobID: job, skillID: skill).add(in: call) }
    }

    private func company(_ makesCompanies: Bool, in call: Call) throws -> Company.ID {
        try CompanyNaming(id: companyID, registrationNo: companyRegistrationNo, name: companyName)
            .find(makes: makesCompanies, in: call)
    }
}
