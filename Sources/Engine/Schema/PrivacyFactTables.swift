/// What lists of everybody are walked by instead of by everybody: derived from other rows, and written in the
/// transaction of whatever changes those. `rplus doctor` compares, and `--rebuild` makes them anew.
enum PrivacyFactTables {
    /// `RetentionTerms` says what is in it. There is an index for each of the three ways in which a record becomes due.
    static let retention = [
        """
        CREATE TABLE retention_term (candidate_id {id} PRIMARY KEY NOT NULL REFERENCES candidate (id),
        heard_at {integer} NOT NULL, hired_at {integer}, kept_until {integer})
        """,
        """
        CREATE INDEX retention_term_heard ON retention_term (heard_at, candidate_id)
        WHERE kept_until IS NULL AND hired_at IS NULL
        """,
        """
        CREATE INDEX retention_term_hired ON retention_term (hired_at, heard_at, candidate_id)
        WHERE kept_until IS NULL AND hired_at IS NOT NULL
        """,
        """
        CREATE INDEX retention_term_kept ON retention_term (kept_until, candidate_id) WHERE kept_until IS NOT NULL
        """,
        // The last message of a person is asked for whenever it writes one.
        "DROP INDEX message_sender",
        "CREATE INDEX message_sender ON message (sender_id, sent_at)",
    ]

    /// `SharedContacts` says what is in it. Values that too many share are not listed.
    static let sharedContacts = [
        """
        CREATE TABLE shared_contact (kind {text} NOT NULL, value_folded {text} NOT NULL, members {integer} NOT NULL,
        PRIMARY KEY (kind, value_folded))
        """,
        "CREATE INDEX shared_contact_listed ON shared_contact (kind, value_folded) WHERE members <= 20",
    ]
}
