/// What accounts need beside `AccountTables`: tokens that mails carry, used refresh tokens, limits, settings,
/// notifications.
enum PeopleTables {
    static let statements = [
        // Tokens that a mail carries, as their SHA-256. Each is for one purpose and one use.
        """
        CREATE TABLE account_token (id {id} PRIMARY KEY NOT NULL, user_id {id} NOT NULL REFERENCES user_account (id),
        purpose {text} NOT NULL, token_hash {bytes} NOT NULL UNIQUE, created_at {integer} NOT NULL,
        expires_at {integer} NOT NULL, used_at {integer}, row_seq {integer} NOT NULL)
        """,
        "CREATE INDEX account_token_user ON account_token (user_id, purpose)",
        // Refresh tokens that were exchanged for a newer one. One of them coming again means that it was stolen.
        """
        CREATE TABLE used_refresh_token (token_hash {bytes} PRIMARY KEY NOT NULL,
        session_id {id} NOT NULL REFERENCES session (id), used_at {integer} NOT NULL)
        """,
        "CREATE INDEX used_refresh_token_session ON used_refresh_token (session_id)",
        // How often something was asked for within a span of time, by the SHA-256 of what is limited.
        """
        CREATE TABLE rate_limit (subject_hash {bytes} PRIMARY KEY NOT NULL, hits {integer} NOT NULL,
        started_at {integer} NOT NULL, ends_at {integer} NOT NULL)
        """,
        "CREATE INDEX rate_limit_end ON rate_limit (ends_at)",
        // Only what differs from the default has a row. The value is JSON text.
        """
        CREATE TABLE setting (key {text} PRIMARY KEY NOT NULL, value {text} NOT NULL, is_secret {integer} NOT NULL,
        updated_at {integer} NOT NULL, updated_by {id}, version {integer} NOT NULL, row_seq {integer} NOT NULL)
        """,
        // `inbox` is whose it is: `everyone`, `role:employer`, `user:<id>`.
        """
        CREATE TABLE notification (\(EngineSchema.common), inbox {text} NOT NULL, recipient_id {id}, audience {text},
        level {text} NOT NULL, title {text} NOT NULL, body {text} NOT NULL, link {text}, expires_at {integer})
        """,
        "CREATE INDEX notification_created ON notification (created_at, id)",
        "CREATE INDEX notification_inbox ON notification (inbox, created_at, id)",
        """
        CREATE TABLE notification_read (notification_id {id} NOT NULL REFERENCES notification (id),
        user_id {id} NOT NULL REFERENCES user_account (id), read_at {integer} NOT NULL, row_seq {integer} NOT NULL,
        PRIMARY KEY (notification_id, user_id))
        """,
        "CREATE INDEX notification_read_user ON notification_read (user_id)",
        // Steps that changed data, not the schema.
        """
        CREATE TABLE data_migration (name {text} PRIMARY KEY NOT NULL, applied_at {integer} NOT NULL,
        applied_by {id}, changed_rows {integer} NOT NULL)
        """,
        // Lists of accounts by name, role and state; those of an audience by role.
        "ALTER TABLE user_account ADD COLUMN name_folded {text} NOT NULL DEFAULT ''",
        // The company that an employer named when it registered.
        "ALTER TABLE user_account ADD COLUMN requested_company {text}",
        "CREATE INDEX user_account_name ON user_account (name_folded, id)",
        "CREATE INDEX user_account_role ON user_account (role, created_at, id)",
        "CREATE INDEX user_account_status ON user_account (status, created_at, id)",
        // The trash, newest first.
        "CREATE INDEX tombstone_deleted ON tombstone (deleted_at, row_id)",
    ]
}
