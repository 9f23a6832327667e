import Domain
import JSON
import Storage

/// A new job, as a draft that only its company and the agency see.
public struct CreateJob: RouteOperation {
    public static let contract = Contract(
        "jobs.create", .post, "/jobs", access: .roles(employer: .scoped, admin: .yes), effect: .write,
        Phrase(en: "Create job posting", fr: "Créer une offre d’emploi"), success: 201)

    /// An employer's own company is implied; an admin must name one.
    public var companyID: Company.ID?
    /// Whom to ask at the company: one of its contacts.
    public var contactID: Contact.ID?
    /// Without one it is the company's consultant. Admins only.
    public var ownerConsultantID: Consultant.ID?
    /// Unique; made from the job's number where it is absent.
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
    public var validThrough: CalendarDate?
    public var confidential: Bool?
    /// Admins only.
    public var fee: JobView.Fee?

    public init(
        companyID: Company.ID? = nil, contactID: Contact.ID? = nil, ownerConsultantID: Consultant.ID? = nil,
        requisitionID: Text<60>? = nil, title: Text<200>, description: Text<50_000>? = nil,
        publicDescription: Text<50_000>? = nil,
        employmentType: Job.EmploymentType? = nil, workplace: Job.Workplace? = nil, location: Location? = nil,
        baseSalary: SalaryRange? = nil, salaryPublic: Bool? = nil, experienceMonths: Bounded<0, 1_200>? = nil,
        educationLevel: Text<80>? = nil, openings: Bounded<1, 10_000>? = nil, validThrough: CalendarDate? = nil,
        confidential: Bool? = nil, fee: JobView.Fee? = nil
    ) {
        self.companyID = companyID
        self.contactID = contactID
        self.ownerConsultantID = ownerConsultantID
        self.requisitionID = requisitionID
        self.title = title
        self.description = description
        self.publicDescription = publicDescription
        self.employmentType = employmentType
        self.workplace = workplace
        self.location = location
        self.baseSalary = baseSalary
        self.salaryPublic = salaryPublic
        self.experienceMonths = experienceMonths
        self.educationLevel = educationLevel
        self.openings = openings
        self.validThrough = validThrough
        self.confidential = confidential
        self.fee = fee
    }

    public func perform(in call: Call) throws -> JobView {
        let id = try create(in: call)
        let job = try JobReading.find(id, in: call)
        call.note("job", id, after: try JSONValue(encoding: job))
        return job
    }

    /// Makes the row and answers its identifier; the import uses it too.
    func create(in call: Call) throws -> Job.ID {
        var job = JobView(
            id: call.newID(), title: title.value, description: description?.value ?? "", status: .draft,
            employmentType: employmentType ?? .fullTime, workplace: workplace ?? .onSite,
            location: location ?? Location(), companyID: try company(call.principal), companyName: "")
        job.baseSalary = baseSalary
        job.validThrough = validThrough
        job.fee = fee
        try JobRules.check(job)
        try JobRules.checkStaffFields(call.principal, owner: ownerConsultantID != nil, fee: fee != nil)
        job.ownerConsultantID = try checkedOwner(of: job.companyID, in: call)
        if let contactID { try JobRules.checkContact(contactID, of: job.companyID, in: call) }
        job.contactID = contactID
        if let requisitionID { try JobWriting.checkRequisition(requisitionID.value, in: call) }
        job.requisitionID = requisitionID?.value
        job.publicDescription = publicDescription?.value
        job.salaryPublic = salaryPublic
        job.experienceMonths = experienceMonths?.value
        job.educationLevel = educationLevel?.value
        job.openings = openings?.value
        job.confidential = confidential
        try JobWriting.insert(job, in: call)
        return job.id
    }

    private func company(_ principal: Principal) throws -> Company.ID {
        guard principal.role == .employer else {
            guard let companyID else {
                throw Problem.invalid(
                    field: "company_id", code: "required",
                    Phrase(en: "is required: name the company that hires", fr: "ce champ est obligatoire"))
            }
            return companyID
        }
        guard let own = principal.companyID else {
            throw Problem.notAllowed(
                Phrase(
                    en: "Your account is not linked to a company yet; an admin does that.",
                    fr: "Votre compte n’est pas encore rattaché à une entreprise ; un administrateur s’en charge."))
        }
        guard companyID == nil || companyID == own else {
            throw Problem.invalid(
                field: "company_id", code: "not_allowed",
                Phrase(en: "must be your own company", fr: "doit être votre propre entreprise"))
        }
        return own
    }

    /// The consultant that looks after the job; refuses a company that is not there or is blacklisted.
    private func checkedOwner(of company: Company.ID, in call: Call) throws -> Consultant.ID? {
        let found = try call.transaction.first(
            "SELECT status, owner_consultant_id FROM company WHERE id = \(company) AND deleted_at IS NULL"
        ) { columns in (status: try columns.next(Company.Status.self), owner: try columns.next(Consultant.ID?.self)) }
        guard let found else {
            throw Problem.invalid(
                field: "company_id", code: "not_found", Phrase(en: "is no company", fr: "cette entreprise n’existe pas")
            )
        }
        if let ownerConsultantID { try JobRules.checkConsultant(ownerConsultantID, in: call) }
        guard found.status != .blacklisted else {
            throw Problem.conflict(
                Phrase(
                    en: "The company is blacklisted; it gets no new job.",
                    fr: "L’entreprise est sur liste noire ; aucun nouveau poste n’est possible."))
        }
        return ownerConsultantID ?? found.owner
    }
}
