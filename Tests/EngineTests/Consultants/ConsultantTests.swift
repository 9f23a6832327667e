import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct ConsultantTests {
    let jobs: JobWorld
    let consultants: [JSONValue]
    init() throws {
        jobs = try JobWorld()
        consultants = try jobs.consultants().map { .string($0.description) }
    }

    private func own(_ more: JSONValue = [:]) -> JSONValue {
        (["consultant_id": consultants[0]] as JSONValue).with(more)
    }

    private func user(_ person: World.Person) throws -> JSONValue {
        let id: User.ID? = try jobs.world.database.read {
            try $0.value("SELECT id FROM user_account WHERE email = \(person.email)")
        }
        return .string(id?.description ?? "")
    }

    @Test func aProfileIsMadeForAnAccountOfThatRole() throws {
        let taken = try jobs.call(
            "consultants.create", ["user_id": try user(.consultant), "title": "A"], as: .admin)
        #expect(taken.status == 409)
        #expect(taken.body["consultant_id"] == consultants[0])
        let wrong = try jobs.call("consultants.create", ["user_id": try user(.employer), "title": "A"], as: .admin)
        #expect(wrong.status == 422)
        #expect(wrong.body["errors"]?[0]?["field"] == "user_id")
        _ = try jobs.body("consultants.delete", ["consultant_id": consultants[1]], as: .admin)
        let gone = try jobs.call(
            "consultants.create", ["user_id": try user(.otherConsultant), "title": "A"], as: .admin)
        #expect(gone.status == 409)
        let other = try user(.otherConsultant)
        try jobs.world.database.write { transaction in
            _ = try transaction.execute("DELETE FROM consultant WHERE user_id = \(try #require(User.ID(text(other))))")
        }
        let made = try jobs.body(
            "consultants.create",
            [
                "user_id": other, "title": "Chargée de recrutement", "specialties": ["Santé"], "capacity": 30,
                "commission_percent": 12.5,
            ], as: .superadmin)
        #expect(made["email"] == .string(World.Person.otherConsultant.email))
        #expect(made["specialties"] == ["Santé"])
        #expect(made["status"] == "active")
        #expect(made["assigned_candidates"] == 0)
        #expect(try jobs.audited("consultants.create", outcome: 201) == 1)
    }

    private func text(_ value: JSONValue) -> String { value.stringValue ?? "" }

    @Test func aConsultantSeesAndChangesItself() throws {
        #expect(try jobs.body("consultants.get", own(), as: .consultant)["email"] == "consultant@example.com")
        #expect(try jobs.status("consultants.get", own(), as: .otherConsultant) == 404)
        #expect(try jobs.status("consultants.get", own(), as: .employer) == 403)
        let changed = try jobs.body(
            "consultants.update", own(["title": "Senior", "regions": ["Rhône", "Isère"]]), as: .consultant)
        #expect(changed["title"] == "Senior")
        #expect(changed["regions"] == ["Rhône", "Isère"])
        #expect(changed["version"] == 2)
        #expect(
            try jobs.status("consultants.update", own(["title": "A", "expected_version": 1]), as: .consultant) == 409)
        for (field, value) in [("capacity", 5), ("commission_percent", 3), ("status", "inactive")]
            as [(String, JSONValue)]
        {
            var input = own()
            input[field] = value
            let refused = try jobs.call("consultants.update", input, as: .consultant)
            #expect(refused.status == 422)
            #expect(refused.body["errors"]?[0]?["field"] == .string(field))
            #expect(try jobs.status("consultants.update", input, as: .admin) == 200)
        }
        #expect(try jobs.status("consultants.update", own(["commission_percent": 101]), as: .admin) == 422)
    }

    @Test func theyAreListedAndFound() throws {
        _ = try jobs.body(
            "consultants.update", own(["specialties": ["Santé"], "regions": ["Rhône"]]), as: .admin)
        func found(_ input: JSONValue) throws -> [JSONValue] {
            (try jobs.body("consultants.list", input, as: .admin)["data"]?.arrayValue ?? []).compactMap { $0["id"] }
        }
        #expect(Set(try found([:])) == Set(consultants))
        #expect(try found(["specialty": "sante"]) == [consultants[0]])
        #expect(try found(["region": "RHONE"]) == [consultants[0]])
        #expect(try found(["q": "OTHERCONS"]) == [consultants[1]])
        #expect(try found(["sort_by": "name", "page_size": 1, "page": 2]).count == 1)
        #expect(try found(["status": "inactive"]) == [])
        #expect(try jobs.status("consultants.list", as: .consultant) == 403)
    }

    @Test func oneWhoIsNeededStays() throws {
        let company =
            try jobs.body(
                "companies.create", ["name": "A", "owner_consultant_id": consultants[0]], as: .admin)["id"] ?? .null
        let job =
            try jobs.body(
                "jobs.create", ["company_id": company, "title": "Nurse"], as: .admin)["id"] ?? .null
        let candidate =
            try jobs.body(
                "candidates.create",
                ["first_name": "A", "last_name": "B", "owner_consultant_id": consultants[0]], as: .admin)["id"] ?? .null
        let refused = try jobs.call("consultants.delete", own(), as: .admin)
        #expect(refused.status == 409)
        #expect(refused.body["dependants"]?.arrayValue?.compactMap { $0["id"] } == [company, job, candidate])
        _ = try jobs.body("jobs.delete", ["job_id": job], as: .admin)
        _ = try jobs.body("companies.delete", ["company_id": company], as: .admin)
        _ = try jobs.body(
            "candidates.update", ["candidate_id": candidate, "owner_consultant_id": .null], as: .admin)
        #expect(try jobs.status("consultants.delete", own(), as: .admin) == 200)
        #expect(try jobs.status("consultants.get", own(), as: .admin) == 404)
        #expect(try jobs.status("consultants.get", own(), as: .consultant) == 404)
    }
}
