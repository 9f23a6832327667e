import Domain
import Storage

/// Every status that a job has had, for its time on hold and its time to fill.
enum JobStatusHistory {
    static func write(_ job: Job.ID, from: Job.Status?, to: Job.Status, in call: Call) throws {
        try call.transaction.execute(
            """
            INSERT INTO job_status_history (id, job_id, from_status, to_status, at, actor_id, row_seq)
            VALUES (\(call.newID(AnyEntity.self)), \(job), \(from), \(to), \(call.now), \(call.principal.userID),
            \(try call.rowSequence()))
            """)
    }
}
