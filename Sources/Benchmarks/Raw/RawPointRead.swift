import Domain

/// One application with the names beside it, by raw SQLite.
final class RawPointRead {
    private let statement: RawStatement
    private(set) var bytes = 0

    init(path: String) throws {
        statement = try RawConnection(path: path, writes: false).prepare(
            """
            SELECT a.id, a.candidate_id, a.job_id, a.company_id, a.status, a.on_hold, a.applied_at, a.status_entered_at,
            a.closed_at, a.cover_letter, a.answers, a.cv_id, a.created_at, a.updated_at, a.version, c.first_name,
            c.last_name, c.current_title, j.title, p.name, a.source_id, a.consultant_id, a.match_score, a.rating,
            a.rejection_reason_id, a.position FROM application a LEFT JOIN candidate c ON c.id = a.candidate_id
            LEFT JOIN job j ON j.id = a.job_id LEFT JOIN company p ON p.id = a.company_id
            WHERE a.id = ?1 AND a.deleted_at IS NULL
            """)
    }

    func read(_ id: Application.ID) throws {
        statement.bind(1, id)
        guard try statement.step() else { throw BenchProblem("application \(id) is not there") }
        bytes += statement.touch()
        statement.reset()
    }
}
