/// What privacy needs beside the candidates: the history of consents, warnings before records are anonymised, merges
/// that can be undone, and files that are to be removed.
enum PrivacyTables {
    static let statements = [
        // Every statement about the ground on which a person's data are used, the newest of which counts. The state
        // that follows from them is on the candidate (consent_…, can_email).
        """
        CREATE TABLE candidate_consent (\(EngineSchema.common), candidate_id {id} NOT NULL REFERENCES candidate (id),
        basis {text} NOT NULL, purpose {text} NOT NULL, given_at {integer} NOT NULL, expires_at {integer},
        withdrawn_at {integer}, evidence {text})
        """,
        "CREATE INDEX candidate_consent_candidate ON candidate_consent (candidate_id, created_at, id)",
        // What was there before has one line, under the identifier of the candidate. Other words for a ground than
        // those of article 6 become the person's consent, and stay readable as the evidence.
        """
        INSERT INTO candidate_consent (id, created_at, updated_at, version, row_seq, candidate_id, basis, purpose,
        given_at, expires_at, evidence) SELECT c.id, c.consent_given_at, c.consent_given_at, 1, c.row_seq, c.id,
        CASE WHEN c.consent_basis IN ('contract', 'legitimate_interest', 'legal_obligation') THEN c.consent_basis
        ELSE 'consent' END, 'recruitment', c.consent_given_at, c.consent_expires_at,
        CASE WHEN c.consent_basis IN ('consent', 'contract', 'legitimate_interest', 'legal_obligation') THEN NULL
        ELSE c.consent_basis END FROM candidate c WHERE c.consent_given_at IS NOT NULL
        """,
        // Who was told that the record is going to be anonymised.
        """
        CREATE TABLE retention_warning (candidate_id {id} PRIMARY KEY NOT NULL REFERENCES candidate (id),
        warned_at {integer} NOT NULL, row_seq {integer} NOT NULL)
        """,
        """
        CREATE TABLE candidate_merge (\(EngineSchema.common), keep_id {id} NOT NULL REFERENCES candidate (id),
        merged_id {id} NOT NULL REFERENCES candidate (id), undo_until {integer} NOT NULL, undone_at {integer})
        """,
        "CREATE INDEX candidate_merge_keep ON candidate_merge (keep_id, created_at, id)",
        "CREATE INDEX candidate_merge_merged ON candidate_merge (merged_id)",
        "CREATE INDEX candidate_merge_until ON candidate_merge (undo_until)",
        // What a merge changed, column by column; those of one step were written by one statement. Kept until the merge
        // can no longer be undone.
        """
        CREATE TABLE merge_change (merge_id {id} NOT NULL REFERENCES candidate_merge (id), step {integer} NOT NULL,
        table_name {text} NOT NULL, row_id {id} NOT NULL, column_name {text} NOT NULL, value_before {text} NOT NULL,
        value_after {text} NOT NULL, PRIMARY KEY (merge_id, step, column_name))
        """,
        // The application of the same person for the same job that goes on for this one.
        "ALTER TABLE application ADD COLUMN merged_into_id {id}",
        "CREATE INDEX application_merged ON application (merged_into_id) WHERE merged_into_id IS NOT NULL",
        "CREATE INDEX candidate_merged ON candidate (merged_into_id) WHERE merged_into_id IS NOT NULL",
        "CREATE INDEX note_author ON note (author_id)",
        "CREATE INDEX message_sender ON message (sender_id)",
        // Files whose last row was erased. They go after the commit, since no transaction can bring a file back.
        "CREATE TABLE file_removal (sha256 {text} PRIMARY KEY NOT NULL, asked_at {integer} NOT NULL)",
    ]
}
