/// Companies, consultants, skills, and the closed lists that applications use.
enum CompanyTables {
    static let statements = [
        """
        CREATE TABLE consultant (\(EngineSchema.common), row_no {integer} NOT NULL UNIQUE,
        user_id {id} NOT NULL UNIQUE REFERENCES user_account (id), title {text} NOT NULL,
        specialties {text} NOT NULL, regions {text} NOT NULL, capacity {integer} NOT NULL,
        commission_percent {real}, status {text} NOT NULL)
        """,
        """
        CREATE TABLE company (\(EngineSchema.common), row_no {integer} NOT NULL UNIQUE, name {text} NOT NULL,
        name_folded {text} NOT NULL, registration_no {text}, industry {text}, size_band {text}, website {text},
        description {text}, location {text}, status {text} NOT NULL,
        owner_consultant_id {id} REFERENCES consultant (id), default_fee_percent {real},
        parent_id {id} REFERENCES company (id))
        """,
        "CREATE INDEX company_name ON company (name_folded, id)",
        "CREATE INDEX company_created ON company (created_at, id)",
        "CREATE UNIQUE INDEX company_registration ON company (registration_no) WHERE deleted_at IS NULL",
        """
        CREATE TABLE skill_category (\(EngineSchema.common), name {text} NOT NULL,
        parent_id {id} REFERENCES skill_category (id))
        """,
        """
        CREATE TABLE skill (\(EngineSchema.common), name {text} NOT NULL, name_folded {text} NOT NULL UNIQUE,
        aliases {text} NOT NULL, aliases_folded {text} NOT NULL, category_id {id} REFERENCES skill_category (id),
        kind {text} NOT NULL, esco_uri {text}, onet_code {text}, replaced_by {id} REFERENCES skill (id))
        """,
        "CREATE INDEX skill_created ON skill (created_at, id)",
        "CREATE TABLE reason (\(EngineSchema.common), name {text} NOT NULL, name_french {text} NOT NULL, kind {text} NOT NULL)",
        "CREATE TABLE source (\(EngineSchema.common), name {text} NOT NULL, name_folded {text} NOT NULL UNIQUE, kind {text} NOT NULL)",
        """
        CREATE TABLE assignment (\(EngineSchema.common), consultant_id {id} NOT NULL REFERENCES consultant (id),
        subject_type {text} NOT NULL, subject_id {id} NOT NULL, role {text} NOT NULL, starts_at {integer} NOT NULL,
        ends_at {integer})
        """,
        "CREATE INDEX assignment_consultant ON assignment (consultant_id, subject_type, ends_at)",
        "CREATE INDEX assignment_subject ON assignment (subject_id)",
    ]
}
