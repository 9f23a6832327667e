import Domain
import Engine

/// Reads a profile: several operations on one snapshot, only those that the role may call.
struct ProfileReading: Sendable {
    let key: Profile.Key
    let rights: ProfileRights

    /// Rows of each list; what is older is only counted.
    private static let limit = PageSize(100)

    func read(_ session: EngineSession) throws(Problem) -> ProfileRecord {
        try session.read(read)
    }

    private func read(_ reading: Reading) throws(Problem) -> ProfileRecord {
        let candidate = try reading.perform(GetCandidate(candidateID: key.candidateID))
        var record = ProfileRecord(key: key, candidate: candidate, readAt: reading.now)
        if !candidate.anonymous { try addCareer(to: &record, reading) }
        switch rights.applications {
        case .ofCandidate:
            record.applications = .init(
                try reading.perform(ListCandidateApplications(candidateID: key.candidateID, pageSize: Self.limit)))
        case .filtered:
            record.applications = .init(
                try reading.perform(ListApplications(candidateID: key.candidateID, pageSize: Self.limit)))
        case nil: break
        }
        record.application = record.applications.rows.first { $0.id == key.applicationID }
        if let id = key.applicationID, record.application == nil, rights.application {
            record.application = try reading.perform(GetApplication(applicationID: id))
        }
        if key.applicationID == nil { record.application = record.applications.rows.first }
        if let application = record.application { try addCourse(of: application, to: &record, reading) }
        return record
    }

    private func addCareer(to record: inout ProfileRecord, _ reading: Reading) throws(Problem) {
        if rights.experience {
            record.experience = try reading.perform(
                ListExperience(candidateID: key.candidateID, pageSize: Self.limit)
            ).data
        }
        if rights.education {
            record.education = try reading.perform(
                ListEducation(candidateID: key.candidateID, pageSize: Self.limit)
            ).data
        }
    }

    /// What belongs to one application.
    private func addCourse(
        of application: ApplicationView, to record: inout ProfileRecord, _ reading: Reading
    ) throws(Problem) {
        let id = application.id
        let limit = Self.limit
        // A job may be gone from sight, for instance closed since a candidate looked at it; the rest is still shown.
        if rights.requirements,
            case .success(let page) = reading.attempt(
                ListSkillRequirements(jobID: application.jobID, pageSize: limit))
        {
            record.requirements = page.data
        }
        if rights.history {
            record.history = .init(try reading.perform(ShowApplicationHistory(applicationID: id, pageSize: limit)))
        }
        if rights.notes {
            record.notes = .init(try reading.perform(ListApplicationNotes(applicationID: id, pageSize: limit)))
        }
        try addMeetings(of: id, to: &record, reading)
    }

    /// The interviews and offers of the application. A candidate's own of all its applications are read at once: an
    /// offer must not be missed because another one is shown.
    private func addMeetings(
        of id: Application.ID, to record: inout ProfileRecord, _ reading: Reading
    ) throws(Problem) {
        let application = rights.isOwn ? nil : id
        if rights.interviews {
            let page = try reading.perform(ListInterviews(applicationID: application, pageSize: Self.limit))
            record.interviews = .init(page)
            record.otherInterviews = record.interviews.rows.filter { $0.applicationID != id }
            record.interviews.rows.removeAll { $0.applicationID != id }
        }
        if rights.offers {
            let page = try reading.perform(ListOffers(applicationID: application, pageSize: Self.limit))
            record.offers = .init(page)
            record.otherOffers = record.offers.rows.filter { $0.applicationID != id }
            record.offers.rows.removeAll { $0.applicationID != id }
        }
    }

    /// The names of all sources; none for a role that may not see them.
    func sources(_ session: EngineSession) -> [Source.ID: String] {
        guard rights.sources, case .success(let page) = session.attempt(ListSources(pageSize: PageSize(200))) else {
            return [:]
        }
        return Dictionary(page.data.map { ($0.id, $0.name) }) { first, _ in first }
    }
}
