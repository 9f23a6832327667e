/// The audit log and its head.
enum AuditTables {
    static let statements = [
        """
        CREATE TABLE audit_log (seq {integer} PRIMARY KEY NOT NULL, at {integer} NOT NULL, actor_id {id},
        actor_role {text} NOT NULL, origin {text} NOT NULL, request_id {text} NOT NULL, operation_id {text} NOT NULL,
        target_type {text} NOT NULL, target_id {id}, outcome {integer} NOT NULL, before {text}, after {text},
        salt {bytes}, payload_digest {bytes} NOT NULL, previous_hash {bytes} NOT NULL, hash {bytes} NOT NULL)
        """,
        "CREATE INDEX audit_log_actor ON audit_log (actor_id, seq)",
        "CREATE INDEX audit_log_target ON audit_log (target_id, seq)",
        "CREATE TABLE audit_head (id {integer} PRIMARY KEY NOT NULL, seq {integer} NOT NULL, hash {bytes} NOT NULL)",
    ]

    /// The log is read newest first, within a span of time, cut by who did what to which row and how it ended.
    static let indexesByTime = [
        "DROP INDEX audit_log_actor",
        "DROP INDEX audit_log_target",
        "CREATE INDEX audit_log_time ON audit_log (at, seq)",
        "CREATE INDEX audit_log_actor ON audit_log (actor_id, at, seq)",
        "CREATE INDEX audit_log_operation ON audit_log (operation_id, at, seq)",
        "CREATE INDEX audit_log_target ON audit_log (target_id, at, seq)",
        "CREATE INDEX audit_log_target_type ON audit_log (target_type, at, seq)",
        "CREATE INDEX audit_log_outcome ON audit_log (outcome, at, seq)",
        // Refusals of every kind, in order of time.
        "CREATE INDEX audit_log_refused ON audit_log (at, seq) WHERE outcome >= 400",
    ]
}
