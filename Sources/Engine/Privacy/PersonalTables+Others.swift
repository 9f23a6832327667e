import Domain
import Storage

extension PersonalTable {
    /// Of clients, of the agency's own people, and of what is common to all: no candidate is in them. What free text in
    /// them says of a candidate is found by `Mentions`.
    static let organisation: [PersonalTable] = [
        PersonalTable(
            "company", common: true,
            keeps: """
                row_no name name_folded registration_no industry size_band website description location status
                owner_consultant_id default_fee_percent parent_id
                """),
        PersonalTable(
            "contact", common: true,
            keeps: """
                company_id first_name last_name name_folded title emails phones is_primary is_billing can_email
                left_company
                """),
        PersonalTable(
            "consultant", common: true,
            keeps: "row_no user_id title specialties regions capacity commission_percent status"),
        PersonalTable(
            "target", common: true, keeps: "consultant_id metric period period_start goal currency"),
        PersonalTable(
            "hiring_preferences", common: true,
            keeps: """
                company_id employment_types workplaces locations min_experience_years salary_bands interview_rounds
                blind_review sla_days auto_reply_template_id
                """),
        PersonalTable("hiring_skill", keeps: "company_id skill_id position"),
        PersonalTable(
            "job", common: true,
            keeps: """
                row_no company_id contact_id owner_consultant_id requisition_id title title_folded description
                public_description status employment_type workplace city region country_code postal_code salary_min
                salary_max salary_currency salary_unit salary_public experience_months education_level openings
                openings_filled date_posted valid_through opened_at closed_at close_reason confidential fee_type
                fee_value
                """),
        PersonalTable("job_status_history", keeps: "id job_id from_status to_status at actor_id row_seq"),
        PersonalTable(
            "skill_requirement", common: true, keeps: "job_id skill_id importance min_level min_years weight"),
        PersonalTable(
            "skill", common: true,
            keeps: "name name_folded aliases aliases_folded category_id kind esco_uri onet_code replaced_by"),
        PersonalTable("skill_alias", keeps: "name_folded skill_id"),
        PersonalTable("skill_category", common: true, keeps: "name parent_id name_folded"),
        PersonalTable("reason", common: true, keeps: "name name_french kind template_id"),
        PersonalTable("source", common: true, keeps: "name name_folded kind"),
        PersonalTable(
            "template", common: true, keeps: "name name_folded kind subject body variables locale"),
        PersonalTable(
            "bulk_mailing", common: true,
            keeps: "status subject body filling template_id recipients queued skipped failed"),
    ]

    /// Numbers over many.
    static let figures: [PersonalTable] = [
        PersonalTable("application_count", keeps: "scope_id status n entered"),
        PersonalTable(
            "application_cohort",
            keeps: "scope_id day source_id " + CohortColumn.all.map(\.name).joined(separator: " ")),
        PersonalTable(
            "application_activity", keeps: "scope_id day source_id " + ActivityColumn.names.joined(separator: " ")),
        PersonalTable(
            "report", common: true,
            keeps: "kind params status columns position total row_count as_of failure"),
        PersonalTable("report_row", keeps: "report_id row_no cells"),
        PersonalTable("export_file", common: true, keeps: "sha256 filename media_type size row_count"),
        PersonalTable("benchmark", common: true, keeps: "metric segment value n source dated"),
    ]

    /// What the workspace keeps for itself. Addresses in it are only hashes, which are forgotten after a day.
    static let machinery: [PersonalTable] = [
        PersonalTable("workspace_info", keeps: "key value"),
        PersonalTable("row_number", keeps: "table_name last"),
        PersonalTable("sync_meta", keeps: "id clock epoch"),
        PersonalTable("setting", keeps: "key value is_secret updated_at updated_by version row_seq"),
        PersonalTable("data_migration", keeps: "name applied_at applied_by changed_rows"),
        PersonalTable("audit_head", keeps: "id seq hash"),
        PersonalTable("login_failure", keeps: "address_hash failures locked_until last_at"),
        PersonalTable("rate_limit", keeps: "subject_hash hits started_at ends_at"),
    ]
}
