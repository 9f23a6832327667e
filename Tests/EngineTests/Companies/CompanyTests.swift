import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct CompanyTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private let publicFields: Set<String> = [
        "id", "name", "industry", "size_band", "website", "description", "location",
    ]

    private func company(_ name: String, _ more: JSONValue = [:]) throws -> String {
        var input: JSONValue = ["name": .string(name)]
        for (key, value) in more.objectValue ?? [:] { input[key] = value }
        return try jobs.body("companies.create", input, as: .admin)["id"]?.stringValue ?? ""
    }

    @Test func anAdminMakesACompany() throws {
        let answer = try jobs.body(
            "companies.create",
            [
                "name": "Zoé 李 👩‍💻 & fils", "registration_no": "552 100 554", "website": "https://example.com",
                "location": ["city": "Genève", "country_code": "ch"], "default_fee_percent": 22.5,
            ], as: .admin)
        #expect(answer["name"] == "Zoé 李 👩‍💻 & fils")
        #expect(answer["status"] == "prospect")
        #expect(answer["location"] == ["city": "Genève", "country_code": "CH"])
        #expect(answer["default_fee_percent"] == 22.5)
        #expect(answer["version"] == 1)
        let twice = try jobs.call("companies.create", ["name": "B", "registration_no": "552 100 554"], as: .admin)
        #expect(twice.status == 409)
        #expect(twice.body["company_id"] == answer["id"])
    }

    @Test(arguments: [
        (World.Person.anonymous, 401), (.candidate, 403), (.employer, 403), (.consultant, 403), (.admin, 201),
        (.superadmin, 201),
    ])
    func whoMayCreate(_ person: World.Person, _ status: Int) throws {
        #expect(try jobs.status("companies.create", ["name": "A"], as: person) == status)
    }

    @Test(arguments: [
        ("name", "" as JSONValue), ("name", "a\u{0}b"), ("website", "javascript:alert(1)"),
        ("default_fee_percent", 101),
        ("parent_id", "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"), ("status", "friend"),
        ("owner_consultant_id", "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"),
    ])
    func whatIsRefused(_ field: String, _ value: JSONValue) throws {
        var input: JSONValue = ["name": "A"]
        input[field] = value
        let answer = try jobs.call("companies.create", input, as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field))
    }

    @Test func othersSeeWhatAnActiveCompanyShows() throws {
        let other: JSONValue = ["company_id": .string(jobs.world.otherCompany.description)]
        for person in [World.Person.candidate, .employer] {
            let seen = try jobs.body("companies.get", other, as: person)
            #expect(seen.fieldNames.isSubset(of: publicFields))
            #expect(seen["name"] == "Atelier Nord")
        }
        for person in [World.Person.otherEmployer, .consultant, .admin, .superadmin] {
            #expect(try jobs.body("companies.get", other, as: person)["status"] == "active")
        }
        #expect(try jobs.status("companies.get", other, as: .anonymous) == 401)
        #expect(try jobs.status("companies.list", as: .anonymous) == 401)
    }

    @Test(arguments: ["prospect", "inactive", "blacklisted"])
    func whomTheAgencyCourtsLeftOrRefusesIsItsOwnBusiness(_ status: String) throws {
        let id = try company("Secret", ["status": .string(status)])
        for person in [World.Person.candidate, .employer] {
            #expect(try jobs.status("companies.get", ["company_id": .string(id)], as: person) == 404)
            #expect(try jobs.body("companies.list", ["q": "secret"], as: person)["total"] == 0)
            #expect(try jobs.body("companies.list", as: person)["total"] == 2)
            #expect(try jobs.status("companies.list", ["status": .string(status)], as: person) == 422)
        }
        #expect(jobs.ids(try jobs.body("companies.list", ["status": .string(status)], as: .consultant)) == [id])
    }

    @Test func anEmployerSeesItsOwnCompanyWhateverItsStatus() throws {
        let own = jobs.world.ownCompany
        try jobs.world.database.write {
            _ = try $0.execute("UPDATE company SET status = 'inactive' WHERE id = \(own)")
        }
        let answer = try jobs.body("companies.get", ["company_id": .string(own.description)], as: .employer)
        #expect(answer["status"] == "inactive")
        #expect(try jobs.body("companies.list", as: .employer)["total"] == 2)
        #expect(try jobs.body("companies.list", as: .candidate)["total"] == 1)
    }

    @Test func namesAreFoundWithoutCaseAndAccents() throws {
        let id = try company("Hôpital Général 100%", ["status": "active"])
        for q in ["hopital", "GÉNÉRAL", "100%", "pital gen"] {
            #expect(jobs.ids(try jobs.body("companies.list", ["q": .string(q)], as: .candidate)) == [id], "\(q)")
        }
        for q in ["h_pital", "%", "'; --"] where q != "%" {
            #expect(try jobs.body("companies.list", ["q": .string(q)], as: .candidate)["total"] == 0, "\(q)")
        }
        let byName = try jobs.body("companies.list", ["sort_by": "name"], as: .admin)
        #expect(
            byName["data"]?.arrayValue?.compactMap { $0["name"] } == [
                "Atelier Nord", "Clinique du Parc", "Hôpital Général 100%",
            ])
    }

    @Test func anImportMatchesWhatIsThere() throws {
        let input: JSONValue = [
            "rows": [
                ["name": "clinique du parc"], ["name": "New One", "registration_no": "1"],
                ["name": "New Two", "registration_no": "1"], ["name": "Atelier nord", "registration_no": "77"],
            ]
        ]
        let answer = try jobs.body("companies.bulkImport", input, as: .admin)
        #expect(
            answer["results"]?.arrayValue?.compactMap { $0["status"] } == ["matched", "created", "matched", "matched"])
        #expect(answer["results"]?[0]?["id"] == .string(jobs.world.ownCompany.description))
        #expect(try jobs.audited("companies.bulkImport", outcome: 200) == 1)
        for person in [World.Person.employer, .consultant, .candidate] {
            #expect(try jobs.status("companies.bulkImport", input, as: person) == 403)
        }
        #expect(try jobs.world.database.read { try AuditVerificationCount.findings($0) } == 0)
    }
}
