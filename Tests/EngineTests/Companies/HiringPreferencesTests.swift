import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct HiringPreferencesTests {
    let jobs: JobWorld
    let own: JSONValue
    init() throws {
        jobs = try JobWorld()
        own = .string(jobs.world.ownCompany.description)
    }

    private func update(_ more: JSONValue, as person: World.Person = .employer) throws -> JSONValue {
        try jobs.body("companies.hiringPreferences.update", (["company_id": own] as JSONValue).with(more), as: person)
    }

    @Test func aCompanyBeginsWithoutWishes() throws {
        let answer = try jobs.body("companies.hiringPreferences.get", ["company_id": own], as: .employer)
        #expect(answer["version"] == 0)
        #expect(answer["employment_types"] == [])
        #expect(answer["blind_review"] == false)
        #expect(answer["must_have_skills"] == [])
    }

    @Test func wishesAreKeptAndChangedOneByOne() throws {
        let first = try update([
            "employment_types": ["FULL_TIME"], "workplaces": ["hybrid"], "locations": [["city": "Lyon"]],
            "min_experience_years": 2.5,
            "salary_bands": [
                ["label": "Senior", "min": 4_000_000, "max": 5_000_000, "currency": "EUR", "unit": "YEAR"]
            ],
            "must_have_skills": ["Triage", "triage", "Soudure"], "interview_rounds": 3, "blind_review": true,
            "sla_days": 5,
        ])
        #expect(first["version"] == 1)
        #expect(first["must_have_skills"]?.arrayValue?.compactMap { $0["name"] } == ["Triage", "Soudure"])
        let second = try update(["interview_rounds": .null, "expected_version": 1], as: .admin)
        #expect(second["version"] == 2)
        #expect(second["interview_rounds"] == nil)
        #expect(second["salary_bands"] == first["salary_bands"])
        #expect(try update(["blind_review": true])["version"] == 2)
        #expect(
            try jobs.status(
                "companies.hiringPreferences.update",
                ["company_id": own, "sla_days": 6, "expected_version": 1], as: .employer) == 409)
        let byID = try update(["must_have_skills": [first["must_have_skills"]?[1]?["skill_id"] ?? .null]])
        #expect(byID["must_have_skills"]?.arrayValue?.compactMap { $0["name"] } == ["Soudure"])
        // Three changes, and two skills that were made on the way.
        #expect(try jobs.audited("companies.hiringPreferences.update", outcome: 200) == 5)
    }

    static let refused: [(String, JSONValue)] = [
        ("sla_days", 0), ("min_experience_years", 61), ("interview_rounds", 21),
        ("salary_bands", [["label": "A", "min": 2, "max": 1, "currency": "EUR", "unit": "YEAR"]]),
        ("must_have_skills", ["0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"]), ("workplaces", ["moon"]),
    ]

    @Test(arguments: refused)
    func whatIsRefused(_ field: String, _ value: JSONValue) throws {
        var input: JSONValue = ["company_id": own]
        input[field] = value
        let answer = try jobs.call("companies.hiringPreferences.update", input, as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"]?.stringValue?.hasPrefix(field) == true)
    }
}
