/// Candidates and what belongs to them.
enum CandidateTables {
    static let statements = [
        // Lists (emails, phones, profiles, languages, tags, desired_employment_types) and small records (desired_salary)
        // are JSON text that SQL does not look into; what is searched or sorted has columns of its own.
        """
        CREATE TABLE candidate (\(EngineSchema.common), row_no {integer} NOT NULL UNIQUE,
        user_id {id} UNIQUE REFERENCES user_account (id), first_name {text} NOT NULL, last_name {text} NOT NULL,
        name_folded {text} NOT NULL, headline {text}, summary {text}, emails {text} NOT NULL, phones {text} NOT NULL,
        city {text}, region {text}, country_code {text}, postal_code {text}, profiles {text} NOT NULL,
        languages {text} NOT NULL, current_title {text}, current_company {text}, work_authorization {text},
        available_from {text}, notice_days {integer}, desired_salary {text},
        desired_employment_types {text} NOT NULL, remote_preference {text}, willing_to_relocate {integer} NOT NULL,
        status {text} NOT NULL, source_id {id} REFERENCES source (id),
        owner_consultant_id {id} REFERENCES consultant (id), tags {text} NOT NULL, can_email {integer} NOT NULL,
        consent_basis {text}, consent_given_at {integer}, consent_expires_at {integer}, retention_until {integer},
        anonymized_at {integer}, merged_into_id {id} REFERENCES candidate (id), experience_months {integer} NOT NULL,
        education_level {text})
        """,
        "CREATE INDEX candidate_created ON candidate (created_at, id)",
        "CREATE INDEX candidate_name ON candidate (name_folded, id)",
        "CREATE INDEX candidate_owner ON candidate (owner_consultant_id, created_at, id)",
        // Addresses and numbers in folded form, by which a person is recognised.
        """
        CREATE TABLE candidate_contact (kind {text} NOT NULL, value_folded {text} NOT NULL,
        candidate_id {id} NOT NULL REFERENCES candidate (id), PRIMARY KEY (kind, value_folded, candidate_id))
        """,
        "CREATE INDEX candidate_contact_candidate ON candidate_contact (candidate_id)",
        """
        CREATE TABLE cv (\(EngineSchema.common), candidate_id {id} NOT NULL REFERENCES candidate (id),
        version_no {integer} NOT NULL, filename {text} NOT NULL, media_type {text} NOT NULL, size {integer} NOT NULL,
        sha256 {text} NOT NULL, content {text} NOT NULL, parsed {text} NOT NULL, parser_version {text} NOT NULL,
        is_primary {integer} NOT NULL, kind {text} NOT NULL)
        """,
        "CREATE INDEX cv_candidate ON cv (candidate_id, version_no)",
        "CREATE INDEX cv_sha256 ON cv (sha256)",
        """
        CREATE TABLE education (\(EngineSchema.common), candidate_id {id} NOT NULL REFERENCES candidate (id),
        institution {text} NOT NULL, area {text}, study_type {text}, start_date {text}, end_date {text}, score {text},
        courses {text} NOT NULL, url {text})
        """,
        "CREATE INDEX education_candidate ON education (candidate_id)",
        """
        CREATE TABLE experience (\(EngineSchema.common), candidate_id {id} NOT NULL REFERENCES candidate (id),
        name {text} NOT NULL, position {text} NOT NULL, location {text}, start_date {text} NOT NULL, end_date {text},
        summary {text}, highlights {text} NOT NULL)
        """,
        "CREATE INDEX experience_candidate ON experience (candidate_id)",
        """
        CREATE TABLE candidate_skill (\(EngineSchema.common), candidate_id {id} NOT NULL REFERENCES candidate (id),
        skill_id {id} NOT NULL REFERENCES skill (id), level {integer} NOT NULL, years {real}, last_used {text},
        origin {text} NOT NULL, evidence {text}, UNIQUE (candidate_id, skill_id))
        """,
        "CREATE INDEX candidate_skill_skill ON candidate_skill (skill_id)",
    ]
}
