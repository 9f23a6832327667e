/// What is to be done outside of the database once a transaction has been committed.
enum OutboxTables {
    static let statements = [
        // `not_before` is when the mail may leave, the time of its making where nothing else was asked. The body of a
        // mail that holds a secret is emptied when it has left.
        """
        CREATE TABLE outbox (\(EngineSchema.common), kind {text} NOT NULL, status {text} NOT NULL,
        recipient {text} NOT NULL, recipient_name {text}, recipient_id {id}, subject {text} NOT NULL,
        body {text} NOT NULL, holds_secret {integer} NOT NULL, related_type {text}, related_id {id}, batch_id {id},
        not_before {integer} NOT NULL, attempts {integer} NOT NULL, last_attempt_at {integer}, last_error {text},
        sent_at {integer})
        """,
        // Those that wait are few beside those that have left.
        "CREATE INDEX outbox_waiting ON outbox (not_before, id) WHERE status = 'waiting'",
        "CREATE INDEX outbox_related ON outbox (related_id, created_at, id)",
        "CREATE INDEX outbox_batch ON outbox (batch_id, id)",
        "CREATE INDEX outbox_recipient ON outbox (recipient_id, created_at, id)",
    ]

    static let failures = [
        // Why a mail was not delivered, and since when that is known: also of one that had left and came back.
        "ALTER TABLE outbox ADD COLUMN failure {text}",
        "ALTER TABLE outbox ADD COLUMN failed_at {integer}",
        // An iCalendar text that goes with the mail, and its method.
        "ALTER TABLE outbox ADD COLUMN calendar {text}",
        "ALTER TABLE outbox ADD COLUMN calendar_method {text}",
        "CREATE INDEX outbox_failed ON outbox (related_id) WHERE failure IS NOT NULL",
    ]
}
