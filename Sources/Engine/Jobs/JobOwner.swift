import Domain
import Storage

/// A job's applications are its consultant's: they carry the consultant, so that a board's column is one index range.
enum JobOwner {
    /// Hands the job's applications, and what the boards count of them, to another consultant.
    static func handOver(
        _ job: Job.ID, from old: Consultant.ID?, to new: Consultant.ID?, in call: Call
    ) throws {
        try call.transaction.execute(
            """
            UPDATE application SET consultant_id = \(new), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE job_id = \(job) AND deleted_at IS NULL
            """)
        if let old {
            try call.transaction.execute(
                """
                UPDATE application_count SET n = n - (SELECT moved.n FROM application_count moved
                WHERE moved.scope_id = \(job) AND moved.status = application_count.status)
                WHERE scope_id = \(old) AND status IN (SELECT status FROM application_count WHERE scope_id = \(job))
                """)
        }
        if let new {
            try call.transaction.execute(
                """
                INSERT INTO application_count (scope_id, status, n)
                SELECT \(new), status, n FROM application_count WHERE scope_id = \(job)
                ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n
                """)
        }
    }
}

/// Applications are found by their job's title too.
enum JobTitle {
    /// Makes the search documents of the job's applications anew.
    static func changed(_ job: Job.ID, in call: Call) throws {}
}
