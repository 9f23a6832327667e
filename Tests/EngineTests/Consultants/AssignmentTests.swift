import Domain
import JSON
import Storage
import TestSupport
import Testing

/// Who looks after which candidate.
@Suite struct AssignmentTests {
    let jobs: JobWorld
    let consultants: [JSONValue]
    init() throws {
        jobs = try JobWorld()
        consultants = try jobs.consultants().map { .string($0.description) }
    }

    private func candidate(_ name: String, _ more: JSONValue = [:]) throws -> JSONValue {
        try jobs.body(
            "candidates.create", (["first_name": .string(name), "last_name": "Test"] as JSONValue).with(more),
            as: .admin
        )["id"] ?? .null
    }

    private func assign(_ candidate: JSONValue, to consultant: Int, _ more: JSONValue = [:]) -> JSONValue {
        (["consultant_id": consultants[consultant], "candidate_id": candidate] as JSONValue).with(more)
    }

    private func candidates(of consultant: Int, _ more: JSONValue = [:]) throws -> [JSONValue] {
        let page = try jobs.body(
            "consultants.candidates", (["consultant_id": consultants[consultant]] as JSONValue).with(more), as: .admin)
        return (page["data"]?.arrayValue ?? []).compactMap { $0["id"] }
    }

    private func owner(_ candidate: JSONValue) throws -> JSONValue? {
        try jobs.body("candidates.get", ["candidate_id": candidate], as: .admin)["owner_consultant_id"]
    }

    /// Whether every owner column and every active assignment of an owner say the same.
    private func isWhole() throws -> Bool {
        try jobs.world.database.read { transaction in
            let missing: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM candidate c WHERE c.owner_consultant_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM assignment a WHERE a.subject_id = c.id AND a.consultant_id = c.owner_consultant_id
                AND a.role = 'owner' AND a.ends_at IS NULL)
                """)
            let surplus: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM assignment a JOIN candidate c ON c.id = a.subject_id
                WHERE a.role = 'owner' AND a.ends_at IS NULL
                AND (c.owner_consultant_id IS NULL OR c.owner_consultant_id <> a.consultant_id)
                """)
            return missing == 0 && surplus == 0
        }
    }

    @Test func anOwnerTakesThePlaceOfTheOneBefore() throws {
        let ada = try candidate("Ada")
        let made = try jobs.body("consultants.assignCandidate", assign(ada, to: 0), as: .consultant)
        #expect(made["role"] == "owner")
        #expect(made["assigned_candidates"] == 1)
        #expect(try owner(ada) == consultants[0])
        let again = try jobs.body("consultants.assignCandidate", assign(ada, to: 0), as: .consultant)
        #expect(again["id"] == made["id"])
        #expect(try jobs.audited("consultants.assignCandidate", outcome: 201) == 1)
        _ = try jobs.body("consultants.assignCandidate", assign(ada, to: 1), as: .otherConsultant)
        #expect(try owner(ada) == consultants[1])
        #expect(try candidates(of: 0) == [])
        #expect(try candidates(of: 1) == [ada])
        #expect(try isWhole())
    }

    @Test func aSecondOneHelpsBesideTheOwner() throws {
        let ada = try candidate("Ada", ["owner_consultant_id": consultants[0]])
        _ = try jobs.body("consultants.assignCandidate", assign(ada, to: 1, ["role": "secondary"]), as: .admin)
        #expect(try candidates(of: 0) == [ada])
        #expect(try candidates(of: 1) == [ada])
        #expect(try candidates(of: 1, ["role": "owner"]) == [])
        #expect(
            try jobs.status("consultants.assignCandidate", assign(ada, to: 0, ["role": "secondary"]), as: .admin) == 409
        )
        _ = try jobs.body("consultants.assignCandidate", assign(ada, to: 1), as: .admin)
        #expect(try owner(ada) == consultants[1])
        #expect(try candidates(of: 1) == [ada])
        #expect(try isWhole())
    }

    @Test func unassigningEndsIt() throws {
        let ada = try candidate("Ada")
        #expect(try jobs.status("consultants.unassignCandidate", assign(ada, to: 0), as: .admin) == 404)
        _ = try jobs.body("consultants.assignCandidate", assign(ada, to: 0), as: .admin)
        let ended = try jobs.body("consultants.unassignCandidate", assign(ada, to: 0), as: .consultant)
        #expect(ended["ends_at"] != nil)
        #expect(ended["assigned_candidates"] == 0)
        #expect(try owner(ada) == nil)
        #expect(try jobs.status("consultants.unassignCandidate", assign(ada, to: 0), as: .consultant) == 404)
        #expect(try isWhole())
    }

    @Test func changingTheOwnerOfACandidateIsAssigningIt() throws {
        let ada = try candidate("Ada", ["owner_consultant_id": consultants[0]])
        #expect(try candidates(of: 0) == [ada])
        _ = try jobs.body(
            "candidates.update", ["candidate_id": ada, "owner_consultant_id": consultants[1]], as: .admin)
        #expect(try candidates(of: 0) == [])
        #expect(try candidates(of: 1) == [ada])
        _ = try jobs.body(
            "candidates.bulkImport",
            ["rows": [["first_name": "Bob", "last_name": "Row", "owner_consultant_id": consultants[1]]]], as: .admin)
        #expect(try candidates(of: 1).count == 2)
        #expect(try isWhole())
    }

    @Test func nobodyGetsMoreThanItCanLookAfter() throws {
        _ = try jobs.body("consultants.update", ["consultant_id": consultants[0], "capacity": 1], as: .admin)
        _ = try jobs.body("consultants.assignCandidate", assign(try candidate("Ada"), to: 0), as: .consultant)
        let bob = try candidate("Bob")
        let full = try jobs.call("consultants.assignCandidate", assign(bob, to: 0), as: .consultant)
        #expect(full.status == 409)
        #expect(full.body["capacity"] == 1)
        let beyond = assign(bob, to: 0, ["over_capacity": true])
        #expect(try jobs.status("consultants.assignCandidate", beyond, as: .consultant) == 422)
        #expect(try jobs.status("consultants.assignCandidate", beyond, as: .admin) == 201)
        _ = try jobs.body("consultants.update", ["consultant_id": consultants[1], "status": "inactive"], as: .admin)
        #expect(try jobs.status("consultants.assignCandidate", assign(bob, to: 1), as: .admin) == 409)
    }

    @Test func deletedCandidatesAreGoneFromTheList() throws {
        let ada = try candidate("Ada", ["owner_consultant_id": consultants[0]])
        _ = try jobs.body("candidates.delete", ["candidate_id": ada], as: .admin)
        #expect(try candidates(of: 0) == [])
        let view = try jobs.body("consultants.get", ["consultant_id": consultants[0]], as: .admin)
        #expect(view["assigned_candidates"] == 0)
        #expect(try jobs.status("consultants.assignCandidate", assign(ada, to: 1), as: .admin) == 404)
    }

    @Test func randomAssignmentsKeepOwnersAndAssignmentsInAgreement() throws {
        var generator = SeededNumbers(seed: 7)
        let people = try (0..<4).map { try candidate("P\($0)") }
        for _ in 0..<60 {
            let person = people[generator.below(4)]
            let consultant = generator.below(2)
            switch generator.below(4) {
            case 0: _ = try jobs.call("consultants.assignCandidate", assign(person, to: consultant), as: .admin)
            case 1:
                _ = try jobs.call(
                    "consultants.assignCandidate", assign(person, to: consultant, ["role": "secondary"]), as: .admin)
            case 2: _ = try jobs.call("consultants.unassignCandidate", assign(person, to: consultant), as: .admin)
            default:
                _ = try jobs.call(
                    "candidates.update",
                    [
                        "candidate_id": person,
                        "owner_consultant_id": generator.below(2) == 0 ? .null : consultants[consultant],
                    ],
                    as: .admin)
            }
            #expect(try isWhole())
        }
        let active: Int? = try jobs.world.database.read {
            try $0.value("SELECT COUNT(*) FROM assignment WHERE ends_at IS NULL")
        }
        #expect(try candidates(of: 0).count + candidates(of: 1).count == active)
    }
}

/// The same numbers on every run.
private struct SeededNumbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
