/// Accounts, sessions, and facts about the workspace itself.
enum AccountTables {
    static let statements = [
        "CREATE TABLE workspace_info (key {text} PRIMARY KEY NOT NULL, value {text} NOT NULL)",
        // The highest row_no given out in each table, so that numbers are dense and never used twice.
        "CREATE TABLE row_number (table_name {text} PRIMARY KEY NOT NULL, last {integer} NOT NULL)",
        // What is gone, for those who keep a copy of the rows.
        """
        CREATE TABLE tombstone (table_name {text} NOT NULL, row_id {id} NOT NULL, row_seq {integer} NOT NULL,
        deleted_at {integer} NOT NULL, PRIMARY KEY (table_name, row_id))
        """,
        """
        CREATE TABLE user_account (\(EngineSchema.common),
        email {text} NOT NULL, email_folded {text} NOT NULL UNIQUE, password_hash {text} NOT NULL,
        first_name {text} NOT NULL, last_name {text} NOT NULL, role {text} NOT NULL, status {text} NOT NULL,
        company_id {id}, locale {text} NOT NULL, timezone {text} NOT NULL, email_verified_at {integer},
        last_login_at {integer}, failed_logins {integer} NOT NULL, locked_until {integer},
        token_epoch {integer} NOT NULL, phone {text})
        """,
        "CREATE INDEX user_account_created ON user_account (created_at, id)",
        "CREATE INDEX user_account_company ON user_account (company_id)",
        """
        CREATE TABLE session (id {id} PRIMARY KEY NOT NULL, user_id {id} NOT NULL REFERENCES user_account (id),
        created_at {integer} NOT NULL, expires_at {integer} NOT NULL, revoked_at {integer},
        token_epoch {integer} NOT NULL, refresh_hash {bytes}, row_seq {integer} NOT NULL)
        """,
        "CREATE INDEX \"session_user\" ON session (user_id)",
        "CREATE UNIQUE INDEX session_refresh ON session (refresh_hash)",
        // Answers of calls that carried an idempotency key, so that a repeated call is carried out once.
        """
        CREATE TABLE idempotency (user_id {id} NOT NULL, operation_id {text} NOT NULL, key {text} NOT NULL,
        input_hash {bytes} NOT NULL, answer {text} NOT NULL, at {integer} NOT NULL,
        PRIMARY KEY (user_id, operation_id, key))
        """,
    ]

    static let loginFailures = [
        // Wrong passwords for addresses that have no account, by the SHA-256 of the address; those of an account are
        // counted in its own row. Forgotten after a day.
        """
        CREATE TABLE login_failure (address_hash {bytes} PRIMARY KEY NOT NULL, failures {integer} NOT NULL,
        locked_until {integer}, last_at {integer} NOT NULL)
        """,
        "CREATE INDEX login_failure_last ON login_failure (last_at)",
    ]

    /// What a row of an import that nothing recognises was made into, by the SHA-256 of the whole row.
    static let importedRows = """
        CREATE TABLE imported_row (table_name {text} NOT NULL, digest {bytes} NOT NULL, row_id {id} NOT NULL,
        PRIMARY KEY (table_name, digest))
        """

    static let searching = [
        // By which the full-text index names an account. None until it is given one, when the workspace is opened.
        "ALTER TABLE user_account ADD COLUMN row_no {integer}",
        "CREATE UNIQUE INDEX user_account_number ON user_account (row_no) WHERE row_no IS NOT NULL",
        "CREATE INDEX user_account_unnumbered ON user_account (created_at, id) WHERE row_no IS NULL",
        // The trash.
        "CREATE INDEX user_account_deleted ON user_account (created_at, id) WHERE deleted_at IS NOT NULL",
    ]
}
