import Domain
import JSON
import Storage

/// Writes experience records.
enum ExperienceWriting {
    /// More records than this for one person are refused.
    static let limit = 200

    static func problems(_ view: ExperienceView, prefix: String = "") -> [FieldError] {
        if let end = view.endDate, !PartialDate.isOrdered(view.startDate, end) {
            return [.endsBeforeStart(prefix + "end_date")]
        }
        return view.highlights.count > 200 ? [.tooMany(prefix + "highlights", 200)] : []
    }

    static func insert(_ view: ExperienceView, in call: Call) throws {
        try call.transaction.enqueue(
            """
            INSERT INTO experience (id, created_at, updated_at, created_by, version, row_seq, candidate_id, name,
            position, location, start_date, end_date, summary, highlights)
            VALUES (\(view.id), \(call.now), \(call.now), \(call.principal.userID), 1, \(call.rowSequence()),
            \(view.candidateID), \(view.name), \(view.position), \(view.location), \(view.startDate),
            \(view.endDate), \(view.summary), \(StoredJSON.text(of: view.highlights)))
            """)
    }

    /// What follows for the candidate from any change of its experience.
    static func finish(_ candidate: Candidate.ID, in call: Call) throws {
        try CandidateWriting.updateDerived(candidate, in: call)
        try CandidateSearchDocument.rebuild(candidate, in: call.transaction)
    }

    static func notFound(_ id: Experience.ID) -> Problem {
        Problem.notFound(Phrase(en: "experience record", fr: "expérience")).about("experience", id)
    }
}
