import Domain
import Storage

/// Reads the experience records of a candidate, the latest first; what is still going on comes before all.
enum ExperienceReading {
    static let columns: SQL = """
        id, candidate_id, name, position, location, start_date, end_date, summary, highlights, version
        """

    static func read(_ columns: inout Columns) throws -> ExperienceView {
        ExperienceView(
            id: try columns.next(), candidateID: try columns.next(), name: try columns.next(),
            position: try columns.next(), location: try columns.next(), startDate: try columns.next(),
            endDate: try columns.next(), summary: try columns.next(),
            highlights: try StoredJSON.directList(columns.next()), version: try columns.next())
    }

    private static let order: SQL = "ORDER BY COALESCE(end_date, '9999') DESC, start_date DESC, id DESC"

    static func all(of candidate: Candidate.ID, in transaction: any Transaction) throws -> [ExperienceView] {
        try transaction.all(
            """
            SELECT \(columns) FROM experience WHERE candidate_id = \(candidate) AND deleted_at IS NULL \(order)
            """, read)
    }

    /// Those of several candidates, each candidate's in the same order.
    static func all(
        of candidates: [Candidate.ID], in transaction: any Transaction
    ) throws -> [Candidate.ID: [ExperienceView]] {
        try CandidateRecords.all(
            of: candidates, in: transaction, { "SELECT \(columns) FROM experience WHERE \($0) \(order)" }, read,
            candidate: \.candidateID)
    }

    /// The record, if it is this candidate's.
    static func one(
        _ id: Experience.ID, of candidate: Candidate.ID, in transaction: any Transaction
    ) throws -> ExperienceView? {
        try transaction.first(
            """
            SELECT \(columns) FROM experience
            WHERE id = \(id) AND candidate_id = \(candidate) AND deleted_at IS NULL
            """, read)
    }
}
