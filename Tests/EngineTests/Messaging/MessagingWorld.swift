import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// A world whose candidate has applied to the own company's job, so that the own employer knows it; the consultant owns
/// that job.
struct MessagingWorld {
    let world: World
    let candidate: JSONValue
    let job: JSONValue
    let application: JSONValue
    private let users: [World.Person: JSONValue]

    init() throws {
        let world = try World()
        self.world = world
        var users: [World.Person: JSONValue] = [:]
        for person in World.Person.allCases where person != .anonymous {
            users[person] = try world.call("auth.profile", as: person).body["id"]
        }
        self.users = users
        func made(_ operation: String, _ input: JSONValue, _ person: World.Person) throws -> JSONValue {
            let answer = try world.call(operation, input, as: person)
            try #require(answer.isSuccess, "\(operation): \(answer.body)")
            return answer.body["id"] ?? .null
        }
        candidate = try made(
            "candidates.create",
            ["first_name": "Zoé", "last_name": "Lefèvre", "emails": [["value": "zoe@example.com"]]], .candidate)
        _ = try made(
            "candidates.update",
            [
                "candidate_id": candidate, "consent": ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"],
            ], .admin)
        _ = try made("candidates.create", ["first_name": "Omar", "last_name": "Haddad"], .otherCandidate)
        let consultant = try world.call("auth.profile", as: .consultant).body["consultant_id"] ?? .null
        job = try made(
            "jobs.create",
            [
                "title": "Night nurse", "description": "Nights.", "openings": 2, "owner_consultant_id": consultant,
                "location": ["city": "Lyon"],
                "company_id": .string(world.ownCompany.description),
            ], .admin)
        _ = try made("jobs.publish", ["job_id": job], .admin)
        application = try made("applications.submit", ["job_id": job], .candidate)
    }

    func user(_ person: World.Person) -> JSONValue { users[person] ?? .null }

    /// Runs an operation that has to succeed.
    @discardableResult
    func done(_ operation: String, _ input: JSONValue = [:], _ person: World.Person) throws -> JSONValue {
        let answer = try world.call(operation, input, as: person)
        try #require(answer.isSuccess, "\(operation) as \(person): \(answer.body)")
        return answer.body
    }

    func status(_ operation: String, _ input: JSONValue = [:], _ person: World.Person) throws -> Int {
        try world.call(operation, input, as: person).status
    }

    /// A conversation, and its identifier.
    @discardableResult
    func begin(
        _ person: World.Person, with others: [World.Person], subject: String = "Your application", body: String? = nil
    ) throws -> JSONValue {
        var input: JSONValue = ["subject": .string(subject), "participants": .array(others.map(user))]
        if let body { input["body"] = .string(body) }
        return try done("messaging.conversations.create", input, person)["id"] ?? .null
    }

    @discardableResult
    func send(_ person: World.Person, _ conversation: JSONValue, _ body: String) throws -> JSONValue {
        try done("messaging.messages.send", ["conv_id": conversation, "body": .string(body)], person)["id"] ?? .null
    }

    /// The caller's unread count of a conversation.
    func unread(_ person: World.Person, _ conversation: JSONValue) throws -> Int? {
        try done("messaging.conversations.get", ["conv_id": conversation], person)["unread"]?.integerValue.map(Int.init)
    }

    /// The mails in the outbox, oldest first, as an admin sees them.
    func mails(_ filter: JSONValue = [:]) throws -> [JSONValue] {
        try (done("admin.mail.list", filter, .admin)["data"]?.arrayValue ?? []).reversed()
    }
}
