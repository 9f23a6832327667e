/// Indexes by which lists are read in the order that was asked for, cut by one of their filters, and counted without
/// looking at the rows.
enum ListIndexes {
    static let statements = [
        "CREATE INDEX application_status ON application (status, created_at, id) WHERE deleted_at IS NULL",
        "CREATE INDEX application_deleted ON application (id) WHERE deleted_at IS NOT NULL",
        "DROP INDEX interview_start",
        "CREATE INDEX interview_start ON interview (start_at, id, application_id) WHERE deleted_at IS NULL",
        "CREATE INDEX interview_status ON interview (status, start_at, id, application_id) WHERE deleted_at IS NULL",
        "DROP INDEX offer_created",
        "CREATE INDEX offer_created ON offer (created_at, id, application_id) WHERE deleted_at IS NULL",
        """
        CREATE INDEX offer_status ON offer (status, created_at, id, application_id, expires_at)
        WHERE deleted_at IS NULL
        """,
        "CREATE INDEX job_employment_type ON job (employment_type, created_at, id)",
        // The few that somebody looks for.
        "CREATE INDEX user_account_unverified ON user_account (created_at, id) WHERE email_verified_at IS NULL",
        "CREATE INDEX user_account_locked ON user_account (locked_until, id) WHERE locked_until IS NOT NULL",
        "CREATE INDEX user_account_login ON user_account ((COALESCE(last_login_at, 0)), id)",
    ]

    /// Candidates who come from no source, or whom nobody looks after, are in no index by it: of those that are imported
    /// that is most, and each index costs every one of them.
    static let sparseStatements = [
        "DROP INDEX candidate_owner",
        """
        CREATE INDEX candidate_owner ON candidate (owner_consultant_id, created_at, id)
        WHERE owner_consultant_id IS NOT NULL
        """,
        "DROP INDEX candidate_source",
        """
        CREATE INDEX candidate_source ON candidate (source_id, created_at, id)
        WHERE source_id IS NOT NULL AND deleted_at IS NULL
        """,
    ]

    /// By which the candidates of a source are counted, and the accounts that nobody has confirmed are listed by name
    /// and address.
    static let furtherStatements = [
        "CREATE INDEX candidate_source ON candidate (source_id, created_at, id) WHERE deleted_at IS NULL",
        "CREATE INDEX user_account_unverified_name ON user_account (name_folded, id) WHERE email_verified_at IS NULL",
        "CREATE INDEX user_account_unverified_email ON user_account (email_folded, id) WHERE email_verified_at IS NULL",
    ]

    /// The candidates that employers may find, by the key of the full-text index, so that what a search finds is counted
    /// without reading rows. The key is an expression so that SQLite does not take the index of `UNIQUE` for it, which
    /// leads to the rows.
    static let statementsOfSearches = [
        """
        CREATE INDEX candidate_searchable_row ON candidate ((CAST(row_no AS BIGINT)), consent_expires_at)
        WHERE (status IN ('active', 'passive')) IS TRUE AND consent_given_at IS NOT NULL AND anonymized_at IS NULL
        AND deleted_at IS NULL
        """
    ]

    /// By which each kind of caller begins at what it may see (docs/decisions/0203-lists-in-parts.md).
    static let statementsByCaller = [
        // The candidates that employers may find (`CandidateVisibility.searchable`), asked for one by one.
        """
        CREATE INDEX candidate_searchable ON candidate (id, consent_expires_at)
        WHERE (status IN ('active', 'passive')) IS TRUE AND consent_given_at IS NOT NULL AND anonymized_at IS NULL
        AND deleted_at IS NULL
        """,
        "CREATE INDEX candidate_country ON candidate (country_code, created_at, id) WHERE deleted_at IS NULL",
        "CREATE INDEX candidate_experience ON candidate (experience_months) WHERE deleted_at IS NULL",
        "DROP INDEX candidate_owner",
        "CREATE INDEX candidate_owner ON candidate (owner_consultant_id, created_at, id) WHERE deleted_at IS NULL",
        // What anybody may see (`JobVisibility.published`), with what it is cut by.
        """
        CREATE INDEX job_published ON job (created_at, id, company_id, employment_type, workplace, country_code)
        WHERE (status = 'open') IS TRUE AND confidential = 0 AND deleted_at IS NULL
        """,
        """
        CREATE INDEX job_published_title ON job (title_folded, id, company_id, employment_type, workplace, country_code)
        WHERE (status = 'open') IS TRUE AND confidential = 0 AND deleted_at IS NULL
        """,
        // Whom one may write to, by name.
        """
        CREATE INDEX user_account_active ON user_account (name_folded, id, role, company_id)
        WHERE (status = 'active') IS TRUE AND deleted_at IS NULL
        """,
    ]
}
