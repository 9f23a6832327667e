import Domain

/// The board by raw SQLite: the counters of the workspace, and for each stage its first 50 cards with their names.
final class RawPipeline {
    private let begin, commit, counts, column: RawStatement
    private(set) var cards = 0
    private(set) var bytes = 0

    init(path: String) throws {
        let connection = try RawConnection(path: path, writes: false)
        begin = try connection.prepare("BEGIN")
        commit = try connection.prepare("COMMIT")
        counts = try connection.prepare("SELECT status, n FROM application_count WHERE scope_id = zeroblob(16)")
        column = try connection.prepare(
            """
            SELECT a.id, a.candidate_id, a.job_id, c.first_name, c.last_name, c.current_title, j.title, a.status,
            a.status_entered_at, a.on_hold, a.match_score, a.rating, a.position, a.version, a.row_no
            FROM application a LEFT JOIN candidate c ON c.id = a.candidate_id LEFT JOIN job j ON j.id = a.job_id
            WHERE a.status = ?1 AND a.deleted_at IS NULL ORDER BY a.position DESC, a.id DESC LIMIT 50
            """)
    }

    func read() throws {
        cards = 0
        try begin.run()
        while try counts.step() { bytes += counts.touch() }
        counts.reset()
        for stage in Application.Status.path {
            column.bind(1, stage.rawValue)
            while try column.step() {
                bytes += column.touch()
                cards += 1
            }
            column.reset()
        }
        try commit.run()
    }
}
