import Domain
import JSON
import Storage
import TestSupport
import Testing

/// Bringing applications in from another system.
@Suite struct ApplicationImportTests {
    let jobs: JobWorld
    let reason: JSONValue
    init() throws {
        jobs = try JobWorld()
        reason = try jobs.body("reasons.list", ["kind": "we_rejected"], as: .admin)["data"]?[0]?["id"] ?? .null
        for (name, status) in [("ada", "active"), ("bob", "active"), ("cleo", "do_not_contact")] {
            let id =
                try jobs.body(
                    "candidates.create",
                    [
                        "first_name": .string(name), "last_name": "Test", "status": .string(status),
                        "emails": [["value": .string("\(name)@example.com")]],
                    ], as: .admin)["id"] ?? .null
            guard name == "ada" else { continue }
            _ = try jobs.body(
                "candidates.cv.upload",
                ["candidate_id": id, "filename": "cv.txt", "content_base64": "Wm/DqSBUZXN0Cg=="], as: .admin)
        }
    }

    private func run(_ rows: JSONValue, _ more: JSONValue = [:]) throws -> JSONValue {
        try jobs.body(
            "applications.bulkImport", (["rows": rows, "mode": "best_effort"] as JSONValue).with(more), as: .admin)
    }

    private func statuses(_ answer: JSONValue) -> [JSONValue] {
        answer["results"]?.arrayValue?.compactMap { $0["status"] } ?? []
    }

    @Test func anApplicationComesInWithTheStagesBeforeIt() throws {
        let job = try jobs.published("Nurse", ["requisition_id": "N-1"])
        let answer = try run([
            [
                "candidate_email": "ADA@example.com", "requisition_id": "N-1", "status": "interview",
                "applied_at": "2026-03-02T00:00:00Z", "rating": "4",
            ],
            ["candidate_email": "bob@example.com", "job_title": "nurse", "status": "rejected", "reason_id": reason],
        ])
        #expect(statuses(answer) == ["created", "created"])
        let ada = answer["results"]?[0]?["id"] ?? .null
        let view = try jobs.body("applications.get", ["application_id": ada], as: .employer)
        #expect(view["status"] == "interview")
        #expect(view["applied_at"] == "2026-03-02T00:00:00.000Z")
        #expect(view["rating"] == 4)
        #expect(view["candidate_name"] == "ada Test")
        #expect(view["cv_id"] != nil)
        let history = try jobs.body("applications.history", ["application_id": ada], as: .admin)
        let stages = history["data"]?.arrayValue?.compactMap { $0["to_status"]?.stringValue } ?? []
        #expect(Set(stages) == ["applied", "screening", "submitted", "interview"])
        let bob = try jobs.body(
            "applications.get", ["application_id": answer["results"]?[1]?["id"] ?? .null], as: .admin)
        #expect(bob["status"] == "rejected")
        #expect(bob["closed_at"] != nil)
        #expect(bob["rejection_reason_id"] == reason)
        let board = try jobs.body("applications.pipeline", ["job_id": .string(job)], as: .admin)
        #expect(board["total"] == 1)
        #expect(try jobs.body("applications.list", ["q": "ada"], as: .admin)["total"] == 1)
        #expect(try jobs.audited("applications.bulkImport", outcome: 200) == 1)
    }

    @Test func whatIsThereIsMatchedAndWhatIsWrongIsSaid() throws {
        _ = try jobs.published("Nurse", ["requisition_id": "N-1"])
        _ = try jobs.published("Nurse", ["requisition_id": "N-2"])
        let answer = try run([
            ["candidate_email": "ada@example.com", "requisition_id": "N-1"],
            ["candidate_email": "ada@example.com", "requisition_id": "N-1", "status": "sourced"],
            ["candidate_email": "nobody@example.com", "requisition_id": "N-1"],
            ["candidate_email": "bob@example.com", "job_title": "Nurse"],
            ["candidate_email": "bob@example.com", "requisition_id": "N-1", "status": "submitted"],
            ["candidate_email": "cleo@example.com", "requisition_id": "N-1", "status": "sourced"],
            ["candidate_email": "bob@example.com", "requisition_id": "N-1", "status": "rejected"],
            ["candidate_email": "bob@example.com", "requisition_id": "N-1", "applied_at": "2030-01-01T00:00:00Z"],
            ["candidate_email": "bob@example.com"], ["requisition_id": "N-1"],
            ["candidate_email": "bob@example.com", "requisition_id": "N-1", "status": "hired"],
        ])
        let fields = answer["results"]?.arrayValue?.map { $0["errors"]?[0]?["field"]?.stringValue } ?? []
        #expect(statuses(answer).prefix(2) == ["created", "matched"])
        #expect(statuses(answer).dropFirst(2).allSatisfy { $0 == "failed" })
        #expect(
            fields == [
                nil, nil, "candidate_email", "job_title", "", "", "reason_id", "applied_at", "job_id", "candidate_id",
                "status",
            ])
        #expect(try jobs.body("applications.list", as: .admin)["total"] == 1)
        #expect(try jobs.status("applications.bulkImport", ["rows": []], as: .consultant) == 403)
    }
}
