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
}
