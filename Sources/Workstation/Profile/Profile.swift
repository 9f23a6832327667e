import Domain
import Engine

/// The pane beside a list: everything about the candidate that has the cursor.
public struct Profile: Sendable {
    /// Whom it shows, and the application that it is about.
    public struct Subject: Sendable, Hashable {
        public var candidateID: Candidate.ID
        public var applicationID: Application.ID?

        public init(_ card: ApplicationCard) {
            candidateID = card.candidateID
            applicationID = card.id
        }
    }

    init(person: Person) {}

    /// Shows somebody, or nobody; answers what has to be read.
    mutating func follow(_ subject: Subject?) -> [Work] { [] }
    mutating func reload() {}
    mutating func show(section: Int) -> [Work] { [] }
    mutating func scroll(by rows: Int) {}
    mutating func perform(_ invocation: Invocation) -> [Work]? { nil }
}
