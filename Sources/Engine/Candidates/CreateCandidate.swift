import Domain
import JSON
import Storage

/// Makes a candidate. A person with the role `candidate` makes its own profile, once: it becomes the profile of its
/// account, its address is the account's unless another is given, and making it is consenting.
///
/// An admin is told (409) which candidate already has one of the addresses. A person is not: the answer would say that
/// somebody is on file. The doubles that this leaves are found and merged by `candidates.merge`.
public struct CreateCandidate: RouteOperation {
    public static let contract = Contract(
        "candidates.create", .post, "/candidates", access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Create candidate profile", fr: "Créer le profil d’un candidat"), success: 201)

    public var firstName: Text<120>
    public var lastName: Text<120>
    public var headline: Text<200>?
    public var summary: Text<10_000>?
    public var emails: [LabelledEmail]?
    public var phones: [LabelledPhone]?
    public var location: Location?
    public var profiles: [NetworkProfile]?
    public var languages: [SpokenLanguage]?
    public var currentTitle: Text<200>?
    public var currentCompany: Text<200>?
    public var workAuthorization: Text<200>?
    public var availableFrom: PartialDate?
    public var noticeDays: Bounded<0, 730>?
    public var desiredSalary: DesiredSalary?
    public var desiredEmploymentTypes: [Job.EmploymentType]?
    public var remotePreference: Job.Workplace?
    public var willingToRelocate: Bool?
    public var status: Candidate.Status?
    public var canEmail: Bool?
    /// For admins only, as what follows: a person's own consent is taken for given when it makes its profile.
    public var consent: CandidateView.Consent?
    public var userID: User.ID?
    public var sourceID: Source.ID?
    public var ownerConsultantID: Consultant.ID?
    public var tags: [Text<60>]?
    public var retentionUntil: Instant?

    public init(
        firstName: Text<120>, lastName: Text<120>, headline: Text<200>? = nil, summary: Text<10_000>? = nil,
        emails: [LabelledEmail]? = nil, phones: [LabelledPhone]? = nil, location: Location? = nil,
        profiles: [NetworkProfile]? = nil, languages: [SpokenLanguage]? = nil, currentTitle: Text<200>? = nil,
        currentCompany: Text<200>? = nil, workAuthorization: Text<200>? = nil, availableFrom: PartialDate? = nil,
        noticeDays: Bounded<0, 730>? = nil, desiredSalary: DesiredSalary? = nil,
        desiredEmploymentTypes: [Job.EmploymentType]? = nil, remotePreference: Job.Workplace? = nil,
        willingToRelocate: Bool? = nil, status: Candidate.Status? = nil, canEmail: Bool? = nil,
        consent: CandidateView.Consent? = nil, userID: User.ID? = nil, sourceID: Source.ID? = nil,
        ownerConsultantID: Consultant.ID? = nil, tags: [Text<60>]? = nil, retentionUntil: Instant? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.headline = headline
        self.summary = summary
        self.emails = emails
        self.phones = phones
        self.location = location
        self.profiles = profiles
        self.languages = languages
        self.currentTitle = currentTitle
        self.currentCompany = currentCompany
        self.workAuthorization = workAuthorization
        self.availableFrom = availableFrom
        self.noticeDays = noticeDays
        self.desiredSalary = desiredSalary
        self.desiredEmploymentTypes = desiredEmploymentTypes
        self.remotePreference = remotePreference
        self.willingToRelocate = willingToRelocate
        self.status = status
        self.canEmail = canEmail
        self.consent = consent
        self.userID = userID
        self.sourceID = sourceID
        self.ownerConsultantID = ownerConsultantID
        self.tags = tags
        self.retentionUntil = retentionUntil
    }

    public func perform(in call: Call) throws -> CandidateView {
        var view = draft(id: call.newID())
        try CandidateRules.check(view)
        if call.cell == .own {
            try makeOwn(&view, call)
        } else {
            try CandidateRules.checkReferences(view, in: call)
            try CandidateContacts.requireUnknown(CandidateContacts.of(view), in: call.transaction)
        }
        let number = try RowNumbers.next("candidate", in: call.transaction)
        try CandidateWriting.insert(view, rowNumber: number, in: call)
        try CandidateSearchDocument(view).write(number, in: call.transaction)
        let made = try CandidateReading.shownToWriter(view.id, in: call)
        call.note("candidate", view.id, after: try JSONValue(encoding: made))
        return made
    }

    /// The candidate that this input describes.
    func draft(id: Candidate.ID) -> CandidateView {
        var view = CandidateView(id: id, anonymous: false)
        view.firstName = firstName.value
        view.lastName = lastName.value
        view.headline = headline?.value
        view.summary = summary?.value
        view.emails = emails ?? []
        view.phones = phones ?? []
        view.location = location?.isEmpty == true ? nil : location
        view.profiles = profiles ?? []
        view.languages = languages ?? []
        view.currentTitle = currentTitle?.value
        view.currentCompany = currentCompany?.value
        view.workAuthorization = workAuthorization?.value
        view.availableFrom = availableFrom
        view.noticeDays = noticeDays?.value
        view.desiredSalary = desiredSalary
        view.desiredEmploymentTypes = desiredEmploymentTypes ?? []
        view.remotePreference = remotePreference
        view.willingToRelocate = willingToRelocate ?? false
        view.status = status ?? .active
        view.canEmail = canEmail ?? true
        view.consent = consent
        view.userID = userID
        view.sourceID = sourceID
        view.ownerConsultantID = ownerConsultantID
        view.tags = tags?.map(\.value) ?? []
        view.retentionUntil = retentionUntil
        view.experienceMonths = 0
        return view
    }

    /// The profile of the caller's own account.
    private func makeOwn(_ view: inout CandidateView, _ call: Call) throws {
        let actor = try call.actor()
        var reserved: [String] = []
        if let status, status != .active, status != .passive { reserved.append("status") }
        if consent != nil { reserved.append("consent") }
        if let userID, userID != actor { reserved.append("user_id") }
        if sourceID != nil { reserved.append("source_id") }
        if ownerConsultantID != nil { reserved.append("owner_consultant_id") }
        if tags != nil { reserved.append("tags") }
        if retentionUntil != nil { reserved.append("retention_until") }
        if !reserved.isEmpty { throw CandidateRules.reserved(reserved) }
        let existing = try call.transaction.first(
            "SELECT id, deleted_at FROM candidate WHERE user_id = \(actor)"
        ) { columns in (id: try columns.next(Candidate.ID.self), deletedAt: try columns.next(Instant?.self)) }
        if let existing { throw CandidateRules.hasProfile(existing.id, isDeleted: existing.deletedAt != nil) }
        if view.emails?.isEmpty ?? true {
            let email: String? = try call.transaction.value("SELECT email FROM user_account WHERE id = \(actor)")
            view.emails = email.flatMap { EmailAddress($0) }.map { [LabelledEmail(value: $0)] } ?? []
        }
        view.userID = actor
        view.consent = CandidateView.Consent(basis: Text("consent"), givenAt: call.now)
    }
}

extension CandidateReading {
    /// A candidate in full for whoever has just written it, with all its skills. A caller who has just made its own
    /// profile is not yet known as its owner.
    static func shownToWriter(_ id: Candidate.ID, in call: Call) throws -> CandidateView {
        let row = try call.transaction.first(
            "SELECT \(columns(flag: "1")) FROM candidate c WHERE c.id = \(id) AND c.deleted_at IS NULL", read)
        guard var view = row else { throw CandidateVisibility.notFound(id) }
        view.skills = try CandidateSkillReading.all(of: id, anonymous: false, in: call.transaction)
        return view
    }
}

extension Location {
    var isEmpty: Bool { city == nil && region == nil && countryCode == nil && postalCode == nil }
}
