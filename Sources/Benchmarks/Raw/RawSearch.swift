import Domain

/// The newest 50 matches of a search by raw SQLite, the last word as the beginning of one: for the board in each of
/// its stages, for candidates in all.
final class RawSearch {
    private let statement: RawStatement
    private let board: Bool
    private(set) var rows = 0

    init(path: String, board: Bool) throws {
        self.board = board
        let connection = try RawConnection(path: path, writes: false)
        statement = try connection.prepare(
            board
                ? """
                SELECT a.id, a.candidate_id, a.job_id, c.first_name, c.last_name, c.current_title, j.title, a.status,
                a.status_entered_at, a.on_hold, a.match_score, a.rating, a.position, a.version, a.row_no
                FROM (SELECT rowid AS number FROM application_search WHERE application_search MATCH ?1
                ORDER BY rowid DESC LIMIT 50) AS found JOIN application a ON a.row_no = found.number
                LEFT JOIN candidate c ON c.id = a.candidate_id LEFT JOIN job j ON j.id = a.job_id
                ORDER BY found.number DESC
                """
                : """
                SELECT c.* FROM (SELECT rowid AS number FROM candidate_search WHERE candidate_search MATCH ?1
                ORDER BY rowid DESC LIMIT 50) AS found JOIN candidate c ON c.row_no = found.number
                ORDER BY found.number DESC
                """)
    }

    func find(_ typed: String) throws {
        var words = SearchWords.split(typed).map { "\"\($0)\"" }
        guard let last = words.popLast() else { return }
        words.append(last + " *")
        guard board else { return try run(words.joined(separator: " AND ")) }
        let text = words.joined(separator: " AND ")
        for stage in Application.Status.path { try run("\(text) AND \"=\(stage.rawValue)\"") }
    }

    private func run(_ expression: String) throws {
        statement.bind(1, expression)
        while try statement.step() { rows += min(statement.touch(), 1) }
        statement.reset()
    }
}
