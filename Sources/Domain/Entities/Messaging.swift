// Conversations, templates and what is sent by them: kinds of rows and their closed lists of values.

public enum Conversation {
    public typealias ID = Identifier<Conversation>
    /// `direct` is between two people, `group` between more.
    public enum Kind: String, Sendable, Codable, CaseIterable { case direct, group }
    /// What a conversation may be about.
    public enum Related: String, Sendable, Codable, CaseIterable { case application, candidate, company, job }
}

public enum Message { public typealias ID = Identifier<Message> }

public enum Template {
    public typealias ID = Identifier<Template>
    /// What a template is for.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case message
        case bulkMessage = "bulk_message"
        case rejection
        case autoReply = "auto_reply"
        case interview, offer, other
    }
}

/// One text sent to many candidates by mail.
public enum BulkMailing {
    public typealias ID = Identifier<BulkMailing>
    public enum Status: String, Sendable, Codable, CaseIterable {
        /// Its mails are being put into the outbox.
        case queued
        case done
    }

    /// What became of one recipient.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        case queued
        /// Its mail is in the outbox, or has left it.
        case handed
        /// Nothing is sent, because the person or the law says so.
        case skipped
        /// Nothing can be sent.
        case failed
    }
}
