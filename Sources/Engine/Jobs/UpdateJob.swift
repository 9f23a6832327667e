import Domain
import JSON
import Storage

/// Changes some fields of a job. `status` takes an open job off and on hold, or cancels one that is still going on;
/// publishing and closing are operations of their own.
public struct UpdateJob: RouteOperation {
    public static let contract = Contract(
        "jobs.update", .put, "/jobs/{job_id}", access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Update job", fr: "Modifier une offre d’emploi"))

    public enum TargetStatus: String, Codable, Sendable, CaseIterable {
        case open
        case onHold = "on_hold"
        case cancelled

        var status: Job.Status {
            switch self {
            case .open: .open
            case .onHold: .onHold
            case .cancelled: .cancelled
            }
        }
    }

    public var jobID: Job.ID
    public var expectedVersion: Int?
    public var status: TargetStatus?
    /// Why the job was cancelled, or other words for why it was closed.
    public var closeReason: Patch<Text<500>>
    /// Whom to ask at the company: one of its contacts.
    public var contactID: Patch<Contact.ID>
    /// Admins only.
    public var ownerConsultantID: Patch<Consultant.ID>
    public var requisitionID: Text<60>?
    public var title: Text<200>?
    public var description: Patch<Text<50_000>>
    public var publicDescription: Patch<Text<50_000>>
    public var employmentType: Job.EmploymentType?
    public var workplace: Job.Workplace?
    public var location: Patch<Location>
    public var baseSalary: Patch<SalaryRange>
    public var salaryPublic: Bool?
    public var experienceMonths: Patch<Bounded<0, 1_200>>
    public var educationLevel: Patch<Text<80>>
    public var openings: Bounded<1, 10_000>?
    public var validThrough: Patch<CalendarDate>
    public var confidential: Bool?
    /// Admins only.
    public var fee: Patch<JobView.Fee>

    public init(
        jobID: Job.ID, expectedVersion: Int? = nil, status: TargetStatus? = nil,
        closeReason: Patch<Text<500>> = .keep, contactID: Patch<Contact.ID> = .keep,
        ownerConsultantID: Patch<Consultant.ID> = .keep, requisitionID: Text<60>? = nil, title: Text<200>? = nil,
        description: Patch<Text<50_000>> = .keep,
        publicDescription: Patch<Text<50_000>> = .keep, employmentType: Job.EmploymentType? = nil,
        workplace: Job.Workplace? = nil, location: Patch<Location> = .keep, baseSalary: Patch<SalaryRange> = .keep,
        salaryPublic: Bool? = nil, experienceMonths: Patch<Bounded<0, 1_200>> = .keep,
        educationLevel: Patch<Text<80>> = .keep, openings: Bounded<1, 10_000>? = nil,
        validThrough: Patch<CalendarDate> = .keep, confidential: Bool? = nil, fee: Patch<JobView.Fee> = .keep
    ) {
        self.jobID = jobID
        self.expectedVersion = expectedVersion
        self.status = status
        self.closeReason = closeReason
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
        try JobRules.checkStaffFields(
            call.principal, owner: ownerConsultantID != .keep, fee: fee != .keep)
        if case .set(let salary) = baseSalary, let error = salary.problem(field: "base_salary") {
            throw Problem.invalid([error])
        }
        if case .set(let owner) = ownerConsultantID { try JobRules.checkConsultant(owner, in: call) }
        let before = try JobReading.findInFull(jobID, in: call)
        let after = applied(to: before)
        try JobRules.check(after)
        if let contact = after.contactID, contact != before.contactID {
            try JobRules.checkContact(contact, of: before.companyID, in: call)
        }
        try StaleVersion.check(expectedVersion, current: before.version, "job", jobID)
        let job = try withStatus(after, from: before, now: call.now)
        try checkState(job, from: before, in: call)
        let answer = try JobChange.write(job, from: before, in: call)
        if job.ownerConsultantID != before.ownerConsultantID {
            try ApplicationCounts.reassign(job: jobID, to: job.ownerConsultantID, in: call)
        }
        if job.title != before.title { try ApplicationSearchDocument.refresh(job: jobID, in: call.transaction) }
        return answer
    }

    private func applied(to before: JobView) -> JobView {
        var job = before
        job.title = title?.value ?? job.title
        job.requisitionID = requisitionID?.value ?? job.requisitionID
        job.employmentType = employmentType ?? job.employmentType
        job.workplace = workplace ?? job.workplace
        job.salaryPublic = salaryPublic ?? job.salaryPublic
        job.openings = openings?.value ?? job.openings
        job.confidential = confidential ?? job.confidential
        job.contactID = contactID.applied(to: job.contactID)
        job.ownerConsultantID = ownerConsultantID.applied(to: job.ownerConsultantID)
        job.description = description.applied(to: Text(job.description))?.value ?? ""
        job.publicDescription = publicDescription.applied(to: job.publicDescription.flatMap { Text($0) })?.value
        job.location = location.applied(to: job.location) ?? Location()
        job.baseSalary = baseSalary.applied(to: job.baseSalary)
        job.experienceMonths = experienceMonths.applied(to: job.experienceMonths.flatMap { Bounded($0) })?.value
        job.educationLevel = educationLevel.applied(to: job.educationLevel.flatMap { Text($0) })?.value
        job.validThrough = validThrough.applied(to: job.validThrough)
        job.closeReason = closeReason.applied(to: job.closeReason.flatMap { Text($0) })?.value
        job.fee = fee.applied(to: job.fee)
        return job
    }

    private func withStatus(_ job: JobView, from before: JobView, now: Instant) throws -> JobView {
        guard let target = status?.status, target != before.status else { return job }
        if let step = JobPath.step(to: target) { try JobPath.check(step, from: before.status) }
        var job = job
        job.status = target
        if target == .cancelled { job.closedAt = now }
        return job
    }

    /// What the job's state, or another job, does not allow.
    private func checkState(_ job: JobView, from before: JobView, in call: Call) throws {
        if let requisition = job.requisitionID, requisition != before.requisitionID {
            try JobWriting.checkRequisition(requisition, in: call)
        }
        if let openings = job.openings, let filled = job.openingsFilled, openings < filled {
            throw Problem.conflict(
                Phrase(
                    en: "\(filled) openings are filled already; there cannot be fewer.",
                    fr: "\(filled) postes sont déjà pourvus ; il ne peut pas y en avoir moins.")
            ).about("job", jobID)
        }
        if job.status == .open { try JobRules.checkComplete(job) }
    }
}
