/// Conversations, templates, and texts that are sent to many.
enum MessagingTables {
    static let statements = conversations + templates + mailings

    private static let conversations = [
        // last_message_at is when the conversation was last written in, or was made; message_count counts tombstones too.
        """
        CREATE TABLE conversation (\(EngineSchema.common), row_no {integer} NOT NULL UNIQUE, subject {text} NOT NULL,
        kind {text} NOT NULL, related_type {text}, related_id {id}, last_message_at {integer} NOT NULL,
        message_count {integer} NOT NULL)
        """,
        "CREATE INDEX conversation_activity ON conversation (last_message_at, id)",
        "CREATE INDEX conversation_created ON conversation (created_at, id)",
        "CREATE INDEX conversation_related ON conversation (related_id, last_message_at, id)",
        // last_message_at is the conversation's, kept here so that a person's list is one index range; unread counts what
        // others wrote after last_read_at. Somebody who has left keeps a row, so that old messages keep their reader.
        """
        CREATE TABLE conversation_participant (conversation_id {id} NOT NULL REFERENCES conversation (id),
        user_id {id} NOT NULL REFERENCES user_account (id), joined_at {integer} NOT NULL, last_read_at {integer},
        unread {integer} NOT NULL, last_message_at {integer} NOT NULL, archived_at {integer}, left_at {integer},
        row_seq {integer} NOT NULL, PRIMARY KEY (conversation_id, user_id))
        """,
        """
        CREATE INDEX conversation_participant_inbox ON conversation_participant
        (user_id, last_message_at, conversation_id) WHERE left_at IS NULL AND archived_at IS NULL
        """,
        """
        CREATE INDEX conversation_participant_archive ON conversation_participant
        (user_id, last_message_at, conversation_id) WHERE left_at IS NULL AND archived_at IS NOT NULL
        """,
        """
        CREATE INDEX conversation_participant_unread ON conversation_participant
        (user_id, last_message_at, conversation_id) WHERE left_at IS NULL AND unread > 0
        """,
        // sent_at grows by at least a millisecond from one message of a conversation to the next.
        """
        CREATE TABLE message (\(EngineSchema.common), row_no {integer} NOT NULL UNIQUE,
        conversation_id {id} NOT NULL REFERENCES conversation (id),
        sender_id {id} NOT NULL REFERENCES user_account (id), body {text} NOT NULL, sent_at {integer} NOT NULL,
        edited_at {integer}, template_id {id})
        """,
        "CREATE INDEX message_conversation ON message (conversation_id, sent_at, id)",
    ]

    private static let templates = [
        """
        CREATE TABLE template (\(EngineSchema.common), name {text} NOT NULL, name_folded {text} NOT NULL,
        kind {text} NOT NULL, subject {text} NOT NULL, body {text} NOT NULL, variables {text} NOT NULL,
        locale {text} NOT NULL)
        """,
        "CREATE UNIQUE INDEX template_name ON template (name_folded, locale) WHERE deleted_at IS NULL",
        "CREATE INDEX template_created ON template (created_at, id)",
        // What a rejected candidate is told.
        "ALTER TABLE reason ADD COLUMN template_id {id}",
    ]

    private static let mailings = [
        // What is sent to whom was decided in the call; the mails themselves are made a few hundred at a time after it.
        """
        CREATE TABLE bulk_mailing (\(EngineSchema.common), status {text} NOT NULL, subject {text} NOT NULL,
        body {text} NOT NULL, filling {text} NOT NULL, template_id {id}, recipients {integer} NOT NULL,
        queued {integer} NOT NULL, skipped {integer} NOT NULL, failed {integer} NOT NULL)
        """,
        "CREATE INDEX bulk_mailing_created ON bulk_mailing (created_at, id)",
        "CREATE INDEX bulk_mailing_queued ON bulk_mailing (id) WHERE status = 'queued'",
        """
        CREATE TABLE bulk_recipient (mailing_id {id} NOT NULL REFERENCES bulk_mailing (id), number {integer} NOT NULL,
        candidate_id {id} NOT NULL, outcome {text} NOT NULL, code {text}, outbox_id {id},
        PRIMARY KEY (mailing_id, number))
        """,
        "CREATE INDEX bulk_recipient_queued ON bulk_recipient (mailing_id, number) WHERE outcome = 'queued'",
        // Lists of mail, newest first, whole or by how they stand.
        "CREATE INDEX outbox_created ON outbox (created_at, id)",
        "CREATE INDEX outbox_status ON outbox (status, created_at, id)",
    ]
}
