/// What analytics read instead of the history: an application's course on its own row, counters by day, hires, and
/// reports. See docs/decisions/0140-rollups.md.
enum AnalyticsTables {
    static let statements =
        course + rollups + indexes + [
            // A report is a job: `queued`, `running`, `ready` or `failed`. `position` is how far it has come; its rows
            // are written slice by slice.
            """
            CREATE TABLE report (\(EngineSchema.common), kind {text} NOT NULL, params {text} NOT NULL,
            status {text} NOT NULL, columns {text} NOT NULL, position {integer} NOT NULL, total {integer} NOT NULL,
            row_count {integer} NOT NULL, as_of {integer}, failure {text})
            """,
            "CREATE INDEX report_created ON report (created_at, id)",
            "CREATE INDEX report_pending ON report (created_at, id) WHERE status IN ('queued', 'running')",
            """
            CREATE TABLE report_row (report_id {id} NOT NULL REFERENCES report (id), row_no {integer} NOT NULL,
            cells {text} NOT NULL, PRIMARY KEY (report_id, row_no))
            """,
            // Files that exports made, by the SHA-256 that names them.
            """
            CREATE TABLE export_file (\(EngineSchema.common), sha256 {text} NOT NULL, filename {text} NOT NULL,
            media_type {text} NOT NULL, size {integer} NOT NULL, row_count {integer} NOT NULL)
            """,
            "CREATE INDEX export_file_sha256 ON export_file (sha256)",
            // Figures of others that an admin brought in, each with where it is from and when it was true.
            """
            CREATE TABLE benchmark (\(EngineSchema.common), metric {text} NOT NULL, segment {text} NOT NULL,
            value {real} NOT NULL, n {integer}, source {text} NOT NULL, dated {text} NOT NULL,
            UNIQUE (metric, segment, source, dated))
            """,
        ]

    /// `reached` has the bit 1 << rank of every stage that the application ever reached; `spent_…` are milliseconds in
    /// visits of a stage that have ended, NULL where none has. `entered` is the sum of `status_entered_at` over the
    /// applications that stand in an open stage: with their number it gives the age of open visits.
    private static let course =
        ["ALTER TABLE application ADD COLUMN reached {integer} NOT NULL DEFAULT 0"]
        + CourseColumn.spent.map { "ALTER TABLE application ADD COLUMN \($0) {integer}" }
        + ["ALTER TABLE application_count ADD COLUMN entered {integer} NOT NULL DEFAULT 0"]

    private static let rollups = [
        // One row for each day on which applications began (days since 1970-01-01, UTC): what became of them. Scope 0
        // is the workspace, with a row a source (0 for none); the other scopes are consultants, whose source is 0.
        """
        CREATE TABLE application_cohort (scope_id {id} NOT NULL, day {integer} NOT NULL, source_id {id} NOT NULL,
        \(CohortColumn.all.map { "\($0.name) {integer} NOT NULL DEFAULT 0" }.joined(separator: ", ")),
        PRIMARY KEY (scope_id, day, source_id))
        """,
        // One row for each day on which something happened: how many applications reached a stage for the first time.
        """
        CREATE TABLE application_activity (scope_id {id} NOT NULL, day {integer} NOT NULL, source_id {id} NOT NULL,
        \(ActivityColumn.names.map { "\($0) {integer} NOT NULL DEFAULT 0" }.joined(separator: ", ")),
        PRIMARY KEY (scope_id, day, source_id))
        """,
        // Every hire that stands, with what its times are measured between.
        """
        CREATE TABLE placement (application_id {id} PRIMARY KEY NOT NULL REFERENCES application (id),
        job_id {id} NOT NULL, company_id {id} NOT NULL, consultant_id {id}, source_id {id},
        started_at {integer} NOT NULL, accepted_at {integer} NOT NULL, opened_at {integer}, hire_ms {integer} NOT NULL,
        fill_ms {integer})
        """,
        "CREATE INDEX placement_accepted ON placement (accepted_at)",
        "CREATE INDEX placement_job ON placement (job_id)",
        "CREATE INDEX placement_company ON placement (company_id, accepted_at)",
        "CREATE INDEX placement_consultant ON placement (consultant_id, accepted_at)",
    ]

    private static let indexes = [
        // Moves that were taken back.
        "CREATE INDEX status_history_undo ON status_history (undo_of) WHERE undo_of IS NOT NULL",
        "CREATE INDEX offer_resolved ON offer (status, resolved_at, application_id) WHERE deleted_at IS NULL",
        "CREATE INDEX offer_expiry ON offer (status, expires_at, application_id) WHERE deleted_at IS NULL",
        """
        CREATE INDEX job_opened_scope ON job (opened_at, id, company_id, owner_consultant_id, status, openings,
        openings_filled) WHERE deleted_at IS NULL
        """,
        "CREATE INDEX candidate_status ON candidate (status, created_at) WHERE deleted_at IS NULL",
    ]
}
