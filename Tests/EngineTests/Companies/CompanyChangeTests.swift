import Domain
import JSON
import Storage
import TestSupport
import Testing

/// Changing and deleting companies, and what belongs to them.
@Suite struct CompanyChangeTests {
    let jobs: JobWorld
    let own: JSONValue
    init() throws {
        jobs = try JobWorld()
        own = .string(jobs.world.ownCompany.description)
    }

    private func prospect(_ more: JSONValue = [:]) throws -> JSONValue {
        try jobs.body("companies.create", (["name": "Prospect"] as JSONValue).with(more), as: .admin)["id"] ?? .null
    }

    @Test func anEmployerChangesWhatItsCompanyShows() throws {
        let answer = try jobs.body(
            "companies.update",
            ["company_id": own, "industry": "Santé", "website": "https://parc.example", "location": ["city": "Lyon"]],
            as: .employer)
        #expect(answer["industry"] == "Santé")
        #expect(answer["location"] == ["city": "Lyon"])
        #expect(answer["version"] == 2)
        let cleared = try jobs.body(
            "companies.update", ["company_id": own, "industry": .null, "expected_version": 2], as: .employer)
        #expect(cleared["industry"] == nil)
        #expect(try jobs.audited("companies.update", outcome: 200) == 2)
        let same = try jobs.body("companies.update", ["company_id": own, "name": "Clinique du Parc"], as: .employer)
        #expect(same["version"] == 3)
        #expect(try jobs.audited("companies.update", outcome: 200) == 2)
    }

    @Test(arguments: [
        ("status", "inactive" as JSONValue), ("default_fee_percent", 10), ("owner_consultant_id", .null),
        ("parent_id", .null),
    ])
    func theAgencysFieldsAreTheAgencys(_ field: String, _ value: JSONValue) throws {
        var input: JSONValue = ["company_id": own]
        input[field] = value
        let answer = try jobs.call("companies.update", input, as: .employer)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field))
        #expect(try jobs.status("companies.update", input, as: .admin) == 200)
    }

    @Test func aForeignCompanyIsNotChanged() throws {
        let other: JSONValue = ["company_id": .string(jobs.world.otherCompany.description), "industry": "A"]
        #expect(try jobs.status("companies.update", other, as: .employer) == 403)
        #expect(
            try jobs.status("companies.update", ["company_id": try prospect(), "industry": "A"], as: .employer) == 404)
        for operation in ["companies.employees", "companies.contacts.list", "companies.hiringPreferences.get"] {
            #expect(
                try jobs.status(
                    operation, ["company_id": .string(jobs.world.otherCompany.description)], as: .employer) == 403)
        }
    }

    @Test func aStaleVersionAndATakenNumberAreConflicts() throws {
        #expect(
            try jobs.status(
                "companies.update", ["company_id": own, "industry": "A", "expected_version": 7], as: .admin) == 409)
        let other = try prospect(["registration_no": "123"])
        let taken = try jobs.call("companies.update", ["company_id": own, "registration_no": "123"], as: .admin)
        #expect(taken.status == 409)
        #expect(taken.body["company_id"] == other)
        #expect(
            try jobs.status("companies.update", ["company_id": other, "registration_no": "123"], as: .admin) == 200)
    }

    @Test func noCompanyIsItsOwnAncestor() throws {
        let group = try prospect()
        let middle = try prospect(["parent_id": group])
        let leaf = try prospect(["parent_id": middle])
        for parent in [group, middle, leaf] {
            let answer = try jobs.call("companies.update", ["company_id": group, "parent_id": parent], as: .admin)
            #expect(answer.status == 422)
            #expect(answer.body["errors"]?[0]?["code"] == "cycle")
        }
        #expect(
            try jobs.body("companies.update", ["company_id": leaf, "parent_id": group], as: .admin)["parent_id"]
                == group)
    }

    @Test func aNewNameIsFoundOnJobsAndApplications() throws {
        let job = try jobs.published("Nurse")
        _ = try jobs.apply(to: job)
        _ = try jobs.body("companies.update", ["company_id": own, "name": "Hôpital Zénith"], as: .admin)
        #expect(jobs.ids(try jobs.body("jobs.list", ["q": "zenith"], as: .anonymous)) == [job])
        #expect(try jobs.body("applications.list", ["q": "zenith"], as: .admin)["total"] == 1)
        #expect(try jobs.body("jobs.list", ["q": "parc"], as: .admin)["total"] == 0)
    }

    @Test func aCompanyInUseStays() throws {
        let input: JSONValue = ["company_id": own]
        _ = try jobs.draft()
        let answer = try jobs.call("companies.delete", input, as: .admin)
        #expect(answer.status == 409)
        let types = answer.body["dependants"]?.arrayValue?.compactMap { $0["type"]?.stringValue } ?? []
        #expect(types == ["job", "user"])
        let child = try prospect(["parent_id": try prospect()])
        let parent = try jobs.body("companies.get", ["company_id": child], as: .admin)["parent_id"] ?? .null
        #expect(try jobs.status("companies.delete", ["company_id": parent], as: .admin) == 409)
        #expect(try jobs.status("companies.delete", ["company_id": child], as: .admin) == 200)
        #expect(try jobs.status("companies.delete", ["company_id": parent], as: .superadmin) == 200)
        #expect(try jobs.status("companies.get", ["company_id": parent], as: .admin) == 404)
        #expect(try jobs.status("companies.delete", ["company_id": parent], as: .admin) == 404)
    }

    @Test func itsJobsAreThoseThatTheCallerMaySee() throws {
        let shown = try jobs.published()
        let draft = try jobs.draft()
        let secret = try jobs.published("Secret", ["confidential": true])
        for person in [World.Person.candidate, .otherEmployer] {
            #expect(jobs.ids(try jobs.body("companies.jobs", ["company_id": own], as: person)) == [shown])
        }
        for person in [World.Person.employer, .consultant, .admin] {
            #expect(
                jobs.ids(try jobs.body("companies.jobs", ["company_id": own], as: person)) == [secret, draft, shown])
        }
        #expect(
            jobs.ids(try jobs.body("companies.jobs", ["company_id": own, "status": "draft"], as: .admin)) == [draft])
        #expect(try jobs.status("companies.jobs", ["company_id": try prospect()], as: .candidate) == 404)
        #expect(try jobs.status("companies.jobs", ["company_id": own], as: .anonymous) == 401)
    }

    @Test func colleaguesKnowOneAnother() throws {
        let page = try jobs.body("companies.employees", ["company_id": own], as: .employer)
        #expect(page["total"] == 1)
        #expect(page["data"]?[0]?["email"] == .string(World.Person.employer.email))
        #expect(page["data"]?[0]?["password_hash"] == nil)
        #expect(
            try jobs.body("companies.employees", ["company_id": own, "status": "inactive"], as: .admin)["total"] == 0)
    }

    @Test func theOwnerHasAnAssignment() throws {
        let consultants = try jobs.consultants().map { JSONValue.string($0.description) }
        let company = try prospect(["owner_consultant_id": consultants[0]])
        func clients(_ person: World.Person, _ consultant: JSONValue) throws -> [JSONValue] {
            let page = try jobs.body("consultants.clients", ["consultant_id": consultant], as: person)
            return (page["data"]?.arrayValue ?? []).compactMap { $0["id"] }
        }
        #expect(try clients(.consultant, consultants[0]) == [company])
        _ = try jobs.body(
            "companies.update", ["company_id": company, "owner_consultant_id": consultants[1]], as: .admin)
        #expect(try clients(.consultant, consultants[0]) == [])
        #expect(try clients(.otherConsultant, consultants[1]) == [company])
        #expect(
            try jobs.body(
                "consultants.clients", ["consultant_id": consultants[1], "status": "active"], as: .admin)["total"] == 0)
    }
}
