import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct JobCreationTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    @Test func anEmployersJobIsADraftOfItsOwnCompany() throws {
        let job = try jobs.body("jobs.create", ["title": "Zoé 李 👩‍💻"], as: .employer)
        #expect(job["title"] == "Zoé 李 👩‍💻")
        #expect(job["status"] == "draft")
        #expect(job["company_id"] == .string(jobs.world.ownCompany.description))
        #expect(job["company_name"] == "Clinique du Parc")
        #expect(job["requisition_id"] == "R-000001")
        #expect(job["openings"] == 1)
        #expect(job["open_applications"] == 0)
        #expect(try jobs.history(job["id"]?.stringValue ?? "") == ["draft"])
        #expect(try jobs.audited("jobs.create", outcome: 201) == 1)
    }

    @Test(arguments: [
        (World.Person.anonymous, 401), (.candidate, 403), (.consultant, 403), (.employer, 201), (.admin, 201),
        (.superadmin, 201),
    ])
    func whoMayCreate(_ person: World.Person, _ status: Int) throws {
        var input: JSONValue = ["title": "Nurse"]
        if person == .admin || person == .superadmin {
            input["company_id"] = .string(jobs.world.ownCompany.description)
        }
        #expect(try jobs.status("jobs.create", input, as: person) == status)
    }

    @Test func whatOnlyTheAgencyMaySay() throws {
        let consultant = try jobs.consultants()[0].description
        let answer = try jobs.call(
            "jobs.create",
            [
                "title": "Nurse", "owner_consultant_id": .string(consultant),
                "fee": ["type": "percent", "value": 20],
            ], as: .employer)
        #expect(answer.status == 422)
        #expect(
            answer.body["errors"]?.arrayValue?.compactMap { $0["field"]?.stringValue } == [
                "owner_consultant_id", "fee",
            ])
        let other: JSONValue = ["title": "Nurse", "company_id": .string(jobs.world.otherCompany.description)]
        #expect(try jobs.status("jobs.create", other, as: .employer) == 422)
    }

    @Test func anAdminNamesACompanyThatIsThere() throws {
        #expect(try jobs.status("jobs.create", ["title": "Nurse"], as: .admin) == 422)
        let nowhere: JSONValue = ["title": "Nurse", "company_id": "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"]
        #expect(try jobs.status("jobs.create", nowhere, as: .admin) == 422)
        try jobs.world.database.write {
            _ = try $0.execute("UPDATE company SET status = 'blacklisted' WHERE id = \(jobs.world.otherCompany)")
        }
        let black: JSONValue = ["title": "Nurse", "company_id": .string(jobs.world.otherCompany.description)]
        #expect(try jobs.status("jobs.create", black, as: .admin) == 409)
    }

    @Test(arguments: [
        ("openings", 0 as JSONValue), ("openings", -1), ("title", ""), ("title", "bell\u{7}"), ("title", 12),
        ("employment_type", "SLAVE"), ("experience_months", -1), ("valid_through", "2026-02-30"),
        ("base_salary", ["min": 200, "max": 100, "currency": "EUR", "unit": "YEAR"]),
        ("fee", ["type": "percent", "value": 101]), ("status", "open"), ("contact_id", "x"),
        ("location", ["country_code": "FRA"]),
    ])
    func whatIsRefused(_ field: String, _ value: JSONValue) throws {
        var input: JSONValue = ["title": "Nurse", "company_id": .string(jobs.world.ownCompany.description)]
        input[field] = value
        let answer = try jobs.call("jobs.create", input, as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"]?.stringValue?.hasPrefix(field) == true, "\(answer.body)")
    }

    @Test func aDescriptionHasALimit() throws {
        let fits: JSONValue = ["title": "a", "description": .string(String(repeating: "é", count: 50_000))]
        #expect(try jobs.status("jobs.create", fits, as: .employer) == 201)
        let longer: JSONValue = ["title": "a", "description": .string(String(repeating: "é", count: 50_001))]
        #expect(try jobs.status("jobs.create", longer, as: .employer) == 422)
    }

    @Test func requisitionsAreUnique() throws {
        let id = try jobs.draft("One", ["requisition_id": "R-000002"])
        let clash = try jobs.call("jobs.create", ["title": "Two", "requisition_id": "R-000002"], as: .employer)
        #expect(clash.status == 409)
        // The number that the next job would get is taken: it gets a letter behind it.
        let second = try jobs.body("jobs.create", ["title": "Two"], as: .employer)
        #expect(second["requisition_id"] == "R-000002-A")
        #expect(try jobs.status("jobs.delete", ["job_id": .string(id)], as: .employer) == 200)
        #expect(try jobs.status("jobs.create", ["title": "Three", "requisition_id": "R-000002"], as: .employer) == 409)
    }

    @Test func textThatLooksLikeSQLIsText() throws {
        let evil = "'; DROP TABLE job; -- \" OR 1=1"
        let id = try jobs.published(evil)
        #expect(try jobs.body("jobs.get", ["job_id": .string(id)], as: .anonymous)["title"] == .string(evil))
        let found = try jobs.call("jobs.list", ["q": .string("%' OR '1'='1")], as: .anonymous)
        #expect(found.status == 200 || found.status == 422)
        #expect(jobs.ids(try jobs.body("jobs.list", ["q": "DROP"], as: .anonymous)) == [id])
    }

    @Test func aNewJobIsItsCompanysConsultants() throws {
        let consultant = try jobs.consultants()[1]
        try jobs.world.database.write {
            _ = try $0.execute(
                "UPDATE company SET owner_consultant_id = \(consultant) WHERE id = \(jobs.world.ownCompany)")
        }
        let job = try jobs.body("jobs.create", ["title": "Nurse"], as: .employer)
        #expect(job["owner_consultant_id"] == .string(consultant.description))
        #expect(job["owner_name"] == "otherConsultant Test")
    }

    @Test func refusalsSpeakFrench() throws {
        try jobs.speakFrench(.employer)
        let answer = try jobs.call(
            "jobs.create", ["title": "Infirmier", "company_id": .string(jobs.world.otherCompany.description)],
            as: .employer)
        #expect(answer.body["errors"]?[0]?["message"] == "doit être votre propre entreprise")
    }
}
