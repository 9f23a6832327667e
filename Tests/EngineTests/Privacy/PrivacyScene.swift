import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Two records of one person with everything that a person can have, and somebody else who has some of the same.
struct PrivacyScene {
    let board: Board
    let keep: String
    let other: String
    let stranger: String
    let job: String
    let secondJob: String
    /// Of `keep` and of `other` for the same job.
    let keptApplication: String
    let otherApplication: String
    var world: World { board.world }

    /// What must not be found any more once the person is anonymised.
    static let traces = [
        "zoé", "quéribus", "zoe@queribus.example", "z.queribus@work.example", "33612345678", "612345678", "zquer",
    ]

    init() throws {
        board = try Board()
        keep = try #require(
            try board.call(
                "candidates.create",
                [
                    "first_name": "Zoé", "last_name": "Quéribus", "current_title": "Infirmière de bloc",
                    "current_company": "Clinique Hélène", "headline": "Zoé Quéribus, infirmière",
                    "emails": [["value": "zoe@queribus.example"]],
                    "phones": [["value": "06 12 34 56 78", "e164": "+33612345678"]],
                    "location": ["city": "Lyon", "country_code": "FR"],
                ], as: .candidate)["id"]?.stringValue)
        other = try #require(
            try board.call(
                "candidates.create",
                [
                    "first_name": "ZOE", "last_name": "Queribus", "current_title": "Cadre de santé",
                    "current_company": "clinique helene", "summary": "Dix ans de bloc.",
                    "emails": [["value": "z.queribus@work.example"]],
                    "phones": [["value": "+33 6 12 34 56 78", "e164": "+33612345678"]],
                    "profiles": [["network": "LinkedIn", "url": "https://www.linkedin.com/in/zquer/"]],
                    "tags": ["bloc"], "consent": ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"],
                ], as: .admin)["id"]?.stringValue)
        stranger = try board.candidate("Ana", "Martin")
        for (candidate, file) in [(keep, "one"), (other, "two"), (other, "one"), (stranger, "two")] {
            try Self.upload(file == "one" ? "Zoé Quéribus CV" : "Lettre type", candidate, board)
        }
        let job = try board.job(openings: 3)
        let secondJob = try board.job("Soudeur", other: true)
        self.job = job
        self.secondJob = secondJob
        for (candidate, skill, level) in [(keep, "Triage", 3), (other, "Triage", 5), (other, "Suture", 2)] {
            try board.call(
                "candidates.skills.set",
                [
                    "candidate_id": .string(candidate),
                    "skills": .array(
                        skill == "Suture"
                            ? [["name": "Triage", "level": 5], ["name": "Suture", "level": 2]]
                            : [["name": .string(skill), "level": .integer(Int64(level))]]),
                ], as: .admin)
        }
        for candidate in [keep, other] {
            try board.call(
                "candidates.experience.add",
                [
                    "candidate_id": .string(candidate), "name": "Clinique", "position": "Infirmière",
                    "start_date": "2019-04", "end_date": "2021-04",
                ], as: .admin)
        }
        try board.call(
            "candidates.education.add",
            ["candidate_id": .string(other), "institution": "IFSI de Lyon", "study_type": "Licence"], as: .admin)
        let own = try board.call("applications.submit", ["job_id": .string(job)], as: .candidate)
        keptApplication = try #require(own["id"]?.stringValue)
        otherApplication = try board.sourced(other, job)
        _ = try board.sourced(other, secondJob)
        try board.bring(otherApplication, to: .offer)
        try Self.write(to: [keptApplication, otherApplication], board)
    }

    private static func upload(_ text: String, _ candidate: String, _ board: Board) throws {
        try board.call(
            "candidates.cv.upload",
            [
                "candidate_id": .string(candidate),
                "filename": .string(text == "Lettre type" ? "lettre.txt" : "Quéribus.txt"),
                "content_base64": .string(Board.base64(Array(text.utf8))),
            ], as: .admin)
    }

    private static func write(to applications: [String], _ board: Board) throws {
        for application in applications {
            try board.call(
                "applications.notes.add",
                [
                    "application_id": .string(application), "body": "Zoé Quéribus convainc (\(application)).",
                    "visibility": "team",
                ], as: .consultant)
        }
        let message = try board.call(
            "messaging.conversations.create",
            [
                "subject": "Bonjour Zoé Quéribus", "participants": [.string(try board.user(.admin))],
                "body": "Ici Zoé, zoe@queribus.example, 06 12 34 56 78",
            ], as: .candidate)
        try #require(message["id"] != nil)
    }

    @discardableResult
    func merge(_ more: JSONValue = [:]) throws -> JSONValue {
        var input = more
        input["keep_id"] = .string(keep)
        input["merge_id"] = .string(other)
        return try board.call("candidates.merge", input, as: .admin)
    }

    func anonymise(_ candidate: String, _ more: JSONValue = [:]) throws -> EncodedAnswer {
        var input: JSONValue = [
            "candidate_id": .string(candidate), "confirm": "zoe@queribus.example", "reason": "Asked by Zoé Quéribus",
        ]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        return try world.call("candidates.anonymise", input, as: .admin)
    }
}
