import Domain
import JSON
import Storage

/// How an application is read from the database and what of it each role gets.
enum ApplicationReading {
    /// `a` application, `c` candidate, `j` job, `p` company. Left joins, so that the application is always the table
    /// that orders and bounds the work.
    static let source: SQL = """
        application a LEFT JOIN candidate c ON c.id = a.candidate_id LEFT JOIN job j ON j.id = a.job_id
        LEFT JOIN company p ON p.id = a.company_id
        """

    private static let fields: SQL = """
        a.id, a.candidate_id, a.job_id, a.company_id, a.status, a.on_hold, a.applied_at, a.status_entered_at,
        a.closed_at, a.cover_letter, a.answers, a.cv_id, a.created_at, a.updated_at, a.version, c.first_name,
        c.last_name, c.current_title, j.title, p.name, a.source_id, a.consultant_id, a.match_score, a.rating,
        a.rejection_reason_id, a.position
        """

    private static let forStaff = fields + ", 1, 1"
    private static let forCandidate = fields + ", 1, " + ApplicationVisibility.jobKnownColumn
    private static let forEmployer =
        fields + ", " + ApplicationVisibility.nameColumn(for: Principal(role: .employer)) + ", 1"

    /// The columns that `read` takes, over `source`.
    static func columns(for principal: Principal) -> SQL {
        switch principal.role {
        case .employer: forEmployer
        case .candidate: forCandidate
        default: forStaff
        }
    }

    /// Reads one application and leaves out what the caller may not see.
    static func read(_ columns: inout Columns, for principal: Principal) throws -> ApplicationView {
        let (view, known) = try readInFull(&columns)
        return restricted(view, known, for: principal)
    }

    /// What the caller may know beside the application itself.
    struct Known {
        /// Who the candidate is.
        var candidate: Bool
        /// Which job it is, and whose.
        var job: Bool
    }

    /// Everything, and what of it the caller may know.
    static func readInFull(_ columns: inout Columns) throws -> (view: ApplicationView, known: Known) {
        let view = ApplicationView(
            id: try columns.next(), candidateID: try columns.next(), jobID: try columns.next(),
            companyID: try columns.next(), status: try columns.next(), onHold: try columns.next(),
            appliedAt: try columns.next(), statusEnteredAt: try columns.next(), closedAt: try columns.next(),
            coverLetter: try columns.next(), answers: try answers(columns.next()), cvID: try columns.next(),
            createdAt: try columns.next(), updatedAt: try columns.next(), version: try columns.next(),
            candidateName: fullName(try columns.next(), try columns.next()), candidateTitle: try columns.next(),
            jobTitle: try columns.next(), companyName: try columns.next(), sourceID: try columns.next(),
            consultantID: try columns.next(), matchScore: try columns.next(), rating: try columns.next(),
            rejectionReasonID: try columns.next(), position: try columns.next(), transitionID: nil)
        return (view, Known(candidate: try columns.next(), job: try columns.next()))
    }

    /// What this caller may see of it.
    static func restricted(_ view: ApplicationView, _ known: Known, for principal: Principal) -> ApplicationView {
        guard !principal.isStaff else { return view }
        var view = view
        if !known.candidate {
            view.candidateName = ApplicationVisibility.anonymousName(title: view.candidateTitle, for: principal)
            view.coverLetter = nil
            view.answers = []
            view.cvID = nil
        }
        if !known.job {
            view.companyID = nil
            view.jobTitle = ApplicationVisibility.confidentialJob[principal.language]
            view.companyName = ""
        }
        if principal.role != .employer {
            view.sourceID = nil
            view.consultantID = nil
            view.matchScore = nil
            view.rating = nil
            view.rejectionReasonID = nil
            view.position = nil
        }
        return view
    }

    static func fullName(_ first: String, _ last: String) -> String {
        if first.isEmpty { return last }
        return last.isEmpty ? first : first + " " + last
    }

    private static func answers(_ text: String) throws -> [ApplicationAnswer] {
        // Nearly always empty, and then nothing is parsed.
        guard text != "[]", !text.isEmpty else { return [] }
        return try JSONValue(parsing: Array(text.utf8)).decoded(as: [ApplicationAnswer].self, isStored: true)
    }
}
