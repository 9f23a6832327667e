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

    static let insertion = Insertion(
        into: "experience",
        "\(NewRow.columns), candidate_id, name, position, location, start_date, end_date, summary, highlights")

    static func insert(_ view: ExperienceView, in call: Call) throws {
        try call.transaction.enqueue(insertion.row { try $0.add(view, in: call) })
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

extension Insertion.Values {
    /// A new row of `experience`.
    mutating func add(_ view: ExperienceView, in call: Call) throws {
        try addNew(view.id, in: call)
        add(view.candidateID)
        add(view.name)
        add(view.position)
        add(view.location)
        add(view.startDate)
        add(view.endDate)
        add(view.summary)
        add(try StoredJSON.text(of: view.highlights))
    }
}
