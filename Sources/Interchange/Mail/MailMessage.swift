import Domain

/// A mail of plain text.
public struct MailMessage: Sendable, Hashable {
    /// A name and an address.
    public struct Address: Sendable, Hashable {
        public var name: String?
        /// `local@domain`.
        public var address: String

        public init(name: String? = nil, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// What names the mail wherever it is: letters, digits and hyphens. It becomes part of its Message-ID and of its
    /// file's name, so that the same mail handed over twice is one mail.
    public var id: String
    public var date: Instant
    public var from: Address
    public var to: Address
    public var subject: String
    /// Lines end in a line feed.
    public var body: String
    /// Whether somebody tried to hand it over before, so that it may have left although nobody knows.
    public var isRepeated: Bool

    public init(
        id: String, date: Instant, from: Address, to: Address, subject: String, body: String, isRepeated: Bool = false
    ) {
        self.id = id
        self.date = date
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.isRepeated = isRepeated
    }
}

/// Why a mail could not be handed over.
public struct MailFailure: Error, Sendable, Hashable {
    /// In a few words, for an admin and the log.
    public var reason: String

    public init(_ reason: String) { self.reason = reason }
}

/// A way for mails to leave. Handing over a mail that has been handed over already succeeds and does nothing.
public protocol MailTransport: Sendable {
    /// Hands the mails over. One answer each, in their order: `nil` for a mail that has left for good.
    func deliver(_ messages: [MailMessage]) -> [MailFailure?]
}
