import Domain
import Storage

/// Reads the education records of a candidate, the latest first.
enum EducationReading {
    static let columns: SQL = """
        id, candidate_id, institution, area, study_type, start_date, end_date, score, courses, url, version
        """

    static func read(_ columns: inout Columns) throws -> EducationView {
        EducationView(
            id: try columns.next(), candidateID: try columns.next(), institution: try columns.next(),
            area: try columns.next(), studyType: try columns.next(), startDate: try columns.next(),
            endDate: try columns.next(), score: try columns.next(), courses: try StoredJSON.directList(columns.next()),
            url: try columns.next(), version: try columns.next())
    }

    private static let order: SQL = "ORDER BY COALESCE(end_date, '9999') DESC, COALESCE(start_date, '') DESC, id DESC"

    static func all(of candidate: Candidate.ID, in transaction: any Transaction) throws -> [EducationView] {
        try transaction.all(
            """
            SELECT \(columns) FROM education WHERE candidate_id = \(candidate) AND deleted_at IS NULL \(order)
            """, read)
    }

    /// Those of several candidates, each candidate's in the same order.
    static func all(
        of candidates: [Candidate.ID], in transaction: any Transaction
    ) throws -> [Candidate.ID: [EducationView]] {
        try CandidateRecords.all(
            of: candidates, in: transaction, { "SELECT \(columns) FROM education WHERE \($0) \(order)" }, read,
            candidate: \.candidateID)
    }

    /// The record, if it is this candidate's.
    static func one(
        _ id: Education.ID, of candidate: Candidate.ID, in transaction: any Transaction
    ) throws -> EducationView? {
        try transaction.first(
            """
            SELECT \(columns) FROM education
            WHERE id = \(id) AND candidate_id = \(candidate) AND deleted_at IS NULL
            """, read)
    }
}
