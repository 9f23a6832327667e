import Domain
import Engine
import JSON

/// A world with a candidate in every detail, jobs and applications, made through dispatch.
public struct Office: Sendable {
    public let world: World

    public init() throws { world = try World() }

    /// What a call that had to succeed was refused with.
    public struct Refusal: Error, CustomStringConvertible {
        public let description: String
    }

    /// Calls and answers the body. Throws `Refusal` where the engine refuses.
    @discardableResult
    public func call(
        _ operation: String, _ input: JSONValue = [:], as person: World.Person = .admin
    ) throws -> JSONValue {
        let answer = try world.call(operation, input, as: person)
        guard answer.isSuccess else { throw Refusal(description: "\(operation): \(answer.body)") }
        return answer.body
    }

    private func made(_ body: JSONValue) throws -> String {
        guard let id = body["id"]?.stringValue else { throw Refusal(description: "no id in \(body)") }
        return id
    }

    /// An open job of the own employer's company.
    public func job(_ title: String = "Night nurse", _ more: JSONValue = [:], publish: Bool = true) throws -> String {
        var input: JSONValue = [
            "title": .string(title), "description": "Nights at the clinic.", "public_description": "Nights.",
            "company_id": .string(world.ownCompany.description), "location": ["city": "Lyon", "country_code": "FR"],
        ]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        let id = try made(call("jobs.create", input))
        if publish { try call("jobs.publish", ["job_id": .string(id)]) }
        return id
    }

    public func candidate(
        _ first: String = "Zoé", _ last: String = "李 👩‍💻", _ more: JSONValue = [:], as person: World.Person = .admin
    ) throws -> String {
        var input: JSONValue = [
            "first_name": .string(first), "last_name": .string(last), "current_title": "Senior nurse",
        ]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        return try made(call("candidates.create", input, as: person))
    }

    /// A candidate of whom everything is known.
    public func wholeCandidate(as person: World.Person = .admin) throws -> String {
        var input: JSONValue =
            [
                "headline": "Senior nurse", "summary": "Fifteen years of nights in intensive care, and calm with it.",
                "emails": [["value": "zoe@example.com"]], "phones": [["value": "06 12 34 56 78"]],
                "location": ["city": "Lyon", "region": "Rhône", "country_code": "FR", "postal_code": "69003"],
                "languages": [["language": "French", "fluency": "native"], ["language": "English", "fluency": "B2"]],
                "notice_days": 28,
                "desired_salary": ["min": 4_200_000, "max": 4_800_000, "currency": "EUR", "period": "YEAR"],
                "desired_employment_types": ["FULL_TIME"],
            ]
        if person == .admin { input["consent"] = ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"] }
        let id = try candidate("Zoé", "李 👩‍💻", input, as: person)
        try call(
            "candidates.skills.set",
            [
                "candidate_id": .string(id),
                "skills": [
                    ["name": "Intensive care", "level": 4, "years": 6], ["name": "Night shifts", "level": 2],
                ],
            ], as: person)
        try call(
            "candidates.experience.add",
            [
                "candidate_id": .string(id), "name": "Clinique du Parc", "position": "Nurse", "start_date": "2019-04",
                "summary": "Two wards at night.", "highlights": ["Trained six colleagues"],
            ], as: person)
        try call(
            "candidates.education.add",
            [
                "candidate_id": .string(id), "institution": "IFSI Lyon", "study_type": "Licence", "area": "Nursing",
                "start_date": "2008", "end_date": "2011",
            ], as: person)
        try attachCV(id, as: person)
        return id
    }

    public func attachCV(_ candidate: String, as person: World.Person = .admin) throws {
        try call(
            "candidates.cv.upload",
            [
                "candidate_id": .string(candidate), "filename": "../cv zoé.txt",
                "content_base64": .string(Base64.encode(Array("Zoé\nNurse in Lyon".utf8))),
            ], as: person)
    }

    public func require(_ skill: String, of job: String, _ more: JSONValue = [:]) throws {
        let skills = try call("skills.list", ["q": .string(skill)])
        guard let id = skills["data"]?.arrayValue?.first?["id"]?.stringValue else {
            throw Refusal(description: "there is no skill \(skill)")
        }
        var input: JSONValue = ["job_id": .string(job), "skill_id": .string(id)]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        try call("jobs.skillRequirements.add", input)
    }

    /// A sourced application.
    @discardableResult
    public func source(_ candidate: String, onto job: String) throws -> String {
        try made(
            call(
                "applications.source", ["candidate_id": .string(candidate), "job_id": .string(job)], as: .consultant))
    }

    public func move(_ application: String, to status: String, _ more: JSONValue = [:]) throws {
        var input = more
        input["application_id"] = .string(application)
        input["status"] = .string(status)
        try call("applications.changeStatus", input)
    }
}
