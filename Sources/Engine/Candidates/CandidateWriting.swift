import Domain
import JSON
import Storage

/// Writes rows of `candidate` from full views.
enum CandidateWriting {
    /// The key that orders by name: last name, then first name, folded.
    static func sortKey(_ view: CandidateView) -> String {
        Folding.key("\(view.lastName ?? "") \(view.firstName ?? "")")
    }

    /// Puts a new candidate in: the row, what it is recognised by, and how long it rests. The search document is the
    /// caller's.
    static func insert(_ view: CandidateView, rowNumber: Int64, in call: Call) throws {
        let columns = try CandidateColumns(view)
        try call.transaction.enqueue(
            insertion.row { row in try row.addCandidate(view, as: view.id, columns, rowNumber: rowNumber, in: call) })
        try CandidateContacts.replace(CandidateContacts.of(view), of: view.id, in: call.transaction)
        try insertHistory(of: view, as: view.id, in: call)
        try RetentionTerms.refresh([view.id], in: call.transaction)
    }

    /// What a new candidate's consent and consultant leave in their histories.
    static func insertHistory(of view: CandidateView, as id: Candidate.ID, in call: Call) throws {
        try ConsentHistory.follow(view.consent, since: nil, of: id, in: call)
        if let owner = view.ownerConsultantID {
            try AssignmentWriting.begin(owner, .owner, of: .candidate(id), in: call)
        }
    }

    /// For rows that `addCandidate` fills.
    static let insertion = Insertion(
        into: "candidate",
        """
        \(NewRow.columns), row_no, user_id, first_name, last_name, name_folded, headline, summary, emails, phones, \
        city, region, country_code, postal_code, profiles, languages, current_title, current_company, \
        work_authorization, available_from, notice_days, desired_salary, desired_employment_types, remote_preference, \
        willing_to_relocate, status, source_id, owner_consultant_id, tags, can_email, consent_basis, consent_given_at, \
        consent_expires_at, retention_until, experience_months, education_level
        """)

    /// The consultant who looks after the candidate, where nothing else changes; its assignment is the caller's.
    static func setOwner(_ owner: Consultant.ID?, of id: Candidate.ID, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE candidate SET owner_consultant_id = \(owner), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(id)
            """)
    }

    /// Writes every field of a candidate that changed; the caller has compared.
    static func update(_ view: CandidateView, in call: Call) throws {
        let consent = view.consent
        let location = view.location
        try call.transaction.execute(
            """
            UPDATE candidate SET updated_at = \(call.now), version = version + 1, row_seq = \(call.rowSequence()),
            user_id = \(view.userID), first_name = \(view.firstName), last_name = \(view.lastName),
            name_folded = \(sortKey(view)), headline = \(view.headline), summary = \(view.summary),
            emails = \(StoredJSON.text(of: view.emails)), phones = \(StoredJSON.text(of: view.phones)),
            city = \(location?.city), region = \(location?.region), country_code = \(location?.countryCode),
            postal_code = \(location?.postalCode), profiles = \(StoredJSON.text(of: view.profiles)),
            languages = \(StoredJSON.text(of: view.languages)), current_title = \(view.currentTitle),
            current_company = \(view.currentCompany), work_authorization = \(view.workAuthorization),
            available_from = \(view.availableFrom), notice_days = \(view.noticeDays),
            desired_salary = \(StoredJSON.record(view.desiredSalary)),
            desired_employment_types = \(StoredJSON.text(of: view.desiredEmploymentTypes)),
            remote_preference = \(view.remotePreference), willing_to_relocate = \(view.willingToRelocate ?? false),
            status = \(view.status ?? .active), source_id = \(view.sourceID),
            owner_consultant_id = \(view.ownerConsultantID), tags = \(StoredJSON.text(of: view.tags)),
            can_email = \(view.canEmail ?? true), consent_basis = \(consent?.basis),
            consent_given_at = \(consent?.givenAt), consent_expires_at = \(consent?.expiresAt),
            retention_until = \(view.retentionUntil)
            WHERE id = \(view.id)
            """)
    }

    /// Writes what follows from experience and education, if it is another than before.
    static func updateDerived(_ id: Candidate.ID, in call: Call) throws {
        let experiences = try ExperienceReading.all(of: id, in: call.transaction)
        let educations = try EducationReading.all(of: id, in: call.transaction)
        let months = ExperienceMonths.total(of: experiences, now: call.now)
        let level = EducationLevel.highest(of: educations.map(\.studyType))
        try call.transaction.execute(
            """
            UPDATE candidate SET updated_at = \(call.now), version = version + 1, row_seq = \(call.rowSequence()),
            experience_months = \(months), education_level = \(level?.rawValue)
            WHERE id = \(id) AND (experience_months <> \(months)
            OR COALESCE(education_level, '') <> \(level?.rawValue ?? ""))
            """)
    }
}

extension Insertion.Values {
    /// A new row of `candidate`; `id` takes the place of the view's.
    mutating func addCandidate(
        _ view: CandidateView, as id: Candidate.ID, _ columns: CandidateColumns, rowNumber: Int64, in call: Call
    ) throws {
        try addNew(id, in: call)
        add(rowNumber)
        add(view.userID)
        add(view.firstName)
        add(view.lastName)
        add(columns.sortKey)
        add(view.headline)
        add(view.summary)
        add(columns.emails)
        add(columns.phones)
        add(view.location?.city)
        add(view.location?.region)
        add(view.location?.countryCode)
        add(view.location?.postalCode)
        add(columns.profiles)
        add(columns.languages)
        add(view.currentTitle)
        add(view.currentCompany)
        add(view.workAuthorization)
        add(view.availableFrom)
        add(view.noticeDays)
        add(columns.desiredSalary)
        add(columns.desiredEmploymentTypes)
        add(view.remotePreference)
        add(view.willingToRelocate ?? false)
        add(view.status ?? .active)
        add(view.sourceID)
        add(view.ownerConsultantID)
        add(columns.tags)
        add(view.canEmail ?? true)
        add(view.consent?.basis)
        add(view.consent?.givenAt)
        add(view.consent?.expiresAt)
        add(view.retentionUntil)
        add(view.experienceMonths ?? 0)
        add(view.educationLevel)
    }
}
