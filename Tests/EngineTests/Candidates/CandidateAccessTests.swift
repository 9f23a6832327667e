import Engine
import JSON
import TestSupport
import Testing

/// Who may call what: 401 without an account, 403 for a role that never may.
@Suite struct CandidateAccessTests {
    private static let nobody = "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"

    /// Operation, its least input, and the statuses for anonymous, candidate, employer, consultant, admin, superadmin
    /// on a candidate that is not there (404) or with nothing to do (200).
    private static let table: [(String, JSONValue, [Int])] = [
        ("candidates.list", [:], [401, 403, 200, 200, 200, 200]),
        ("candidates.get", ["candidate_id": .string(nobody)], [401, 404, 404, 404, 404, 404]),
        ("candidates.update", ["candidate_id": .string(nobody)], [401, 404, 403, 403, 404, 404]),
        ("candidates.delete", ["candidate_id": .string(nobody)], [401, 403, 403, 403, 404, 404]),
        ("candidates.cv.get", ["candidate_id": .string(nobody)], [401, 404, 404, 404, 404, 404]),
        (
            "candidates.cv.upload",
            ["candidate_id": .string(nobody), "filename": "cv.txt", "content_base64": "aGVsbG8="],
            [401, 404, 403, 403, 404, 404]
        ),
        ("candidates.applications", ["candidate_id": .string(nobody)], [401, 404, 403, 404, 404, 404]),
        (
            "candidates.skills.set",
            ["candidate_id": .string(nobody), "skills": [["name": "Swift", "level": 3]]],
            [401, 404, 403, 403, 404, 404]
        ),
        ("candidates.skills.list", ["candidate_id": .string(nobody)], [401, 404, 404, 404, 404, 404]),
        ("candidates.bulkImport", ["rows": [["first_name": "A", "last_name": "B"]]], [401, 403, 403, 403, 200, 200]),
        ("candidates.education.list", ["candidate_id": .string(nobody)], [401, 404, 404, 404, 404, 404]),
        (
            "candidates.education.add", ["candidate_id": .string(nobody), "institution": "X"],
            [401, 404, 403, 403, 404, 404]
        ),
        (
            "candidates.education.update", ["candidate_id": .string(nobody), "edu_id": .string(nobody)],
            [401, 404, 403, 403, 404, 404]
        ),
        (
            "candidates.education.delete", ["candidate_id": .string(nobody), "edu_id": .string(nobody)],
            [401, 404, 403, 403, 404, 404]
        ),
        ("candidates.experience.list", ["candidate_id": .string(nobody)], [401, 404, 404, 404, 404, 404]),
        (
            "candidates.experience.add",
            ["candidate_id": .string(nobody), "name": "X", "position": "Y", "start_date": "2020"],
            [401, 404, 403, 403, 404, 404]
        ),
        (
            "candidates.experience.update", ["candidate_id": .string(nobody), "exp_id": .string(nobody)],
            [401, 404, 403, 403, 404, 404]
        ),
        (
            "candidates.experience.delete", ["candidate_id": .string(nobody), "exp_id": .string(nobody)],
            [401, 404, 403, 403, 404, 404]
        ),
    ]

    @Test func eachRoleGetsWhatTheTableSays() throws {
        let world = try World()
        let people: [World.Person] = [.anonymous, .candidate, .employer, .consultant, .admin, .superadmin]
        for (operation, input, expected) in Self.table {
            for (person, status) in zip(people, expected) {
                let answer = try world.call(operation, input, as: person)
                #expect(answer.status == status, "\(operation) as \(person): \(answer.body)")
            }
        }
    }

    @Test func onlyCandidatesAndAdminsCreate() throws {
        let world = try World()
        let input: JSONValue = ["first_name": "A", "last_name": "B"]
        for (person, status) in [
            (World.Person.anonymous, 401), (.candidate, 201), (.employer, 403), (.consultant, 403), (.admin, 201),
            (.superadmin, 201),
        ] {
            #expect(try world.call("candidates.create", input, as: person).status == status)
        }
    }

    @Test func theRoleIsCheckedBeforeTheInput() throws {
        let world = try World()
        #expect(try world.call("candidates.create", ["nonsense": 1], as: .employer).status == 403)
        #expect(try world.call("candidates.create", ["nonsense": 1], as: .anonymous).status == 401)
        let answer = try world.call("candidates.create", ["nonsense": 1], as: .admin)
        #expect(answer.status == 422)
        #expect(answer.fields.contains("nonsense"))
        #expect(answer.fields.contains("first_name"))
    }

    @Test func aCandidateSeesNobodyElse() throws {
        let world = try World()
        let own = try world.applyingCandidate()
        for (person, status) in [(World.Person.candidate, 200), (.otherCandidate, 404)] {
            for operation in [
                "candidates.get", "candidates.update", "candidates.applications", "candidates.skills.list",
                "candidates.education.list", "candidates.experience.list",
            ] {
                let answer = try world.call(operation, ["candidate_id": .string(own)], as: person)
                #expect(answer.status == status, "\(operation) as \(person): \(answer.body)")
            }
        }
    }
}
