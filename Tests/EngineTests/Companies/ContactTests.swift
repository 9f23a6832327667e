import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct ContactTests {
    let jobs: JobWorld
    let own: JSONValue
    init() throws {
        jobs = try JobWorld()
        own = .string(jobs.world.ownCompany.description)
    }

    private func add(_ first: String, _ more: JSONValue = [:], as person: World.Person = .employer) throws -> JSONValue
    {
        try jobs.body(
            "companies.contacts.add",
            (["company_id": own, "first_name": .string(first), "last_name": "Silva"] as JSONValue).with(more),
            as: person
        )
    }

    private func contact(_ id: JSONValue?, _ more: JSONValue = [:]) -> JSONValue {
        (["company_id": own, "contact_id": id ?? .null] as JSONValue).with(more)
    }

    @Test func aContactIsAddedChangedAndDeleted() throws {
        let made = try add(
            "Ana", ["emails": [["value": "ana@parc.example", "type": "work"]], "phones": [["value": "+33 1 02"]]])
        #expect(made["can_email"] == true)
        #expect(made["is_primary"] == false)
        let changed = try jobs.body(
            "companies.contacts.update",
            contact(made["id"], ["title": "DRH", "left_company": true, "expected_version": 1]), as: .admin)
        #expect(changed["title"] == "DRH")
        #expect(changed["version"] == 2)
        #expect(changed["emails"] == made["emails"])
        #expect(
            try jobs.status(
                "companies.contacts.update", contact(made["id"], ["title": "A", "expected_version": 1]), as: .admin)
                == 409)
        #expect(
            try jobs.body("companies.contacts.list", ["company_id": own, "left_company": false], as: .employer)["total"]
                == 0)
        #expect(try jobs.status("companies.contacts.delete", contact(made["id"]), as: .employer) == 200)
        #expect(try jobs.status("companies.contacts.delete", contact(made["id"]), as: .employer) == 404)
        #expect(try jobs.body("companies.contacts.list", ["company_id": own], as: .admin)["total"] == 0)
        #expect(try jobs.audited("companies.contacts.delete", outcome: 200) == 1)
    }

    @Test func thereIsOnePrimary() throws {
        let first = try add("Ana", ["is_primary": true])
        let second = try add("Bob", ["is_primary": true])
        func primaries() throws -> [JSONValue] {
            (try jobs.body("companies.contacts.list", ["company_id": own], as: .admin)["data"]?.arrayValue ?? [])
                .filter { $0["is_primary"] == true }.compactMap { $0["id"] }
        }
        #expect(try primaries() == [second["id"]])
        _ = try jobs.body("companies.contacts.update", contact(first["id"], ["is_primary": true]), as: .admin)
        #expect(try primaries() == [first["id"]])
    }

    @Test func theyAreSortedByName() throws {
        for name in ["Zoé", "Édith", "Bob"] { _ = try add(name) }
        let page = try jobs.body("companies.contacts.list", ["company_id": own, "sort_by": "name"], as: .admin)
        #expect(page["data"]?.arrayValue?.compactMap { $0["first_name"] } == ["Bob", "Édith", "Zoé"])
        let newest = try jobs.body("companies.contacts.list", ["company_id": own, "page_size": 1], as: .admin)
        #expect(newest["data"]?[0]?["first_name"] == "Bob")
        #expect(newest["total"] == 3)
    }

    @Test func aJobNamesAContactOfItsCompany() throws {
        let made = try add("Ana")
        let job = try jobs.draft("Nurse", ["contact_id": made["id"] ?? .null])
        #expect(
            try jobs.body("jobs.get", ["job_id": .string(job)], as: .employer)["contact_id"] == made["id"])
        let refused = try jobs.call("companies.contacts.delete", contact(made["id"]), as: .employer)
        #expect(refused.status == 409)
        #expect(refused.body["dependants"]?[0]?["id"] == .string(job))
        _ = try jobs.body("jobs.update", ["job_id": .string(job), "contact_id": .null], as: .employer)
        #expect(try jobs.status("companies.contacts.delete", contact(made["id"]), as: .employer) == 200)
        let foreign = try jobs.body(
            "companies.contacts.add",
            [
                "company_id": .string(jobs.world.otherCompany.description), "first_name": "Eve", "last_name": "Other",
            ], as: .admin)
        let answer = try jobs.call(
            "jobs.update", ["job_id": .string(job), "contact_id": foreign["id"] ?? .null], as: .employer)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == "contact_id")
    }

    static let refused: [(String, JSONValue)] = [
        ("first_name", ""), ("emails", [["value": "nobody"]]), ("title", "a\u{1B}[31m"),
        ("emails", .array(Array(repeating: ["value": "a@b.example"], count: 21))),
    ]

    @Test(arguments: refused)
    func whatIsRefused(_ field: String, _ value: JSONValue) throws {
        var input: JSONValue = ["company_id": own, "first_name": "A", "last_name": "B"]
        input[field] = value
        let answer = try jobs.call("companies.contacts.add", input, as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"]?.stringValue?.hasPrefix(field) == true)
    }

    @Test func aContactOfAnotherCompanyIsNotThere() throws {
        let made = try add("Ana")
        let input: JSONValue = [
            "company_id": .string(jobs.world.otherCompany.description), "contact_id": made["id"] ?? .null, "title": "A",
        ]
        #expect(try jobs.status("companies.contacts.update", input, as: .admin) == 404)
        #expect(try jobs.status("companies.contacts.update", input, as: .otherEmployer) == 404)
    }
}
