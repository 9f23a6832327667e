import Domain
import JSON
import Storage

/// Writes education records.
enum EducationWriting {
    /// More records than this for one person are refused.
    static let limit = 200

    static func problems(_ view: EducationView, prefix: String = "") -> [FieldError] {
        if let start = view.startDate, let end = view.endDate, !PartialDate.isOrdered(start, end) {
            return [.endsBeforeStart(prefix + "end_date")]
        }
        return view.courses.count > 200 ? [.tooMany(prefix + "courses", 200)] : []
    }

    static let insertion = Insertion(
        into: "education",
        "\(NewRow.columns), candidate_id, institution, area, study_type, start_date, end_date, score, courses, url")

    static func insert(_ view: EducationView, in call: Call) throws {
        try call.transaction.enqueue(insertion.row { try $0.add(view, in: call) })
    }

    /// What follows for the candidate from any change of its education.
    static func finish(_ candidate: Candidate.ID, in call: Call) throws {
        try CandidateWriting.updateDerived(candidate, in: call)
        try CandidateSearchDocument.rebuild(candidate, in: call.transaction)
    }

    static func notFound(_ id: Education.ID) -> Problem {
        Problem.notFound(Phrase(en: "education record", fr: "formation")).about("education", id)
    }
}

extension Insertion.Values {
    /// A new row of `education`.
    mutating func add(_ view: EducationView, in call: Call) throws {
        try addNew(view.id, in: call)
        add(view.candidateID)
        add(view.institution)
        add(view.area)
        add(view.studyType)
        add(view.startDate)
        add(view.endDate)
        add(view.score)
        add(try StoredJSON.text(of: view.courses))
        add(view.url)
    }
}

extension PartialDate {
    /// Whether `end` may be the end of what began at `start`: compared as far as both are known.
    static func isOrdered(_ start: PartialDate, _ end: PartialDate) -> Bool {
        let length = min(start.rawValue.utf8.count, end.rawValue.utf8.count)
        return start.rawValue.prefix(length) <= end.rawValue.prefix(length)
    }
}

extension FieldError {
    static func endsBeforeStart(_ field: String) -> FieldError {
        FieldError(
            field: field, code: "out_of_range", message: "must not be before start_date",
            parameters: ["french": "ne doit pas précéder start_date"])
    }

    static func tooMany(_ field: String, _ limit: Int) -> FieldError {
        FieldError(
            field: field, code: "too_long", message: "must have at most \(limit) entries",
            parameters: ["maximum": "\(limit)", "french": "\(limit) entrées au plus"])
    }
}
