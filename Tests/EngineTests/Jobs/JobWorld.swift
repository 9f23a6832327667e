import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// A world for tests of jobs, with short ways to make them.
struct JobWorld {
    let world: World

    init(world: World? = nil) throws { self.world = try world ?? World() }

    func call(_ operation: String, _ input: JSONValue = [:], as person: World.Person) throws -> EncodedAnswer {
        try world.call(operation, input, as: person)
    }

    /// The body of a call that must succeed.
    func body(
        _ operation: String, _ input: JSONValue = [:], as person: World.Person,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try world.call(operation, input, as: person)
        #expect(answer.isSuccess, "\(answer.body)", sourceLocation: sourceLocation)
        return answer.body
    }

    func status(_ operation: String, _ input: JSONValue = [:], as person: World.Person) throws -> Int {
        try world.call(operation, input, as: person).status
    }

    /// A draft of the own company (or another), ready to be published.
    func draft(_ title: String = "Nurse", _ more: JSONValue = [:], of person: World.Person = .employer) throws -> String
    {
        var input: JSONValue = [
            "title": .string(title), "description": "Internal words: margin thirty percent.",
            "location": ["city": "Lyon", "country_code": "FR"],
        ]
        for (key, value) in more.objectValue ?? [:] { input[key] = value }
        if person == .admin, input["company_id"] == nil { input["company_id"] = .string(world.ownCompany.description) }
        return try body("jobs.create", input, as: person)["id"]?.stringValue ?? ""
    }

    func published(_ title: String = "Nurse", _ more: JSONValue = [:], of person: World.Person = .employer) throws
        -> String
    {
        let id = try draft(title, more, of: person)
        _ = try body("jobs.publish", ["job_id": .string(id)], as: person)
        return id
    }

    /// The candidate's profile and its application to a job.
    func apply(_ person: World.Person = .candidate, to job: String) throws -> String {
        _ = try call("candidates.create", ["first_name": "Léa", "last_name": "Martin"], as: person)
        return try body("applications.submit", ["job_id": .string(job)], as: person)["id"]?.stringValue ?? ""
    }

    func ids(_ page: JSONValue) -> [String] { (page["data"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue } }

    func consultants() throws -> [Consultant.ID] {
        try world.database.read { try $0.column("SELECT id FROM consultant ORDER BY row_no") }
    }

    func history(_ job: String) throws -> [String] {
        let id = try #require(Job.ID(job))
        return try world.database.read {
            try $0.column("SELECT to_status FROM job_status_history WHERE job_id = \(id) ORDER BY at, id")
        }
    }

    /// How many entries the audit log has of an operation.
    func audited(_ operation: String, outcome: Int) throws -> Int {
        try world.database.read {
            try $0.value("SELECT COUNT(*) FROM audit_log WHERE operation_id = \(operation) AND outcome = \(outcome)")
                ?? 0
        }
    }

    func speakFrench(_ person: World.Person) throws {
        try world.database.write {
            _ = try $0.execute("UPDATE user_account SET locale = 'fr' WHERE email = \(person.email)")
        }
    }
}
