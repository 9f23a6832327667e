import Domain
import JSON
import Storage

/// Changes a candidate. What is absent stays as it is; null clears. Lists and the location are replaced as a whole.
///
/// A person may change its own profile but for what the agency keeps about it: its status goes no further than `active`
/// and `passive`, and its consent is given (`{}` or with an end) or withdrawn (null).
public struct UpdateCandidate: RouteOperation {
    public static let contract = Contract(
        "candidates.update", .put, "/candidates/{candidate_id}", access: .roles(candidate: .own, admin: .yes),
        effect: .write, Phrase(en: "Update candidate", fr: "Modifier un candidat"))

    public var candidateID: Candidate.ID
    public var firstName: Text<120>?
    public var lastName: Text<120>?
    public var headline: Patch<Text<200>>
    public var summary: Patch<Text<10_000>>
    public var emails: [LabelledEmail]?
    public var phones: [LabelledPhone]?
    public var location: Patch<Location>
    public var profiles: [NetworkProfile]?
    public var languages: [SpokenLanguage]?
    public var currentTitle: Patch<Text<200>>
    public var currentCompany: Patch<Text<200>>
    public var workAuthorization: Patch<Text<200>>
    public var availableFrom: Patch<PartialDate>
    public var noticeDays: Patch<Bounded<0, 730>>
    public var desiredSalary: Patch<DesiredSalary>
    public var desiredEmploymentTypes: [Job.EmploymentType]?
    public var remotePreference: Patch<Job.Workplace>
    public var willingToRelocate: Bool?
    public var status: Candidate.Status?
    public var canEmail: Bool?
    public var consent: Patch<CandidateView.Consent>
    /// For admins only, as what follows.
    public var userID: Patch<User.ID>
    public var sourceID: Patch<Source.ID>
    public var ownerConsultantID: Patch<Consultant.ID>
    public var tags: [Text<60>]?
    public var retentionUntil: Patch<Instant>
    /// The version that the caller has seen; 409 where it is not the current one.
    public var expectedVersion: Int?

    public init(
        candidateID: Candidate.ID, firstName: Text<120>? = nil, lastName: Text<120>? = nil,
        headline: Patch<Text<200>> = .keep, summary: Patch<Text<10_000>> = .keep, emails: [LabelledEmail]? = nil,
        phones: [LabelledPhone]? = nil, location: Patch<Location> = .keep, profiles: [NetworkProfile]? = nil,
        languages: [SpokenLanguage]? = nil, currentTitle: Patch<Text<200>> = .keep,
        currentCompany: Patch<Text<200>> = .keep, workAuthorization: Patch<Text<200>> = .keep,
        availableFrom: Patch<PartialDate> = .keep, noticeDays: Patch<Bounded<0, 730>> = .keep,
        desiredSalary: Patch<DesiredSalary> = .keep, desiredEmploymentTypes: [Job.EmploymentType]? = nil,
        remotePreference: Patch<Job.Workplace> = .keep, willingToRelocate: Bool? = nil,
        status: Candidate.Status? = nil, canEmail: Bool? = nil, consent: Patch<CandidateView.Consent> = .keep,
        userID: Patch<User.ID> = .keep, sourceID: Patch<Source.ID> = .keep,
        ownerConsultantID: Patch<Consultant.ID> = .keep, tags: [Text<60>]? = nil,
        retentionUntil: Patch<Instant> = .keep, expectedVersion: Int? = nil
    ) {
        self.candidateID = candidateID
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
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> CandidateView {
        guard let before = try CandidateReading.one(candidateID, in: call) else {
            throw CandidateVisibility.notFound(candidateID)
        }
        var after = changed(before)
        try CandidateRules.check(after)
        if call.cell == .own { try changeOwn(&after, before, call) }
        try StaleVersion.check(expectedVersion, current: before.version, "candidate", candidateID)
        try CandidateRules.checkReferences(after, since: before, in: call)
        if after == before { return try CandidateReading.shown(candidateID, in: call) }
        let contacts = CandidateContacts.of(after)
        if contacts != CandidateContacts.of(before) {
            if call.cell != .own {
                let known = Set(CandidateContacts.of(before))
                try CandidateContacts.requireUnknown(
                    contacts.filter { !known.contains($0) }, except: candidateID, in: call.transaction)
            }
            try CandidateContacts.replace(contacts, of: candidateID, in: call.transaction)
        }
        try CandidateWriting.update(after, in: call)
        try ConsentHistory.follow(after.consent, since: before.consent, of: candidateID, in: call)
        try RetentionTerms.refresh([candidateID], in: call.transaction)
        try AssignmentWriting.setOwner(
            after.ownerConsultantID, of: .candidate(candidateID), since: before.ownerConsultantID, in: call)
        try CandidateSearchDocument.rebuild(candidateID, in: call.transaction)
        let changes = try FieldChanges(from: before, to: after)
        call.note("candidate", candidateID, before: changes.before, after: changes.after)
        return try CandidateReading.shownToWriter(candidateID, in: call)
    }

    private func changed(_ before: CandidateView) -> CandidateView {
        var view = before
        if let firstName { view.firstName = firstName.value }
        if let lastName { view.lastName = lastName.value }
        view.headline = headline.text(before.headline)
        view.summary = summary.text(before.summary)
        if let emails { view.emails = emails }
        if let phones { view.phones = phones }
        view.location = location.applied(to: before.location)
        if view.location?.isEmpty == true { view.location = nil }
        if let profiles { view.profiles = profiles }
        if let languages { view.languages = languages }
        view.currentTitle = currentTitle.text(before.currentTitle)
        view.currentCompany = currentCompany.text(before.currentCompany)
        view.workAuthorization = workAuthorization.text(before.workAuthorization)
        view.availableFrom = availableFrom.applied(to: before.availableFrom)
        switch noticeDays {
        case .keep: break
        case .clear: view.noticeDays = nil
        case .set(let days): view.noticeDays = days.value
        }
        view.desiredSalary = desiredSalary.applied(to: before.desiredSalary)
        if let desiredEmploymentTypes { view.desiredEmploymentTypes = desiredEmploymentTypes }
        view.remotePreference = remotePreference.applied(to: before.remotePreference)
        if let willingToRelocate { view.willingToRelocate = willingToRelocate }
        if let status { view.status = status }
        if let canEmail { view.canEmail = canEmail }
        view.consent = consent.applied(to: before.consent)
        view.userID = userID.applied(to: before.userID)
        view.sourceID = sourceID.applied(to: before.sourceID)
        view.ownerConsultantID = ownerConsultantID.applied(to: before.ownerConsultantID)
        if let tags { view.tags = tags.map(\.value) }
        view.retentionUntil = retentionUntil.applied(to: before.retentionUntil)
        return view
    }

    /// What a person may change of its own profile. A reserved field sent with the value it has is no change.
    private func changeOwn(_ after: inout CandidateView, _ before: CandidateView, _ call: Call) throws {
        var reserved: [String] = []
        if after.status != before.status, after.status != .active, after.status != .passive {
            reserved.append("status")
        }
        // A person who must not be contacted, was placed or archived by the agency is brought back by the agency.
        if after.status != before.status, before.status != .active, before.status != .passive {
            reserved.append("status")
        }
        if after.userID != before.userID { reserved.append("user_id") }
        if after.sourceID != before.sourceID { reserved.append("source_id") }
        if after.ownerConsultantID != before.ownerConsultantID { reserved.append("owner_consultant_id") }
        if after.tags != before.tags { reserved.append("tags") }
        if after.retentionUntil != before.retentionUntil { reserved.append("retention_until") }
        if case .set(let wanted) = consent {
            let own = before.consent
            if let basis = wanted.basis, basis != own?.basis, basis.value != "consent" {
                reserved.append("consent.basis")
            }
            if let given = wanted.givenAt, given != own?.givenAt { reserved.append("consent.given_at") }
            after.consent = CandidateView.Consent(
                basis: own?.basis ?? Text("consent"), givenAt: own?.givenAt ?? call.now, expiresAt: wanted.expiresAt)
            // Consent that had ended is given anew.
            if let ended = own?.expiresAt, ended <= call.now { after.consent?.givenAt = call.now }
            try CandidateRules.check(after)
        }
        if !reserved.isEmpty { throw CandidateRules.reserved(reserved).about("candidate", candidateID) }
    }
}

extension Patch {
    /// What a text column holds after this update.
    func text<let maximum: Int>(_ current: String?) -> String? where Value == Text<maximum> {
        switch self {
        case .keep: current
        case .clear: nil
        case .set(let text): text.value
        }
    }
}
