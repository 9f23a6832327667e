import Domain
import JSON
import Storage

/// Tells something to one person or to everybody of a role. It lies in their inboxes at once (`notifications.list`).
public struct CreateNotification: RouteOperation {
    public static let contract = Contract(
        "admin.notifications.create", .post, "/admin/notifications", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Create admin notification", fr: "Créer une notification"), success: 201)

    /// One of the two is given.
    public var recipientID: User.ID?
    public var audience: NotificationRecord.Audience?
    /// `info` unless said otherwise.
    public var level: NotificationRecord.Level?
    public var title: Text<200>
    public var body: Text<4_000>
    /// Only `http` and `https`: whoever gets it may follow it.
    public var link: WebAddress?
    /// From then on nobody is shown it any more.
    public var expiresAt: Instant?

    public init(
        recipientID: User.ID? = nil, audience: NotificationRecord.Audience? = nil,
        level: NotificationRecord.Level? = nil, title: Text<200>, body: Text<4_000>, link: WebAddress? = nil,
        expiresAt: Instant? = nil
    ) {
        self.recipientID = recipientID
        self.audience = audience
        self.level = level
        self.title = title
        self.body = body
        self.link = link
        self.expiresAt = expiresAt
    }

    public func perform(in call: Call) throws -> NotificationView {
        try check(in: call)
        let id = try NewNotification(
            recipientID: recipientID, audience: audience, level: level ?? .info, title: title.value, body: body.value,
            link: link?.value, expiresAt: expiresAt
        ).insert(in: call)
        let made = try NotificationReading.one(id, in: call)
        call.note("notification", id, after: try JSONValue(encoding: made))
        return made
    }

    private func check(in call: Call) throws {
        guard (recipientID == nil) != (audience == nil) else {
            throw Problem.invalid(
                field: "audience", code: "one_of",
                Phrase(
                    en: "give either audience or recipient_id", fr: "indiquez soit audience, soit recipient_id"))
        }
        try Self.checkExpiry(expiresAt, now: call.now)
        guard let recipientID else { return }
        guard
            try call.transaction.exists(
                "SELECT 1 FROM user_account WHERE id = \(recipientID) AND deleted_at IS NULL")
        else {
            throw Problem.invalid(
                field: "recipient_id", code: "not_found",
                Phrase(en: "is no account", fr: "ce compte n’existe pas"))
        }
    }

    static func checkExpiry(_ expiry: Instant?, now: Instant) throws {
        guard let expiry, expiry <= now else { return }
        throw Problem.invalid(
            field: "expires_at", code: "out_of_range", Phrase(en: "must be in the future", fr: "doit être à venir"))
    }
}
