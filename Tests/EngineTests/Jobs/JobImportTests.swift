import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct JobImportTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private let good: JSONValue = [
        "company_name": "CLINIQUE du  parc", "title": "Nurse", "requisition_id": "X-1", "openings": "2",
        "description": "Words", "location": ["city": "Lyon"], "skills": ["Triage", "triage"], "status": "open",
    ]

    private func batch(_ rows: [JSONValue], _ more: JSONValue = [:]) -> JSONValue {
        var input: JSONValue = ["rows": .array(rows)]
        for (key, value) in more.objectValue ?? [:] { input[key] = value }
        return input
    }

    private func jobCount() throws -> Int {
        try jobs.world.database.read { try $0.value("SELECT COUNT(*) FROM job") ?? 0 }
    }

    @Test func goodRowsAreCreatedAndKnownOnesMatched() throws {
        let first = try jobs.body("jobs.bulkImport", batch([good]), as: .admin)
        #expect(first["created"] == 1)
        let id = try #require(first["results"]?[0]?["id"])
        let job = try jobs.body("jobs.get", ["job_id": id], as: .admin)
        #expect(job["status"] == "open")
        #expect(job["openings"] == 2)
        #expect(try jobs.body("jobs.skillRequirements.list", ["job_id": id], as: .admin)["total"] == 1)
        let second = try jobs.body("jobs.bulkImport", batch([good]), as: .admin)
        #expect(second["created"] == 0)
        #expect(second["matched"] == 1)
        #expect(second["results"]?[0]?["id"] == id)
        #expect(try jobCount() == 1)
        // One entry for the batch that changed something, none for the other.
        #expect(try jobs.audited("jobs.bulkImport", outcome: 200) == 1)
    }

    @Test func allOrNothingKeepsNothing() throws {
        let bad: JSONValue = ["company_name": "Nobody", "title": "Cook"]
        let answer = try jobs.body("jobs.bulkImport", batch([good, bad, ["title": ""]]), as: .admin)
        #expect(answer["created"] == 0)
        #expect(answer["failed"] == 2)
        #expect(answer["results"]?.arrayValue?.compactMap { $0["status"] } == ["skipped", "failed", "failed"])
        #expect(answer["results"]?[1]?["errors"]?[0]?["field"] == "company_name")
        #expect(answer["results"]?[2]?["errors"]?[0]?["field"] == "title")
        #expect(try jobCount() == 0)
        #expect(try jobs.audited("jobs.bulkImport", outcome: 200) == 0)
        #expect(try jobs.body("skills.list", ["q": "triage"], as: .anonymous)["total"] == 0)
    }

    @Test func bestEffortKeepsTheGoodOnes() throws {
        let unfit: JSONValue = ["company_name": "Atelier Nord", "title": "Cook", "status": "open"]
        let answer = try jobs.body(
            "jobs.bulkImport", batch([unfit, good, ["titel": "x"]], ["mode": "best_effort"]), as: .admin)
        #expect(answer["created"] == 1)
        #expect(answer["results"]?.arrayValue?.compactMap { $0["status"] } == ["failed", "created", "failed"])
        #expect(answer["results"]?[0]?["errors"]?[0]?["code"] == "conflict")
        // The row that failed when it was to be published left no job behind.
        #expect(try jobCount() == 1)
        #expect(try jobs.body("jobs.list", ["q": "nurse"], as: .anonymous)["total"] == 1)
    }

    @Test func aCompanyThatIsNotOnFileIsMadeWhereThatIsAsked() throws {
        let row: JSONValue = ["company_name": "Chez Nouveau", "title": "Cook", "date_posted": "2026-01-15"]
        #expect(try jobs.body("jobs.bulkImport", batch([row]), as: .admin)["failed"] == 1)
        let asked: JSONValue = ["create_companies": true, "mode": "best_effort"]
        let bad: JSONValue = ["company_name": "Chez Personne", "title": ""]
        let other = row.with(["title": "Second cook"])
        let answer = try jobs.body("jobs.bulkImport", batch([row, bad, other, row], asked), as: .admin)
        #expect(answer["created"] == 2)
        // The very same row is the same job.
        #expect(answer["matched"] == 1)
        #expect(try jobs.body("companies.list", ["q": "Nouveau"], as: .admin)["total"] == 1)
        #expect(try jobs.body("companies.list", ["q": "Personne"], as: .admin)["total"] == 0)
        let made = try jobs.body("jobs.list", ["q": "cook"], as: .admin)["data"]?[0]
        #expect(made?["date_posted"] == "2026-01-15")
    }

    @Test func aDryRunShowsAndKeepsNothing() throws {
        let answer = try jobs.body(
            "jobs.bulkImport", batch([good], ["dry_run": true, "idempotency_key": "k"]), as: .admin)
        #expect(answer["dry_run"] == true)
        #expect(answer["created"] == 1)
        #expect(answer["results"]?[0]?["id"] == nil)
        #expect(try jobCount() == 0)
        let real = try jobs.body("jobs.bulkImport", batch([good], ["idempotency_key": "k"]), as: .admin)
        #expect(real["created"] == 1)
    }

    @Test func aKeyIsCarriedOutOnce() throws {
        let row: JSONValue = ["company_name": "Atelier Nord", "title": "Cook"]
        let first = try jobs.body("jobs.bulkImport", batch([row], ["idempotency_key": "k"]), as: .admin)
        let again = try jobs.body("jobs.bulkImport", batch([row], ["idempotency_key": "k"]), as: .admin)
        #expect(again == first)
        #expect(try jobCount() == 1)
        let other: JSONValue = ["company_name": "Atelier Nord", "title": "Baker"]
        #expect(try jobs.status("jobs.bulkImport", batch([other], ["idempotency_key": "k"]), as: .admin) == 409)
        // Another person’s key is another key: the row is looked at, and is on file.
        #expect(
            try jobs.body("jobs.bulkImport", batch([row], ["idempotency_key": "k"]), as: .superadmin)["matched"] == 1)
    }

    @Test(arguments: [World.Person.anonymous, .candidate, .employer, .consultant])
    func othersMayNotImport(_ person: World.Person) throws {
        #expect(try jobs.status("jobs.bulkImport", batch([good]), as: person) == (person == .anonymous ? 401 : 403))
    }

    @Test func theBatchHasALimit() throws {
        #expect(try jobs.status("jobs.bulkImport", batch([]), as: .admin) == 422)
        let many = [JSONValue](repeating: ["title": "x"], count: 1_001)
        #expect(try jobs.status("jobs.bulkImport", batch(many), as: .admin) == 422)
        #expect(try jobs.status("jobs.bulkImport", ["rows": "x"], as: .admin) == 422)
    }

    @Test func rowsAreRefusedInFrench() throws {
        try jobs.speakFrench(.admin)
        let answer = try jobs.body("jobs.bulkImport", batch([["title": "x", "company_name": "Nobody"]]), as: .admin)
        #expect(answer["results"]?[0]?["errors"]?[0]?["message"] == "cette entreprise n’existe pas")
    }
}
