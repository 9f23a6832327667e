import Domain
import Storage

extension PersonalTable {
    /// Every table of a workspace.
    public static let all: [PersonalTable] =
        person + applications + communication + traces + organisation + figures + machinery

    /// What stands in the place of text that was erased.
    static let blank = "[anonymised]"

    private static func ofCandidate(_ scope: PersonScope) -> SQL { "candidate_id IN \(list: scope.candidates)" }
    private static func ofApplication(_ scope: PersonScope) -> SQL { "application_id IN \(list: scope.applications)" }
    private static func ofUser(_ scope: PersonScope) -> SQL { "user_id IN \(list: scope.users)" }

    /// The record itself. Skills, months of experience, level of education, region and country stay: counts of supply
    /// and demand rest on them, and they tell of nobody.
    private static let person: [PersonalTable] = [
        PersonalTable(
            "candidate", Phrase(en: "Record", fr: "Fiche"), common: true,
            keeps: """
                row_no user_id region country_code willing_to_relocate status source_id owner_consultant_id
                desired_employment_types remote_preference merged_into_id experience_months education_level
                """,
            erases: [
                "first_name": "'Anonymised'", "last_name": "''", "name_folded": "'anonymised'", "headline": "NULL",
                "summary": "NULL", "emails": "'[]'", "phones": "'[]'", "city": "NULL", "postal_code": "NULL",
                "profiles": "'[]'", "languages": "'[]'", "current_title": "NULL", "current_company": "NULL",
                "work_authorization": "NULL", "available_from": "NULL", "notice_days": "NULL",
                "desired_salary": "NULL", "tags": "'[]'", "can_email": "0", "consent_basis": "NULL",
                "consent_given_at": "NULL", "consent_expires_at": "NULL", "retention_until": "NULL",
                // Written with the time of the call.
                "anonymized_at": "anonymized_at",
            ],
            rows: { "id IN \(list: $0.candidates)" }),
        // Who else has it is counted anew afterwards.
        PersonalTable(
            "shared_contact", keeps: "kind members", erases: ["value_folded": "''"], fate: .goes,
            rows: {
                """
                (kind, value_folded) IN (SELECT k.kind, k.value_folded FROM candidate_contact k
                WHERE k.candidate_id IN \(list: $0.candidates))
                """
            }),
        PersonalTable(
            "candidate_contact", keeps: "kind candidate_id", erases: ["value_folded": "''"], fate: .goes,
            rows: ofCandidate),
        PersonalTable(
            "candidate_consent", Phrase(en: "Consents", fr: "Consentements"), common: true,
            keeps: "candidate_id basis purpose given_at expires_at withdrawn_at", erases: ["evidence": "NULL"],
            rows: ofCandidate),
        PersonalTable(
            "cv", Phrase(en: "Documents", fr: "Documents"), common: true,
            keeps: "candidate_id version_no media_type parser_version is_primary kind",
            erases: ["filename": "''", "size": "0", "sha256": "''", "content": "''", "parsed": "'{}'"],
            rows: ofCandidate),
        PersonalTable(
            "education", Phrase(en: "Education", fr: "Formation"), common: true, keeps: "candidate_id",
            erases: [
                "institution": "''", "area": "NULL", "study_type": "NULL", "start_date": "NULL", "end_date": "NULL",
                "score": "NULL", "courses": "'[]'", "url": "NULL",
            ], rows: ofCandidate),
        PersonalTable(
            "experience", Phrase(en: "Experience", fr: "Expérience"), common: true, keeps: "candidate_id",
            erases: [
                "name": "''", "position": "''", "location": "NULL", "start_date": "'0001'", "end_date": "NULL",
                "summary": "NULL", "highlights": "'[]'",
            ], rows: ofCandidate),
        PersonalTable(
            "candidate_skill", Phrase(en: "Skills", fr: "Compétences"), common: true,
            keeps: "candidate_id skill_id level years last_used origin", erases: ["evidence": "NULL"],
            rows: ofCandidate),
        PersonalTable(
            "assignment", Phrase(en: "Consultants", fr: "Consultants"), common: true,
            keeps: "consultant_id subject_type subject_id role starts_at ends_at",
            rows: { "subject_type = 'candidate' AND subject_id IN \(list: $0.candidates)" }),
        PersonalTable(
            "user_account", Phrase(en: "Account", fr: "Compte"), common: true,
            keeps: "role company_id locale timezone email_verified_at token_epoch row_no",
            erases: [
                // An address has to be one that nobody else has, and that no mail reaches (RFC 2606).
                "email": "'anonymised-' || row_no || '@anonymised.invalid'",
                "email_folded": "'anonymised-' || row_no || '@anonymised.invalid'", "password_hash": "''",
                "first_name": "'Anonymised'", "last_name": "''", "name_folded": "'anonymised'", "phone": "NULL",
                "requested_company": "NULL", "status": "'inactive'", "last_login_at": "NULL", "failed_logins": "0",
                "locked_until": "NULL",
            ], secret: "password_hash token_epoch",
            rows: { "id IN \(list: $0.users)" }),
        PersonalTable(
            "session", Phrase(en: "Sessions", fr: "Sessions"),
            keeps: "id user_id created_at expires_at token_epoch row_seq",
            erases: ["revoked_at": "COALESCE(revoked_at, expires_at)", "refresh_hash": "NULL"],
            secret: "refresh_hash token_epoch", rows: ofUser),
        PersonalTable(
            "account_token", keeps: "id user_id purpose token_hash created_at expires_at used_at row_seq", fate: .goes,
            rows: ofUser),
        PersonalTable(
            "used_refresh_token", keeps: "token_hash session_id used_at", fate: .goes,
            rows: { "session_id IN (SELECT id FROM session WHERE user_id IN \(list: $0.users))" }),
    ]

    /// Stages, dates, reasons and amounts stay: metrics are made of them.
    private static let applications: [PersonalTable] = [
        PersonalTable(
            "application", Phrase(en: "Applications", fr: "Candidatures"), common: true,
            keeps: """
                row_no candidate_id job_id company_id consultant_id status on_hold applied_at status_entered_at
                source_id cv_id match_score rating rejection_reason_id closed_at position client_visible reached
                spent_sourced spent_applied spent_screening spent_submitted spent_interview spent_offer merged_into_id
                """, erases: ["cover_letter": "NULL", "answers": "'[]'"],
            withheld: "match_score rating position client_visible reached",
            rows: { "candidate_id IN \(list: $0.candidates)" }),
        PersonalTable(
            "status_history", Phrase(en: "Course of the applications", fr: "Parcours des candidatures"),
            keeps: """
                id application_id from_status to_status at actor_id reason_id batch_id undo_of from_entered_at
                from_position from_client_visible row_seq
                """, erases: ["public_comment": "NULL", "internal_comment": "NULL"],
            withheld: "actor_id internal_comment from_position from_client_visible", rows: ofApplication),
        PersonalTable(
            "interview", Phrase(en: "Interviews", fr: "Entretiens"), common: true,
            keeps: """
                application_id round kind start_at end_at timezone organizer_id participants status ical_uid
                ical_sequence
                """, erases: ["location": "NULL", "video_url": "NULL"], withheld: "participants", rows: ofApplication),
        PersonalTable(
            "offer", Phrase(en: "Offers", fr: "Propositions"), common: true,
            keeps: """
                application_id revision status salary currency start_date expires_at sent_at resolved_at
                decline_reason_id salary_unit
                """, erases: ["message": "NULL"], rows: ofApplication),
        PersonalTable(
            "placement", Phrase(en: "Hires", fr: "Embauches"),
            keeps: """
                application_id job_id company_id consultant_id source_id started_at accepted_at opened_at hire_ms
                fill_ms
                """, rows: ofApplication),
    ]

    private static let communication: [PersonalTable] = [
        PersonalTable(
            "note", Phrase(en: "Notes", fr: "Notes"), common: true,
            keeps: "subject_type subject_id author_id visibility mentions edited_at",
            erases: ["body": "'\(blank)'"], withheld: "author_id mentions created_by",
            rows: { "subject_id IN \(list: $0.subjects)" }),
        PersonalTable(
            "conversation", Phrase(en: "Conversations", fr: "Conversations"), common: true,
            keeps: "row_no kind related_type related_id last_message_at message_count",
            erases: ["subject": "'\(blank)'"], erasedRows: { "id IN \(list: $0.ownConversations)" },
            rows: { "id IN \(list: $0.conversations)" }),
        PersonalTable(
            "conversation_participant",
            keeps: """
                conversation_id user_id joined_at last_read_at unread last_message_at archived_at left_at row_seq
                """, rows: ofUser),
        PersonalTable(
            "message", Phrase(en: "Messages", fr: "Messages"), common: true,
            keeps: "row_no conversation_id sender_id sent_at edited_at template_id",
            erases: ["body": "'\(blank)'"],
            erasedRows: { "sender_id IN \(list: $0.users) OR conversation_id IN \(list: $0.ownConversations)" },
            rows: { "sender_id IN \(list: $0.users) OR conversation_id IN \(list: $0.conversations)" }),
        PersonalTable(
            "outbox", Phrase(en: "Mail", fr: "Courriers"), common: true,
            keeps: """
                kind recipient_id holds_secret related_type related_id batch_id not_before attempts last_attempt_at
                sent_at failure failed_at calendar_method
                """,
            erases: [
                // What has not left does not leave any more.
                "status": "CASE WHEN status = 'waiting' THEN 'cancelled' ELSE status END",
                "recipient": "'anonymised@anonymised.invalid'", "recipient_name": "NULL", "subject": "'\(blank)'",
                "body": "''", "last_error": "NULL",
                "calendar": "NULL",
            ],
            // Invitations name the candidate to others, and messages are what somebody said to others.
            erasedRows: {
                """
                recipient_id IN \(list: $0.users) OR LOWER(recipient) IN \(list: $0.addresses)
                OR related_id IN \(list: $0.subjects) OR batch_id IN \(list: $0.ownConversations)
                OR kind = 'message' AND created_by IN \(list: $0.users)
                """
            },
            rows: {
                """
                recipient_id IN \(list: $0.users) OR LOWER(recipient) IN \(list: $0.addresses)
                OR related_type = 'candidate' AND related_id IN \(list: $0.candidates)
                """
            }),
        PersonalTable(
            "notification", Phrase(en: "Notifications", fr: "Notifications"), common: true,
            keeps: "inbox recipient_id audience level link expires_at",
            erases: ["title": "'\(blank)'", "body": "''"],
            rows: { "recipient_id IN \(list: $0.users)" }),
        PersonalTable("notification_read", keeps: "notification_id user_id read_at row_seq", rows: ofUser),
        PersonalTable(
            "bulk_recipient", Phrase(en: "Bulk mail", fr: "Envois groupés"),
            keeps: "mailing_id number candidate_id outcome code outbox_id", rows: ofCandidate),
    ]

    private static let traces: [PersonalTable] = [
        PersonalTable(
            "retention_warning", Phrase(en: "Warnings before erasure", fr: "Avertissements avant effacement"),
            keeps: "candidate_id warned_at row_seq", fate: .goes, rows: ofCandidate),
        PersonalTable(
            "retention_term", keeps: "candidate_id heard_at hired_at kept_until", fate: .goes, rows: ofCandidate),
        PersonalTable(
            "candidate_merge", Phrase(en: "Merges", fr: "Fusions"), common: true,
            keeps: "keep_id merged_id undone_at", erases: ["undo_until": "0"],
            rows: { "keep_id IN \(list: $0.candidates) OR merged_id IN \(list: $0.candidates)" }),
        PersonalTable(
            "merge_change", keeps: "merge_id step table_name row_id column_name",
            erases: ["value_before": "'n'", "value_after": "'n'"], fate: .goes,
            rows: {
                """
                merge_id IN (SELECT m.id FROM candidate_merge m WHERE m.keep_id IN \(list: $0.candidates)
                OR m.merged_id IN \(list: $0.candidates))
                """
            }),
        PersonalTable(
            "imported_row", keeps: "table_name digest row_id", fate: .goes,
            rows: {
                "row_id IN \(list: $0.candidates)"
            }),
        PersonalTable(
            "idempotency", keeps: "user_id operation_id key input_hash answer at", fate: .goes, rows: ofUser),
        // Who did what to which row, and when, stays; before and after go with their salt, which leaves the chain
        // verifiable (`AuditEntry`).
        PersonalTable(
            "audit_log", Phrase(en: "Audit log", fr: "Journal d’audit"),
            keeps: """
                seq at actor_id actor_role origin request_id operation_id target_type target_id outcome payload_digest
                previous_hash hash
                """, erases: ["before": "NULL", "after": "NULL", "salt": "NULL"],
            secret: "salt payload_digest previous_hash hash", withheld: "actor_id before after request_id",
            rows: { "target_id IN \(list: $0.subjects) OR actor_id IN \(list: $0.users)" }),
        PersonalTable("file_removal", keeps: "sha256 asked_at"),
        PersonalTable("tombstone", keeps: "table_name row_id row_seq deleted_at"),
    ]
}
