import Domain
import Storage

/// `application_count`: how many applications stand in each stage, for the workspace, a company, a job and a
/// consultant. Written in the transaction of the move, so that a board reads its counts instead of counting.
public enum ApplicationCounts {
    /// The scope of the whole workspace.
    static let workspace = AnyEntity.ID(high: 0, low: 0)

    /// Moves one application between stages in all its scopes with one statement of fixed text.
    static func move(
        from: Application.Status, to: Application.Status, company: Company.ID, job: Job.ID,
        consultant: Consultant.ID?, in transaction: any Transaction
    ) throws {
        if let consultant {
            try transaction.execute(
                """
                INSERT INTO application_count (scope_id, status, n) VALUES (\(workspace), \(from), -1),
                (\(workspace), \(to), 1), (\(company), \(from), -1), (\(company), \(to), 1), (\(job), \(from), -1),
                (\(job), \(to), 1), (\(consultant), \(from), -1), (\(consultant), \(to), 1)
                ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n
                """)
        } else {
            try transaction.execute(
                """
                INSERT INTO application_count (scope_id, status, n) VALUES (\(workspace), \(from), -1),
                (\(workspace), \(to), 1), (\(company), \(from), -1), (\(company), \(to), 1), (\(job), \(from), -1),
                (\(job), \(to), 1)
                ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n
                """)
        }
    }

    /// Counts a new application.
    static func add(
        _ status: Application.Status, company: Company.ID, job: Job.ID, consultant: Consultant.ID?,
        in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO application_count (scope_id, status, n) VALUES (\(workspace), \(status), 1),
            (\(company), \(status), 1), (\(job), \(status), 1)
            ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n
            """)
        if let consultant { try change(consultant.cast(), status, by: 1, in: transaction) }
    }

    static func change(
        _ scope: AnyEntity.ID, _ status: Application.Status, by difference: Int, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO application_count (scope_id, status, n) VALUES (\(scope), \(status), \(difference))
            ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n
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
            SELECT consultant_id, status, COUNT(*) FROM application WHERE job_id = \(job) AND deleted_at IS NULL
            GROUP BY consultant_id, status
            """
        ) { columns in
            (
                from: try columns.next(Consultant.ID?.self), status: try columns.next(Application.Status.self),
                count: try columns.next(Int.self)
            )
        }
        for stage in stages where stage.from != consultant {
            if let from = stage.from { try change(from.cast(), stage.status, by: -stage.count, in: call.transaction) }
            if let consultant {
                try change(consultant.cast(), stage.status, by: stage.count, in: call.transaction)
            }
        }
        guard stages.contains(where: { $0.from != consultant }) else { return }
        try call.transaction.execute(
            """
            UPDATE application SET consultant_id = \(consultant), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE job_id = \(job)
            """)
        try ApplicationSearchDocument.refresh(job: job, in: call.transaction)
    }
}
