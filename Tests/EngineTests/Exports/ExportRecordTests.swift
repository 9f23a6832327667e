import Domain
import Engine
import JSON
import TestSupport
import Testing

/// What the audit log keeps of an export.
@Suite struct ExportRecordTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private static let begun: JSONValue = [
        "subject": "candidates", "format": "csv", "state": "begun", "filter": ["status": "active"],
    ]

    private func ended(_ id: JSONValue?, _ state: JSONValue = "done", rows: JSONValue = 12) -> JSONValue {
        Self.begun.with(["state": state, "export_id": id ?? .null, "rows": rows])
    }

    private func entries() throws -> [JSONValue] {
        let page = try jobs.body("admin.auditLogs", ["operation_id": "exports.record"], as: .admin)
        return (page["data"]?.arrayValue ?? []).reversed()
    }

    @Test(arguments: [World.Person.candidate, .employer, .consultant, .admin, .superadmin])
    func whoWhatWhichAndHowManyAreKept(_ person: World.Person) throws {
        let answer = try jobs.call("exports.record", Self.begun, as: person)
        #expect(answer.status == 201)
        let id = answer.body["export_id"]
        _ = try jobs.body("exports.record", ended(id), as: person)
        let entries = try entries()
        #expect(entries.map { $0["after"]?["state"] } == ["begun", "done"])
        #expect(entries.map { $0["target_id"] } == [id, id])
        #expect(entries.allSatisfy { $0["actor_role"] == .string(person.role?.rawValue ?? "") })
        #expect(entries[1]["after"]?["subject"] == "candidates")
        #expect(entries[1]["after"]?["filter"] == ["status": "active"])
        #expect(entries[1]["after"]?["rows"] == 12)
        // It ends once.
        #expect(try jobs.status("exports.record", ended(id, "stopped"), as: person) == 409)
    }

    @Test func anExportIsEndedByWhomItWasBegun() throws {
        let id = try jobs.body("exports.record", Self.begun, as: .consultant)["export_id"]
        #expect(try jobs.status("exports.record", ended(id), as: .otherConsultant) == 404)
        #expect(try jobs.status("exports.record", ended("0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"), as: .admin) == 404)
        #expect(try jobs.status("exports.record", Self.begun, as: .anonymous) == 401)
    }

    @Test(
        arguments: [
            (["state": "done"], ["export_id", "rows"]),
            (["export_id": "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"], ["export_id"]),
            (["filter": [1]], ["filter"]),
            (["filter": ["q": .string(String(repeating: "x", count: 5_000))]], ["filter"]),
            (["subject": "secrets"], ["subject"]), (["rows": -1], ["rows"]),
        ] as [(JSONValue, [String])])
    func whatIsRefused(_ change: JSONValue, _ fields: [String]) throws {
        let answer = try jobs.call("exports.record", Self.begun.with(change), as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?.arrayValue?.compactMap { $0["field"]?.stringValue } == fields)
    }
}
