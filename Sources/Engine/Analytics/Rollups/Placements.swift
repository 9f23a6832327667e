import Domain
import Storage

/// `placement`: a row for each hire that stands. Hires are few, so medians of their times are exact.
enum Placements {
    private static let columns: SQL = """
        application_id, job_id, company_id, consultant_id, source_id, started_at, accepted_at, hire_ms
        """

    /// The hires among some applications. Where no offer is known (an imported history) the hire counts as its
    /// acceptance.
    static func hires(where condition: SQL = "1 = 1") -> SQL {
        """
        SELECT a.id, a.job_id, a.company_id, a.consultant_id, a.source_id, a.applied_at,
        COALESCE((SELECT MAX(o.resolved_at) FROM offer o WHERE o.application_id = a.id AND o.status = 'accepted'
        AND o.deleted_at IS NULL), a.status_entered_at) AS accepted_at
        FROM application a WHERE a.status = 'hired' AND a.deleted_at IS NULL AND \(condition)
        """
    }

    /// Writes the hires among some applications.
    static func add(where condition: SQL = "1 = 1", in transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO placement (\(columns))
            SELECT id, job_id, company_id, consultant_id, source_id, applied_at, accepted_at, accepted_at - applied_at
            FROM (\(hires(where: condition))) hires
            """)
    }

    static func remove(_ application: Application.ID, in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM placement WHERE application_id = \(application)")
    }

    /// Writes when the job was opened and how long it then took, less the time on hold, for those of `placement`.
    static func time(where condition: SQL = "1 = 1", in transaction: any Transaction) throws {
        try transaction.execute("UPDATE placement SET opened_at = \(opened) WHERE \(condition)")
        try transaction.execute(
            """
            UPDATE placement SET fill_ms = accepted_at - opened_at - \(held)
            WHERE opened_at IS NOT NULL AND \(condition)
            """)
    }

    /// The last time that the job was opened before the offer was accepted. Coming back from hold opens nothing anew,
    /// and neither does a hire that was taken back (its move has the same `row_seq`).
    private static let opened: SQL = """
        (SELECT MAX(o.at) FROM job_status_history o WHERE o.job_id = placement.job_id AND o.to_status = 'open'
        AND o.at <= placement.accepted_at AND COALESCE(o.from_status, 'draft') <> 'on_hold'
        AND NOT (COALESCE(o.from_status, 'draft') = 'filled' AND EXISTS (SELECT 1 FROM application taken
        JOIN status_history back ON back.application_id = taken.id WHERE taken.job_id = o.job_id
        AND back.from_status = 'hired' AND back.row_seq = o.row_seq)))
        """

    /// Milliseconds on hold between the opening and the acceptance.
    private static let held: SQL = """
        COALESCE((SELECT SUM(COALESCE((SELECT MIN(n.at) FROM job_status_history n WHERE n.job_id = h.job_id
        AND n.from_status = 'on_hold' AND n.at >= h.at AND n.at < placement.accepted_at), placement.accepted_at)
        - h.at) FROM job_status_history h WHERE h.job_id = placement.job_id AND h.to_status = 'on_hold'
        AND h.at >= placement.opened_at AND h.at < placement.accepted_at), 0)
        """
}
