/// Jobs and what they ask for.
enum JobTables {
    static let statements = [
        """
        CREATE TABLE job (\(EngineSchema.common), row_no {integer} NOT NULL UNIQUE,
        company_id {id} NOT NULL REFERENCES company (id), contact_id {id},
        owner_consultant_id {id} REFERENCES consultant (id), requisition_id {text} NOT NULL UNIQUE,
        title {text} NOT NULL, title_folded {text} NOT NULL, description {text} NOT NULL, public_description {text},
        status {text} NOT NULL, employment_type {text} NOT NULL, workplace {text} NOT NULL, city {text},
        region {text}, country_code {text}, postal_code {text}, salary_min {integer}, salary_max {integer},
        salary_currency {text}, salary_unit {text}, salary_public {integer} NOT NULL, experience_months {integer},
        education_level {text}, openings {integer} NOT NULL, openings_filled {integer} NOT NULL,
        date_posted {text}, valid_through {text}, opened_at {integer}, closed_at {integer}, close_reason {text},
        confidential {integer} NOT NULL, fee_type {text}, fee_value {real})
        """,
        "CREATE INDEX job_created ON job (created_at, id)",
        "CREATE INDEX job_title ON job (title_folded, id)",
        "CREATE INDEX job_company ON job (company_id, created_at, id)",
        "CREATE INDEX job_owner ON job (owner_consultant_id, created_at, id)",
        "CREATE INDEX job_status ON job (status, created_at, id)",
        """
        CREATE TABLE job_status_history (id {id} PRIMARY KEY NOT NULL, job_id {id} NOT NULL REFERENCES job (id),
        from_status {text}, to_status {text} NOT NULL, at {integer} NOT NULL, actor_id {id},
        row_seq {integer} NOT NULL)
        """,
        "CREATE INDEX job_status_history_job ON job_status_history (job_id, at, id)",
        """
        CREATE TABLE skill_requirement (\(EngineSchema.common), job_id {id} NOT NULL REFERENCES job (id),
        skill_id {id} NOT NULL REFERENCES skill (id), importance {text} NOT NULL, min_level {integer},
        min_years {real}, weight {real} NOT NULL)
        """,
        "CREATE UNIQUE INDEX skill_requirement_job ON skill_requirement (job_id, skill_id) WHERE deleted_at IS NULL",
    ]
}
