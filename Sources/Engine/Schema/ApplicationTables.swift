/// Applications and everything that happens to them.
enum ApplicationTables {
    static let statements = [
        // company_id and consultant_id are the job's, kept here so that a column of the board is one index range.
        // client_visible is 1 once the candidate made the application itself or it reached `submitted`: from then on
        // the employer sees the candidate in full. position orders a column of the board, highest first.
        """
        CREATE TABLE application (\(EngineSchema.common), row_no {integer} NOT NULL UNIQUE,
        candidate_id {id} NOT NULL REFERENCES candidate (id), job_id {id} NOT NULL REFERENCES job (id),
        company_id {id} NOT NULL REFERENCES company (id), consultant_id {id}, status {text} NOT NULL,
        on_hold {integer} NOT NULL, applied_at {integer} NOT NULL, status_entered_at {integer} NOT NULL,
        source_id {id} REFERENCES source (id), cover_letter {text}, answers {text} NOT NULL,
        cv_id {id} REFERENCES cv (id), match_score {real}, rating {integer},
        rejection_reason_id {id} REFERENCES reason (id), closed_at {integer}, position {integer} NOT NULL,
        client_visible {integer} NOT NULL)
        """,
        """
        CREATE UNIQUE INDEX application_open ON application (candidate_id, job_id)
        WHERE closed_at IS NULL AND deleted_at IS NULL
        """,
        "CREATE INDEX application_candidate ON application (candidate_id, company_id)",
        "CREATE INDEX application_created ON application (created_at, id)",
        // Lists, newest first, of a company, a consultant, a source, and of what is on hold.
        "CREATE INDEX application_company_created ON application (company_id, created_at, id)",
        "CREATE INDEX application_consultant_created ON application (consultant_id, created_at, id)",
        "CREATE INDEX application_source_created ON application (source_id, created_at, id)",
        "CREATE INDEX application_on_hold ON application (created_at, id) WHERE on_hold = 1",
        "CREATE INDEX application_board ON application (status, position, id) WHERE deleted_at IS NULL",
        "CREATE INDEX application_job ON application (job_id, status, position, id) WHERE deleted_at IS NULL",
        "CREATE INDEX application_company ON application (company_id, status, position, id) WHERE deleted_at IS NULL",
        """
        CREATE INDEX application_consultant ON application (consultant_id, status, position, id)
        WHERE deleted_at IS NULL
        """,
        // How many applications stand in each stage, for every scope that a board can have: the whole workspace
        // (scope 0), a company, a job, a consultant. Written in the transaction of the move; doctor recounts it.
        """
        CREATE TABLE application_count (scope_id {id} NOT NULL, status {text} NOT NULL, n {integer} NOT NULL,
        PRIMARY KEY (scope_id, status))
        """,
        // from_entered_at, from_position and from_client_visible are what the application had before, for undo.
        """
        CREATE TABLE status_history (id {id} PRIMARY KEY NOT NULL,
        application_id {id} NOT NULL REFERENCES application (id), from_status {text}, to_status {text} NOT NULL,
        at {integer} NOT NULL, actor_id {id}, reason_id {id}, public_comment {text}, internal_comment {text},
        batch_id {id}, undo_of {id}, from_entered_at {integer}, from_position {integer}, from_client_visible {integer},
        row_seq {integer} NOT NULL)
        """,
        "CREATE INDEX status_history_application ON status_history (application_id, at, id)",
        """
        CREATE TABLE note (\(EngineSchema.common), subject_type {text} NOT NULL, subject_id {id} NOT NULL,
        author_id {id} NOT NULL REFERENCES user_account (id), body {text} NOT NULL, visibility {text} NOT NULL,
        mentions {text} NOT NULL, edited_at {integer})
        """,
        "CREATE INDEX note_subject ON note (subject_id, created_at, id)",
        """
        CREATE TABLE interview (\(EngineSchema.common), application_id {id} NOT NULL REFERENCES application (id),
        round {integer} NOT NULL, kind {text} NOT NULL, start_at {integer} NOT NULL, end_at {integer} NOT NULL,
        timezone {text} NOT NULL, location {text}, video_url {text},
        organizer_id {id} NOT NULL REFERENCES user_account (id), participants {text} NOT NULL, status {text} NOT NULL,
        ical_uid {text} NOT NULL UNIQUE, ical_sequence {integer} NOT NULL)
        """,
        "CREATE INDEX interview_application ON interview (application_id, start_at)",
        "CREATE INDEX interview_start ON interview (start_at, id)",
        """
        CREATE TABLE offer (\(EngineSchema.common), application_id {id} NOT NULL REFERENCES application (id),
        revision {integer} NOT NULL, status {text} NOT NULL, salary {integer} NOT NULL, currency {text} NOT NULL,
        start_date {text} NOT NULL, expires_at {integer} NOT NULL, sent_at {integer}, resolved_at {integer},
        decline_reason_id {id} REFERENCES reason (id), salary_unit {text} NOT NULL, message {text},
        UNIQUE (application_id, revision))
        """,
        "CREATE INDEX offer_created ON offer (created_at, id)",
    ]

    /// The index of documents with tokens that could be words; a new one is made in its place, and filled when the
    /// workspace is opened (`ApplicationSearchDocument.fillOnce`). SQLite has a view of its words beside it.
    static let forgottenDocuments = [
        "DROP TABLE application_search", "DROP TABLE IF EXISTS application_search_words",
    ]
}
