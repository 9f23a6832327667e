import Domain

/// A message. A deleted one is a tombstone: who and when stay, the words are gone.
public struct MessageView: Codable, Sendable, Equatable {
    public var id: Message.ID
    public var conversationID: Conversation.ID
    public var senderID: User.ID
    public var senderName: String
    /// Absent for a deleted message.
    public var body: String?
    public var sentAt: Instant
    public var editedAt: Instant?
    public var deletedAt: Instant?
    /// Whether the caller sent it.
    public var own: Bool
    /// Who of the others has read up to it.
    public var readBy: [User.ID]
    /// Whose mail of it was not delivered; for who sent it and the agency, absent where there is none.
    public var undelivered: [Undelivered]?
    public var version: Int

    /// A mail of the message that did not reach somebody.
    public struct Undelivered: Codable, Sendable, Equatable {
        public var recipientID: User.ID?
        public var recipientName: String
        public var failure: OutboxMail.Failure
        /// What the server said, on one line.
        public var reason: String
        public var failedAt: Instant?
    }
}
