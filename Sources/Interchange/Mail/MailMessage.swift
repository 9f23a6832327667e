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
    /// An appointment that goes with it.
    public var calendar: Calendar?
    /// Where the reader says that it wants no more: addresses `https:` and `mailto:` (RFC 2369).
    public var unsubscribe: [String]
    /// Whether many get the same.
    public var isBulk: Bool

    /// An appointment for the reader's calendar (RFC 6047).
    public struct Calendar: Sendable, Hashable {
        /// `REQUEST` or `CANCEL`.
        public var method: String
        /// iCalendar, in lines of at most 75 octets that end in CR LF.
        public var text: String

        public init(method: String, text: String) {
            self.method = method
            self.text = text
        }
    }

    public init(
        id: String, date: Instant, from: Address, to: Address, subject: String, body: String, isRepeated: Bool = false,
        calendar: Calendar? = nil, unsubscribe: [String] = [], isBulk: Bool = false
    ) {
        self.id = id
        self.date = date
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.isRepeated = isRepeated
        self.calendar = calendar
        self.unsubscribe = unsubscribe
        self.isBulk = isBulk
    }
}

/// Why a mail could not be handed over.
public struct MailFailure: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// It may go better another time.
        case temporary
        /// Whoever should take it refuses this mail for good.
        case permanent
        /// No mail can be handed over at present: nobody answers, or the settings are wrong.
        case unavailable
    }

    /// In a few words, for an admin and the log.
    public var reason: String
    public var kind: Kind

    public init(_ reason: String, _ kind: Kind = .temporary) {
        self.reason = reason
        self.kind = kind
    }
}

/// A way for mails to leave.
public protocol MailTransport: Sendable {
    /// How many mails are taken at once. A transport that knows a mail again which it was given before takes many; one
    /// that does not takes one, so that as few as can be are in doubt when a program dies.
    var batch: Int { get }

    /// Hands the mails over, in less time than whoever took them from the outbox has them. One answer each, in their
    /// order: `nil` for a mail that has left for good. When `isStopped` says so, a network is not waited for any longer.
    func deliver(_ messages: [MailMessage], until isStopped: @escaping () -> Bool) -> [MailFailure?]
}

extension MailTransport {
    public func deliver(_ messages: [MailMessage]) -> [MailFailure?] { deliver(messages, until: { false }) }
}
