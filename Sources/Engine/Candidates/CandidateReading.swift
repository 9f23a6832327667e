import Domain
import JSON
import Storage

/// Reads rows of `candidate` into views. Whoever lists, shows or joins candidates uses these columns, with the flag of
/// `CandidateVisibility` in front, so that an anonymous profile is made in one place.
enum CandidateReading {
    /// How many skills a candidate shows in a list.
    static let listedSkills = 5

    /// `flag` says whether the caller sees the row in full (`CandidateVisibility.fullFlag`). Without `contacts` the
    /// addresses, numbers, pages and tags, which take longest to read, stay empty.
    static func columns(flag: SQL, alias: String = "c", contacts: Bool = true) -> SQL {
        let c = SQL(trusted: alias)
        func contact(_ column: SQL) -> SQL { contacts ? "\(c).\(column)" : "'[]'" }
        return """
            \(flag), \(c).id, \(c).created_at, \(c).updated_at, \(c).version, \(c).user_id, \(c).first_name,
            \(c).last_name, \(c).headline, \(c).summary, \(contact("emails")), \(contact("phones")), \(c).city, \(c).region,
            \(c).country_code, \(c).postal_code, \(contact("profiles")), \(c).languages, \(c).current_title,
            \(c).current_company, \(c).work_authorization, \(c).available_from, \(c).notice_days,
            \(c).desired_salary, \(c).desired_employment_types, \(c).remote_preference, \(c).willing_to_relocate,
            \(c).status, \(c).source_id, \(c).owner_consultant_id, \(contact("tags")), \(c).can_email, \(c).consent_basis,
            \(c).consent_given_at, \(c).consent_expires_at, \(c).retention_until, \(c).anonymized_at,
            \(c).merged_into_id, \(c).experience_months, \(c).education_level
            """
    }

    static func read(_ columns: inout Columns) throws -> CandidateView {
        let isFull = try columns.next(Bool.self)
        var view = CandidateView(id: try columns.next(), anonymous: false)
        view.createdAt = try columns.next()
        view.updatedAt = try columns.next()
        view.version = try columns.next()
        view.userID = try columns.next()
        view.firstName = try columns.next()
        view.lastName = try columns.next()
        view.headline = try columns.next()
        view.summary = try columns.next()
        view.emails = try StoredJSON.directList(columns.next())
        view.phones = try StoredJSON.directList(columns.next())
        view.location = try location(&columns)
        view.profiles = try StoredJSON.directList(columns.next())
        view.languages = try StoredJSON.directList(columns.next())
        view.currentTitle = try columns.next()
        view.currentCompany = try columns.next()
        view.workAuthorization = try columns.next()
        view.availableFrom = try columns.next()
        view.noticeDays = try columns.next()
        view.desiredSalary = try StoredJSON.directValue(columns.next())
        view.desiredEmploymentTypes = try StoredJSON.directList(columns.next())
        view.remotePreference = try columns.next()
        view.willingToRelocate = try columns.next()
        view.status = try columns.next()
        view.sourceID = try columns.next()
        view.ownerConsultantID = try columns.next()
        view.tags = try StoredJSON.directList(columns.next())
        view.canEmail = try columns.next()
        let basis = try columns.next(String?.self)
        let givenAt = try columns.next(Instant?.self)
        let expiresAt = try columns.next(Instant?.self)
        if basis != nil || givenAt != nil || expiresAt != nil {
            view.consent = CandidateView.Consent(
                basis: basis.map { Text(stored: $0) }, givenAt: givenAt, expiresAt: expiresAt)
        }
        view.retentionUntil = try columns.next()
        view.anonymizedAt = try columns.next()
        view.mergedIntoID = try columns.next()
        view.experienceMonths = try columns.next()
        view.educationLevel = try columns.next()
        return isFull ? view : view.anonymousProfile
    }

    private static func location(_ columns: inout Columns) throws -> Location? {
        let city = try columns.next(String?.self)
        let region = try columns.next(String?.self)
        let country = try columns.next(String?.self)
        let postalCode = try columns.next(String?.self)
        guard city != nil || region != nil || country != nil || postalCode != nil else { return nil }
        return Location(
            city: city.map { Text(stored: $0) }, region: region.map { Text(stored: $0) },
            countryCode: country.map(CountryCode.init(stored:)), postalCode: postalCode.map { Text(stored: $0) })
    }

    /// One candidate as the caller sees it, without skills; `nil` where it does not exist for the caller.
    static func one(_ id: Candidate.ID, in call: Call) throws -> CandidateView? {
        let flag = CandidateVisibility.fullFlag(for: call.principal)
        return try call.transaction.first(
            """
            SELECT \(columns(flag: flag)) FROM candidate c
            WHERE c.id = \(id) AND \(CandidateVisibility.predicate(for: call.principal, now: call.now))
            """, read)
    }

    /// One candidate as the caller sees it, with all its skills. Throws 404 where it does not exist for the caller.
    static func shown(_ id: Candidate.ID, in call: Call) throws -> CandidateView {
        guard var view = try one(id, in: call) else { throw CandidateVisibility.notFound(id) }
        view.skills = try CandidateSkillReading.all(of: id, anonymous: view.anonymous, in: call.transaction)
        return view
    }

    /// Puts the best skills into the candidates of a page, by one query for all of them.
    static func addSkills(
        to page: inout Page<CandidateView>, limit: Int = listedSkills, in transaction: any Transaction
    ) throws {
        let skills = try CandidateSkillReading.best(
            of: page.data.map(\.id), limit: limit, in: transaction)
        for index in page.data.indices {
            let view = page.data[index]
            let own = skills[view.id] ?? []
            page.data[index].skills = view.anonymous ? own.map(\.anonymous) : own
        }
    }

    /// Adds experience and education of the candidates that are seen in full.
    static func addRecords(to page: inout Page<CandidateView>, in transaction: any Transaction) throws {
        let known = page.data.filter { !$0.anonymous }.map(\.id)
        let experience = try ExperienceReading.all(of: known, in: transaction)
        let education = try EducationReading.all(of: known, in: transaction)
        for index in page.data.indices where !page.data[index].anonymous {
            let id = page.data[index].id
            page.data[index].experience = experience[id] ?? []
            page.data[index].education = education[id] ?? []
        }
    }
}

extension CandidateView {
    /// The closed list of fields of `domain.md` and nothing else; a field added to candidates later is not in it.
    var anonymousProfile: CandidateView {
        var profile = CandidateView(id: id, anonymous: true)
        profile.currentTitle = currentTitle
        profile.location = location?.region.map { Location(region: $0) }
        profile.languages = languages
        profile.availableFrom = availableFrom
        profile.noticeDays = noticeDays
        profile.desiredEmploymentTypes = desiredEmploymentTypes
        profile.experienceMonths = experienceMonths
        profile.educationLevel = educationLevel
        profile.skills = skills?.map(\.anonymous)
        return profile
    }
}
