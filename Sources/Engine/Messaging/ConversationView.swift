import Domain

/// A conversation as one of its people, or an admin, sees it.
public struct ConversationView: Codable, Sendable, Equatable {
    public var id: Conversation.ID
    public var subject: String
    public var kind: Conversation.Kind
    public var relatedType: Conversation.Related?
    public var relatedID: AnyEntity.ID?
    public var participants: [Participant]
    /// How many messages of others the caller has not read. Absent for an admin who takes no part.
    public var unread: Int?
    /// When the caller put it away.
    public var archivedAt: Instant?
    /// Deleted ones included, which leave a tombstone.
    public var messageCount: Int
    public var lastMessage: LastMessage?
    /// When it was last written in; for one without messages, when it was made.
    public var lastMessageAt: Instant
    public var createdAt: Instant
    public var createdBy: User.ID?
    public var updatedAt: Instant
    public var version: Int

    /// Somebody who takes part.
    public struct Participant: Codable, Sendable, Equatable {
        public var userID: User.ID
        public var name: String
        public var role: Role
        /// The time of the newest message that this person has read.
        public var lastReadAt: Instant?
    }

    /// The beginning of the newest message.
    public struct LastMessage: Codable, Sendable, Equatable {
        public var id: Message.ID
        public var senderID: User.ID
        public var senderName: String
        /// At most 200 characters, in one line. Absent for a deleted message.
        public var excerpt: String?
        public var sentAt: Instant
        public var deletedAt: Instant?
    }
}
