import Domain
import JSON
import Storage

/// A notification that is being made, for one person or for an audience.
struct NewNotification {
    var recipientID: User.ID?
    var audience: NotificationRecord.Audience?
    var level: NotificationRecord.Level
    var title: String
    var body: String
    /// A page of the product, or an address.
    var link: String?
    var expiresAt: Instant?

    @discardableResult
    func insert(in call: Call) throws -> NotificationRecord.ID {
        let id: NotificationRecord.ID = call.newID()
        let inbox = recipientID.map(Inbox.name(of:)) ?? Inbox.name(of: audience ?? .everyone)
        try call.transaction.execute(
            """
            INSERT INTO notification (id, created_at, updated_at, created_by, version, row_seq, inbox, recipient_id,
            audience, level, title, body, link, expires_at)
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(call.rowSequence()), \(inbox),
            \(recipientID), \(audience), \(level), \(title), \(body), \(link), \(expiresAt))
            """)
        return id
    }
}
