import Domain
import Storage

/// `application_count`: how many applications stand in each stage, for the workspace, a company, a job and a
/// consultant. Written in the transaction of the move, so that a board reads its counts instead of counting.
enum ApplicationCounts {
    /// The scope of the whole workspace.
    static let workspace = AnyEntity.ID(high: 0, low: 0)

    /// A stage, and when the application entered it.
    typealias Standing = (status: Application.Status, since: Instant)

    /// What an application adds to `entered`: with `n`, it gives the age of open visits.
    private static func entered(_ standing: Standing) -> Int64 {
        standing.status.isOpen ? standing.since.milliseconds : 0
    }

    /// Moves one application between stages in all its scopes with one statement of fixed text.
    static func move(
        from: Standing, to: Standing, company: Company.ID, job: Job.ID, consultant: Consultant.ID?,
        in transaction: any Transaction
    ) throws {
        let (left, entered) = (-entered(from), entered(to))
        let (old, new) = (from.status, to.status)
        if let consultant {
            try transaction.execute(
                """
                INSERT INTO application_count (scope_id, status, n, entered) VALUES (\(workspace), \(old), -1, \(left)),
                (\(workspace), \(new), 1, \(entered)), (\(company), \(old), -1, \(left)),
                (\(company), \(new), 1, \(entered)), (\(job), \(old), -1, \(left)), (\(job), \(new), 1, \(entered)),
                (\(consultant), \(old), -1, \(left)), (\(consultant), \(new), 1, \(entered))
                ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n,
                entered = application_count.entered + excluded.entered
                """)
        } else {
            try transaction.execute(
                """
                INSERT INTO application_count (scope_id, status, n, entered) VALUES (\(workspace), \(old), -1, \(left)),
                (\(workspace), \(new), 1, \(entered)), (\(company), \(old), -1, \(left)),
                (\(company), \(new), 1, \(entered)), (\(job), \(old), -1, \(left)), (\(job), \(new), 1, \(entered))
                ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n,
                entered = application_count.entered + excluded.entered
                """)
        }
    }

    /// Counts a new application.
    static func add(
        _ status: Application.Status, enteredAt: Instant, company: Company.ID, job: Job.ID,
        consultant: Consultant.ID?, in transaction: any Transaction
    ) throws {
        let entered = entered((status, enteredAt))
        try transaction.execute(
            """
            INSERT INTO application_count (scope_id, status, n, entered) VALUES (\(workspace), \(status), 1, \(entered)),
            (\(company), \(status), 1, \(entered)), (\(job), \(status), 1, \(entered))
            ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n,
            entered = application_count.entered + excluded.entered
            """)
        if let consultant { try change(consultant.cast(), status, by: 1, entered: entered, in: transaction) }
    }

    static func change(
        _ scope: AnyEntity.ID, _ status: Application.Status, by difference: Int, entered: Int64,
        in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO application_count (scope_id, status, n, entered)
            VALUES (\(scope), \(status), \(difference), \(entered))
            ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n,
            entered = application_count.entered + excluded.entered
            """)
    }

    /// The counts of one scope; a stage that is missing has none.
    static func read(_ scope: AnyEntity.ID, in transaction: any Transaction) throws -> [Application.Status: Int] {
        var counts: [Application.Status: Int] = [:]
        try transaction.forEach("SELECT status, n FROM application_count WHERE scope_id = \(scope)") { row in
            counts[try Application.Status.decode(row, 0)] = Int(row.integer(1))
            return true
        }
        return counts
    }

    /// Carries the applications of a job over to another consultant, with their counts and search tokens. Called in
    /// the transaction that changes the job's owner.
    static func reassign(job: Job.ID, to consultant: Consultant.ID?, in call: Call) throws {
        let stages = try call.transaction.all(
            """
            SELECT consultant_id, status, COUNT(*),
            CAST(SUM(CASE WHEN closed_at IS NULL THEN status_entered_at ELSE 0 END) AS BIGINT)
            FROM application WHERE job_id = \(job) AND deleted_at IS NULL GROUP BY consultant_id, status
            """
        ) { columns in
            (
                from: try columns.next(Consultant.ID?.self), status: try columns.next(Application.Status.self),
                count: try columns.next(Int.self), entered: try columns.next(Int64.self)
            )
        }
        for stage in stages where stage.from != consultant {
            if let from = stage.from {
                try change(
                    from.cast(), stage.status, by: -stage.count, entered: -stage.entered, in: call.transaction)
            }
            if let consultant {
                try change(
                    consultant.cast(), stage.status, by: stage.count, entered: stage.entered, in: call.transaction)
            }
        }
        guard stages.contains(where: { $0.from != consultant }) else { return }
        let ofJob: SQL = "a.job_id = \(job)"
        try ApplicationRollups.add(.consultants, where: ofJob, times: -1, in: call.transaction)
        try call.transaction.execute(
            """
            UPDATE application SET consultant_id = \(consultant), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE job_id = \(job)
            """)
        try ApplicationRollups.add(.consultants, where: ofJob, in: call.transaction)
        try call.transaction.execute("UPDATE placement SET consultant_id = \(consultant) WHERE job_id = \(job)")
        try ApplicationSearchDocument.refresh(job: job, in: call.transaction)
    }
}
