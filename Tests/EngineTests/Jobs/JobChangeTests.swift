import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct JobChangeTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private func job(_ id: String, _ more: JSONValue = [:]) -> JSONValue {
        var input: JSONValue = ["job_id": .string(id)]
        for (key, value) in more.objectValue ?? [:] { input[key] = value }
        return input
    }

    @Test func anUpdateChangesWhatItNamesAndKeepsTheRest() throws {
        let id = try jobs.draft("Nurse", ["education_level": "Diploma", "experience_months": 24])
        let answer = try jobs.body(
            "jobs.update", job(id, ["title": "Head nurse", "education_level": nil]), as: .employer)
        #expect(answer["title"] == "Head nurse")
        #expect(answer["education_level"] == nil)
        #expect(answer["experience_months"] == 24)
        #expect(answer["location"]?["city"] == "Lyon")
        #expect(answer["version"] == 2)
        let audit: String? = try jobs.world.database.read {
            try $0.value("SELECT after FROM audit_log WHERE operation_id = 'jobs.update'")
        }
        #expect(audit == #"{"title":"Head nurse","education_level":null}"#)
    }

    @Test func anUpdateThatChangesNothingLeavesNoTrace() throws {
        let id = try jobs.draft()
        let answer = try jobs.body("jobs.update", job(id, ["title": "Nurse"]), as: .employer)
        #expect(answer["version"] == 1)
        #expect(try jobs.audited("jobs.update", outcome: 200) == 0)
    }

    @Test func aStaleLookIsRefused() throws {
        let id = try jobs.draft()
        _ = try jobs.body("jobs.update", job(id, ["title": "A", "expected_version": 1]), as: .employer)
        let stale = try jobs.call("jobs.update", job(id, ["title": "B", "expected_version": 1]), as: .employer)
        #expect(stale.status == 409)
        #expect(stale.body["version"] == 2)
    }

    @Test func crossFieldRulesHoldForUpdatesToo() throws {
        let id = try jobs.published()
        let early = try jobs.call("jobs.update", job(id, ["valid_through": "2026-11-19"]), as: .employer)
        #expect(early.status == 422)
        #expect(early.body["errors"]?[0]?["field"] == "valid_through")
        let salary: JSONValue = ["base_salary": ["min": 2, "max": 1, "currency": "EUR", "unit": "HOUR"]]
        #expect(try jobs.status("jobs.update", job(id, salary), as: .employer) == 422)
        #expect(try jobs.status("jobs.update", job(id, ["fee": nil]), as: .employer) == 422)
        let nobody: JSONValue = ["owner_consultant_id": .string(id)]
        #expect(try jobs.status("jobs.update", job(id, nobody), as: .admin) == 422)
        _ = try jobs.draft("Other", ["requisition_id": "TAKEN"])
        #expect(try jobs.status("jobs.update", job(id, ["requisition_id": "TAKEN"]), as: .employer) == 409)
    }

    @Test func aNewOwnerTakesTheApplicationsAndTheirCounts() throws {
        let consultants = try jobs.consultants()
        let id = try jobs.published("Nurse", ["owner_consultant_id": .string(consultants[0].description)], of: .admin)
        _ = try jobs.apply(to: id)
        func counts() throws -> [Int] {
            try jobs.world.database.read { transaction in
                try consultants.map { consultant in
                    try transaction.value(
                        "SELECT SUM(n) FROM application_count WHERE scope_id = \(consultant) AND status = 'applied'")
                        ?? 0
                }
            }
        }
        #expect(try counts() == [1, 0])
        let moved = try jobs.body(
            "jobs.update", job(id, ["owner_consultant_id": .string(consultants[1].description)]), as: .admin)
        #expect(moved["owner_name"] == "otherConsultant Test")
        #expect(try counts() == [0, 1])
        let carried: [Consultant.ID?] = try jobs.world.database.read {
            try $0.column("SELECT consultant_id FROM application")
        }
        #expect(carried == [consultants[1]])
        _ = try jobs.body("jobs.update", job(id, ["owner_consultant_id": nil]), as: .admin)
        #expect(try counts() == [0, 0])
    }

    @Test func aNewTitleIsFound() throws {
        let id = try jobs.published("Nurse")
        let application = try jobs.apply(to: id)
        _ = try jobs.body("jobs.update", job(id, ["title": "Surgeon"]), as: .employer)
        #expect(jobs.ids(try jobs.body("jobs.list", ["q": "surgeon"], as: .anonymous)) == [id])
        #expect(try jobs.body("jobs.list", ["q": "nurse"], as: .admin)["total"] == 0)
        let board = try jobs.body("applications.pipeline", ["q": "surgeon"], as: .consultant)
        #expect(board.serialized().contains(application))
    }

    @Test func deletingIsRefusedWhileApplicationsAreOpen() throws {
        let id = try jobs.published()
        let application = try jobs.apply(to: id)
        let refused = try jobs.call("jobs.delete", job(id), as: .employer)
        #expect(refused.status == 409)
        #expect(refused.body["applications"] == [.string(application)])
        #expect(try jobs.audited("jobs.delete", outcome: 409) == 1)
        _ = try jobs.body("applications.withdraw", ["application_id": .string(application)], as: .candidate)
        _ = try jobs.body("jobs.delete", job(id), as: .employer)
        for person in [World.Person.candidate, .employer, .admin] {
            #expect(try jobs.status("jobs.get", job(id), as: person) == 404)
            #expect(try jobs.body("jobs.list", ["q": "nurse"], as: person)["total"] == 0)
            #expect(try jobs.body("jobs.list", as: person)["total"] == 0)
        }
        let key = try #require(Job.ID(id))
        #expect(
            try jobs.world.database.read {
                try $0.exists("SELECT 1 FROM tombstone WHERE table_name = 'job' AND row_id = \(key)")
            })
    }

    @Test func aCopyIsANewDraftWithTheSameDemands() throws {
        let id = try jobs.published("Nurse", ["openings": 3])
        _ = try jobs.body(
            "jobs.skillRequirements.add", job(id, ["name": "Triage", "importance": "preferred", "min_level": 3]),
            as: .employer)
        let copy = try jobs.body("jobs.duplicate", job(id), as: .employer)
        #expect(copy["title"] == "Nurse")
        #expect(copy["status"] == "draft")
        #expect(copy["openings"] == 3)
        #expect(copy["openings_filled"] == 0)
        #expect(copy["requisition_id"] == "R-000002")
        #expect(copy["opened_at"] == nil)
        #expect(copy["date_posted"] == nil)
        let copyID = copy["id"]?.stringValue ?? ""
        let demands = try jobs.body("jobs.skillRequirements.list", job(copyID), as: .employer)
        #expect(demands["data"]?[0]?["name"] == "Triage")
        #expect(demands["data"]?[0]?["min_level"] == 3)
        #expect(try jobs.history(copyID) == ["draft"])
        let named = try jobs.body("jobs.duplicate", job(id, ["title": "Nurse (night)"]), as: .admin)
        #expect(named["title"] == "Nurse (night)")
        #expect(jobs.ids(try jobs.body("jobs.list", ["q": "triage", "status": "draft"], as: .admin)).count == 2)
    }

    @Test func applicationsOfAJobForThoseWhoMaySeeThem() throws {
        let id = try jobs.published()
        let application = try jobs.apply(to: id)
        let person = try jobs.body(
            "candidates.create",
            ["first_name": "Hidden", "last_name": "Person", "emails": [["value": "hidden@example.com"]]], as: .admin)
        _ = try jobs.body(
            "applications.source", ["candidate_id": try #require(person["id"]), "job_id": .string(id)], as: .consultant)
        let employer = try jobs.body("jobs.applications", job(id), as: .employer)
        #expect(employer["total"] == 2)
        #expect(!employer.serialized().contains("Hidden"))
        #expect(try jobs.body("jobs.applications", job(id), as: .consultant).serialized().contains("Hidden Person"))
        #expect(
            jobs.ids(try jobs.body("jobs.applications", job(id, ["status": "applied"]), as: .admin)) == [application])
        #expect(try jobs.body("jobs.get", job(id), as: .employer)["open_applications"] == 2)
    }
}
