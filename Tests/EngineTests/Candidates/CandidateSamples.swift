import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// What the tests of candidates need, made through dispatch as a caller would.
extension World {
    /// Makes a candidate as an admin and answers its id. With `consent` employers may find it.
    @discardableResult
    func candidate(_ first: String, _ last: String, consent: Bool = true, _ more: JSONValue = [:]) throws -> String {
        var input: JSONValue = ["first_name": .string(first), "last_name": .string(last)]
        if consent { input["consent"] = ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"] }
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        let answer = try call("candidates.create", input, as: .admin)
        #expect(answer.status == 201, "\(answer.body)")
        return try #require(answer.body["id"]?.stringValue)
    }

    /// An open job of the own employer's company, or of the other's.
    func openJob(_ title: String = "Nurse", other: Bool = false) throws -> String {
        let company = other ? otherCompany : ownCompany
        let made = try call(
            "jobs.create",
            [
                "company_id": .string(company.description), "title": .string(title), "description": "Work with us.",
                "location": ["city": "Lyon", "country_code": "FR"],
            ], as: .admin)
        let id = try #require(made.body["id"]?.stringValue, "\(made.body)")
        let published = try call("jobs.publish", ["job_id": .string(id)], as: .admin)
        #expect(published.status == 200, "\(published.body)")
        return id
    }

    /// Puts a candidate onto a job as `sourced`: the job's employer sees it as an anonymous profile.
    func source(_ candidate: String, onto job: String) throws {
        let answer = try call(
            "applications.source", ["candidate_id": .string(candidate), "job_id": .string(job)], as: .consultant)
        #expect(answer.status == 201, "\(answer.body)")
    }

    /// The own profile of the person `candidate`, which then applies to a job: the job's employer sees it in full.
    func applyingCandidate(to job: String? = nil, _ more: JSONValue = [:]) throws -> String {
        var input: JSONValue = ["first_name": "Hélène", "last_name": "Œuvrard"]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        let made = try call("candidates.create", input, as: .candidate)
        let id = try #require(made.body["id"]?.stringValue, "\(made.body)")
        if let job {
            let applied = try call("applications.submit", ["job_id": .string(job)], as: .candidate)
            #expect(applied.status == 201, "\(applied.body)")
        }
        return id
    }

    /// Makes the person's interface French.
    func speakFrench(_ person: Person) throws {
        try database.write { transaction in
            try transaction.execute(
                "UPDATE user_account SET locale = 'fr' WHERE email_folded = \(person.email.lowercased())")
        }
    }

    /// The ids that a list answers.
    func found(_ input: JSONValue, as person: Person) throws -> [String] {
        let answer = try call("candidates.list", input, as: person)
        #expect(answer.status == 200, "\(answer.body)")
        return answer.ids
    }

    func found(_ words: String, as person: Person = .admin) throws -> [String] {
        try found(["q": .string(words)], as: person)
    }

    /// How many entries the audit log has for an operation.
    func audited(_ operation: String) throws -> Int {
        try database.read { transaction in
            try transaction.value("SELECT COUNT(*) FROM audit_log WHERE operation_id = \(operation)") ?? 0
        }
    }
}

extension EncodedAnswer {
    var ids: [String] { body["data"]?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? [] }
    var id: String { body["id"]?.stringValue ?? "" }
    /// The fields that a 422 names.
    var fields: [String] { body["errors"]?.arrayValue?.compactMap { $0["field"]?.stringValue } ?? [] }
}
