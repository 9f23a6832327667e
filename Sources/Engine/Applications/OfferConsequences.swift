import Domain
import Storage

/// What a move of an application does to its offers.
extension ApplicationRecord {
    /// An application that leaves the stage `offer` without a hire takes its pending offers with it: they are
    /// rescinded, or declined where the candidate withdrew after one was sent.
    func voidPendingOffers(withdrawn: Bool, in call: Call) throws {
        let sent = withdrawn ? Offer.Status.declined : .rescinded
        try call.transaction.execute(
            """
            UPDATE offer SET status = CASE WHEN status = 'sent' THEN \(sent) ELSE 'rescinded' END,
            resolved_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence())
            WHERE application_id = \(id) AND status IN ('draft', 'pending_approval', 'approved', 'sent')
            """)
    }

    /// Undoing such a move brings back the offers that it made void.
    func restoreOffers(voidedAt: Instant, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE offer SET status = CASE WHEN sent_at IS NULL THEN 'draft' ELSE 'sent' END, resolved_at = NULL,
            updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence())
            WHERE application_id = \(id) AND status IN ('rescinded', 'declined') AND resolved_at = \(voidedAt)
            """)
    }
}
