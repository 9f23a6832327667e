/// Contacts and hiring preferences of companies, targets and assignments of consultants, the order of skills.
enum OrganisationTables {
    static let statements = tables + assignments + indexes

    private static let tables = [
        """
        CREATE TABLE contact (\(EngineSchema.common), company_id {id} NOT NULL REFERENCES company (id),
        first_name {text} NOT NULL, last_name {text} NOT NULL, name_folded {text} NOT NULL, title {text},
        emails {text} NOT NULL, phones {text} NOT NULL, is_primary {integer} NOT NULL, is_billing {integer} NOT NULL,
        can_email {integer} NOT NULL, left_company {integer} NOT NULL)
        """,
        "CREATE INDEX contact_company ON contact (company_id, created_at, id)",
        "CREATE INDEX contact_created ON contact (created_at, id)",
        // One a company, from the first change on. Lists are JSON text that SQL does not look into.
        """
        CREATE TABLE hiring_preferences (\(EngineSchema.common),
        company_id {id} NOT NULL UNIQUE REFERENCES company (id), employment_types {text} NOT NULL,
        workplaces {text} NOT NULL, locations {text} NOT NULL, min_experience_years {real}, salary_bands {text} NOT NULL,
        interview_rounds {integer}, blind_review {integer} NOT NULL, sla_days {integer}, auto_reply_template_id {id})
        """,
        """
        CREATE TABLE hiring_skill (company_id {id} NOT NULL REFERENCES company (id),
        skill_id {id} NOT NULL REFERENCES skill (id), position {integer} NOT NULL, PRIMARY KEY (company_id, skill_id))
        """,
        "CREATE INDEX hiring_skill_skill ON hiring_skill (skill_id)",
        // The goal only; what was reached is computed from the history.
        """
        CREATE TABLE target (\(EngineSchema.common), consultant_id {id} NOT NULL REFERENCES consultant (id),
        metric {text} NOT NULL, period {text} NOT NULL, period_start {text} NOT NULL, goal {integer} NOT NULL,
        currency {text})
        """,
        """
        CREATE UNIQUE INDEX target_period ON target (consultant_id, period_start, period, metric)
        WHERE deleted_at IS NULL
        """,
        // The other names of skills, folded, to be looked up.
        """
        CREATE TABLE skill_alias (name_folded {text} NOT NULL, skill_id {id} NOT NULL REFERENCES skill (id),
        PRIMARY KEY (name_folded, skill_id))
        """,
        "CREATE INDEX skill_alias_skill ON skill_alias (skill_id)",
        "ALTER TABLE skill_category ADD COLUMN name_folded {text} NOT NULL DEFAULT ''",
    ]

    /// Whoever has an owner has an active assignment of that owner. Rows of before get it under their own identifier.
    private static let assignments = [
        "DROP INDEX assignment_consultant",
        """
        UPDATE assignment SET ends_at = updated_at WHERE ends_at IS NULL AND role = 'owner'
        AND subject_type IN ('candidate', 'company')
        AND NOT EXISTS (SELECT 1 FROM candidate c WHERE c.id = assignment.subject_id
        AND c.owner_consultant_id = assignment.consultant_id)
        AND NOT EXISTS (SELECT 1 FROM company c WHERE c.id = assignment.subject_id
        AND c.owner_consultant_id = assignment.consultant_id)
        """,
        backfill("candidate"),
        backfill("company"),
        """
        CREATE INDEX assignment_active ON assignment (consultant_id, subject_type, starts_at, id)
        WHERE ends_at IS NULL AND deleted_at IS NULL
        """,
        """
        CREATE UNIQUE INDEX assignment_pair ON assignment (subject_id, consultant_id)
        WHERE ends_at IS NULL AND deleted_at IS NULL
        """,
        """
        CREATE UNIQUE INDEX assignment_owner ON assignment (subject_id)
        WHERE role = 'owner' AND ends_at IS NULL AND deleted_at IS NULL
        """,
    ]

    private static func backfill(_ table: String) -> String {
        """
        INSERT INTO assignment (id, created_at, updated_at, version, row_seq, consultant_id, subject_type, subject_id,
        role, starts_at) SELECT c.id, c.updated_at, c.updated_at, 1, c.row_seq, c.owner_consultant_id, '\(table)', c.id,
        'owner', c.updated_at FROM \(table) c WHERE c.owner_consultant_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.subject_id = c.id AND a.role = 'owner'
        AND a.ends_at IS NULL AND a.deleted_at IS NULL)
        """
    }

    private static let indexes = [
        "CREATE INDEX consultant_created ON consultant (created_at, id)",
        "CREATE INDEX company_owner ON company (owner_consultant_id, created_at, id)",
        "CREATE INDEX company_parent ON company (parent_id) WHERE parent_id IS NOT NULL",
        "CREATE INDEX job_contact ON job (contact_id) WHERE contact_id IS NOT NULL",
        // Everything that the demand for skills asks of a job.
        """
        CREATE INDEX job_opened ON job (opened_at, id, status, confidential, openings, openings_filled)
        WHERE deleted_at IS NULL
        """,
        "CREATE INDEX skill_of_category ON skill (category_id, name_folded, id)",
        "CREATE INDEX skill_esco ON skill (esco_uri) WHERE esco_uri IS NOT NULL",
        "CREATE INDEX skill_replaced ON skill (replaced_by) WHERE replaced_by IS NOT NULL",
        "CREATE INDEX skill_requirement_skill ON skill_requirement (skill_id, job_id) WHERE deleted_at IS NULL",
        "DROP INDEX candidate_skill_skill",
        "CREATE INDEX candidate_skill_skill ON candidate_skill (skill_id, candidate_id) WHERE deleted_at IS NULL",
        // The few that are in the trash, to be taken off a count over everybody.
        "CREATE INDEX candidate_deleted ON candidate (id) WHERE deleted_at IS NOT NULL",
    ]
}
