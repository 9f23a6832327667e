import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct ContactImportTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    @Test func contactsAreMadeOrMatched() throws {
        let rows: JSONValue = [
            [
                "company_name": "clinique du parc", "first_name": "Ana", "last_name": "Silva", "is_primary": "true",
                "emails": [["value": "ana@parc.example"]],
            ],
            [
                "company_name": "Clinique du Parc", "first_name": "Anna", "last_name": "Silva",
                "emails": [["value": "ANA@parc.example"]],
            ],
            ["company_name": "Clinique du Parc", "first_name": "ana", "last_name": "SILVA"],
            [
                "company_name": "Clinique du Parc", "first_name": "Bob", "last_name": "Silva",
                "emails": [["value": "bob@parc.example"]],
            ],
            ["company_name": "Nobody", "first_name": "Eve", "last_name": "Other"],
            ["first_name": "Eve", "last_name": "Other"],
        ]
        func statuses(_ more: JSONValue) throws -> [JSONValue] {
            let input = (["rows": rows, "mode": "best_effort"] as JSONValue).with(more)
            return try jobs.body("contacts.bulkImport", input, as: .admin)["results"]?.arrayValue?
                .compactMap { $0["status"] } ?? []
        }
        #expect(
            try statuses(["dry_run": true]) == ["created", "matched", "matched", "created", "failed", "failed"])
        #expect(
            try statuses(["create_companies": true])
                == ["created", "matched", "matched", "created", "created", "failed"])
        #expect(
            try statuses(["create_companies": true])
                == ["matched", "matched", "matched", "matched", "matched", "failed"])
        let own = JSONValue.string(jobs.world.ownCompany.description)
        let list = try jobs.body("companies.contacts.list", ["company_id": own, "sort_order": "asc"], as: .employer)
        #expect(list["data"]?.arrayValue?.compactMap { $0["first_name"] } == ["Ana", "Bob"])
        #expect(list["data"]?[0]?["is_primary"] == true)
        #expect(try jobs.status("contacts.bulkImport", ["rows": rows], as: .employer) == 403)
    }
}
