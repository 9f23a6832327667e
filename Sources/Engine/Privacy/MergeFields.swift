import Domain

/// Fields of a candidate of which one side wins in a merge. Lists (addresses, numbers, pages, languages, tags) are
/// united, consent and restrictions are settled by the stricter side.
public enum MergeField: String, Sendable, Codable, CaseIterable {
    case firstName = "first_name"
    case lastName = "last_name"
    case headline, summary, location
    case currentTitle = "current_title"
    case currentCompany = "current_company"
    case workAuthorization = "work_authorization"
    case availableFrom = "available_from"
    case noticeDays = "notice_days"
    case desiredSalary = "desired_salary"
    case desiredEmploymentTypes = "desired_employment_types"
    case remotePreference = "remote_preference"
    case willingToRelocate = "willing_to_relocate"
    case status
    case sourceID = "source_id"
    case ownerConsultantID = "owner_consultant_id"
}

/// What the candidate that stays becomes.
struct MergedCandidate {
    let keep: CandidateView
    let other: CandidateView
    /// The fields that the other side wins; elsewhere it only fills what is missing.
    let taken: Set<MergeField>
    /// Whether one of the two has taken its consent back.
    let isWithdrawn: Bool

    var view: CandidateView {
        var view = keep
        view.firstName = pick(.firstName, \.firstName)
        view.lastName = pick(.lastName, \.lastName)
        view.headline = pick(.headline, \.headline)
        view.summary = pick(.summary, \.summary)
        view.location = pick(.location, \.location)
        view.currentTitle = pick(.currentTitle, \.currentTitle)
        view.currentCompany = pick(.currentCompany, \.currentCompany)
        view.workAuthorization = pick(.workAuthorization, \.workAuthorization)
        view.availableFrom = pick(.availableFrom, \.availableFrom)
        view.noticeDays = pick(.noticeDays, \.noticeDays)
        view.desiredSalary = pick(.desiredSalary, \.desiredSalary)
        view.remotePreference = pick(.remotePreference, \.remotePreference)
        view.willingToRelocate = pick(.willingToRelocate, \.willingToRelocate)
        view.sourceID = pick(.sourceID, \.sourceID)
        view.ownerConsultantID = pick(.ownerConsultantID, \.ownerConsultantID)
        view.status = status
        let types = keep.desiredEmploymentTypes ?? []
        let others = other.desiredEmploymentTypes ?? []
        view.desiredEmploymentTypes = taken.contains(.desiredEmploymentTypes) || types.isEmpty ? others : types
        view.emails = united(\.emails) { $0.value.folded }
        view.phones = united(\.phones) { CandidateContacts.folded($0) }
        view.profiles = united(\.profiles) {
            let key = CandidateContacts.folded($0)
            return key.isEmpty ? Folding.key("\($0.network.value) \($0.url?.value ?? "")") : key
        }
        view.languages = united(\.languages) { Folding.key($0.language.value) }
        view.tags = united(\.tags) { Folding.key($0) }
        view.canEmail = (keep.canEmail ?? true) && (other.canEmail ?? true)
        view.consent = consent
        view.retentionUntil = [keep.retentionUntil, other.retentionUntil].compactMap(\.self).min()
        return view
    }

    private func pick<Value>(_ field: MergeField, _ path: KeyPath<CandidateView, Value?>) -> Value? {
        taken.contains(field)
            ? other[keyPath: path] ?? keep[keyPath: path] : keep[keyPath: path] ?? other[keyPath: path]
    }

    /// Somebody who must not be contacted stays so, whatever is chosen.
    private var status: Candidate.Status? {
        if keep.status == .doNotContact || other.status == .doNotContact { return .doNotContact }
        return pick(.status, \.status)
    }

    private func united<Element>(
        _ path: KeyPath<CandidateView, [Element]?>, _ key: (Element) -> String
    ) -> [Element] {
        var seen: Set<String> = []
        return ((keep[keyPath: path] ?? []) + (other[keyPath: path] ?? [])).filter { seen.insert(key($0)).inserted }
    }

    /// A withdrawal on either side holds for both. Of two consents the one that ends first counts; where one side says
    /// nothing, the other's word stands, for silence takes nothing back.
    private var consent: CandidateView.Consent? {
        if isWithdrawn { return nil }
        guard let mine = keep.consent, mine.givenAt != nil else { return other.consent ?? keep.consent }
        guard let theirs = other.consent, theirs.givenAt != nil else { return mine }
        let (first, second) = (mine.expiresAt, theirs.expiresAt)
        guard let second else { return mine }
        guard let first else { return theirs }
        return first <= second ? mine : theirs
    }
}
