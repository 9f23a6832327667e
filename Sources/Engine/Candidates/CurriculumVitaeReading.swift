import Domain
import JSON
import Storage

/// Reads rows of `cv`.
enum CurriculumVitaeReading {
    static let columns: SQL = """
        id, candidate_id, version_no, filename, media_type, size, sha256, kind, is_primary, created_at, content, parsed,
        parser_version
        """

    static func read(_ columns: inout Columns) throws -> CurriculumVitaeView {
        CurriculumVitaeView(
            id: try columns.next(), candidateID: try columns.next(), versionNo: try columns.next(),
            filename: try columns.next(), mediaType: try columns.next(), size: try columns.next(),
            sha256: try columns.next(), kind: try columns.next(), isPrimary: try columns.next(),
            createdAt: try columns.next(), text: try columns.next(),
            parsed: (try? JSONValue(parsing: columns.next(String.self))) ?? .null, parserVersion: try columns.next())
    }

    /// The version asked for or, for none, the primary one, else the latest.
    static func one(
        of candidate: Candidate.ID, version: Int?, in transaction: any Transaction
    ) throws -> CurriculumVitaeView? {
        if let version {
            return try transaction.first(
                """
                SELECT \(columns) FROM cv WHERE candidate_id = \(candidate) AND version_no = \(version)
                AND deleted_at IS NULL
                """, read)
        }
        return try transaction.first(
            """
            SELECT \(columns) FROM cv WHERE candidate_id = \(candidate) AND deleted_at IS NULL
            ORDER BY is_primary DESC, version_no DESC LIMIT 1
            """, read)
    }

    /// The version that has these very contents.
    static func one(
        of candidate: Candidate.ID, sha256: String, in transaction: any Transaction
    ) throws -> CurriculumVitaeView? {
        try transaction.first(
            """
            SELECT \(columns) FROM cv WHERE candidate_id = \(candidate) AND sha256 = \(sha256)
            AND deleted_at IS NULL ORDER BY version_no LIMIT 1
            """, read)
    }
}
