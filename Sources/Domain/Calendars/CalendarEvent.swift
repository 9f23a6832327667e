/// An appointment as a calendar exchanges it: who meets when, where, and what became of it.
///
/// Instants are milliseconds since 1970 in UTC. The zone that the person chose is only told as a hint for display.
public struct CalendarEvent: Sendable, Equatable {
    /// What the receiving calendar should do with the event.
    public enum Method: String, Sendable {
        case publish = "PUBLISH"
        case request = "REQUEST"
        case cancel = "CANCEL"
    }

    /// Whether the meeting stands.
    public enum Status: String, Sendable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// What a participant answered.
    public enum Response: String, Sendable {
        case needsAction = "NEEDS-ACTION"
        case accepted = "ACCEPTED"
        case declined = "DECLINED"
        case tentative = "TENTATIVE"
    }

    /// A person with an address.
    public struct Participant: Sendable, Equatable {
        public var name: String
        public var email: String
        public var response: Response
        public var isRequired: Bool

        public init(name: String, email: String, response: Response = .needsAction, isRequired: Bool = true) {
            self.name = name
            self.email = email
            self.response = response
            self.isRequired = isRequired
        }
    }

    /// Stays the same through all changes of the event.
    public var uid: String
    /// Goes up by one with each change that participants must hear of.
    public var sequence: Int
    public var start: Int64
    public var end: Int64
    /// An IANA name, such as `Europe/Paris`; empty where none was chosen.
    public var timeZone: String
    public var summary: String
    public var description: String
    public var location: String
    public var url: String
    /// `nil` says nothing of the meeting: some attendees are told that they take no part any more (RFC 5546, 3.2.5).
    public var status: Status?
    public var organizer: Participant?
    public var attendees: [Participant]

    public init(
        uid: String, sequence: Int = 0, start: Int64, end: Int64, timeZone: String = "", summary: String,
        description: String = "", location: String = "", url: String = "", status: Status? = .confirmed,
        organizer: Participant? = nil, attendees: [Participant] = []
    ) {
        self.uid = uid
        self.sequence = sequence
        self.start = start
        self.end = end
        self.timeZone = timeZone
        self.summary = summary
        self.description = description
        self.location = location
        self.url = url
        self.status = status
        self.organizer = organizer
        self.attendees = attendees
    }
}
