import Domain
import Storage

/// Bulk mail that waits in the outbox: whoever takes its consent back gets none of it any more.
enum WaitingBulkMail {
    static func cancel(for candidates: [Candidate.ID], in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE outbox SET status = \(OutboxMail.Status.cancelled), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE \(condition(candidates))
            """)
    }

    static func ids(for candidates: [Candidate.ID], in transaction: any Transaction) throws -> [OutboxMail.ID] {
        try transaction.column("SELECT id FROM outbox WHERE \(condition(candidates)) ORDER BY id")
    }

    private static func condition(_ candidates: [Candidate.ID]) -> SQL {
        """
        related_id IN \(list: candidates) AND related_type = 'candidate'
        AND kind = \(OutboxMail.Kind.bulkMessage) AND status = \(OutboxMail.Status.waiting)
        """
    }
}
