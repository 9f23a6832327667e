import Domain
import Engine
import JSON
import TestSupport
import Testing

/// What employers, candidates and the public may see is read in parts, and few rows are sorted where many are walked.
/// Nobody may notice: a list has what may be seen one by one, in the order in which a consultant sees it.
@Suite struct ListPartsTests {
    let world: World
    init() throws { world = try World() }

    @discardableResult
    private func done(_ operation: String, _ input: JSONValue, as person: World.Person = .admin) throws -> JSONValue {
        let answer = try world.call(operation, input, as: person)
        try #require(answer.isSuccess, "\(operation): \(answer.body)")
        return answer.body
    }

    /// Everything that a list has, page after page by cursor; its total on each page, and that a page by its number has
    /// the same.
    private func all(_ operation: String, _ input: JSONValue, as person: World.Person) throws -> [String] {
        let first = try done(operation, input.with(["page_size": 2]), as: person)
        var page = first
        var ids: [String] = []
        while true {
            let shown = (page["data"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
            if ids.count == 2 {
                let second = try done(operation, input.with(["page_size": 2, "page": 2]), as: person)
                #expect((second["data"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue } == shown)
            }
            ids += shown
            #expect(page["total"] == first["total"])
            guard let cursor = page["next_cursor"] else { break }
            page = try done(operation, input.with(["page_size": 2, "cursor": cursor]), as: person)
        }
        #expect(first["total"] == .integer(Int64(ids.count)), "\(operation) \(input) as \(person)")
        return ids
    }

    private func expectTheVisible(
        _ operation: String, _ input: JSONValue, _ person: World.Person, seen: Set<String>
    ) throws {
        let everything = try all(operation, input, as: .consultant)
        let expected = everything.filter(seen.contains)
        #expect(try all(operation, input, as: person) == expected, "\(operation) \(input) as \(person)")
    }

    private func visible(_ ids: [String], _ operation: String, _ field: String, _ person: World.Person) throws
        -> Set<String>
    {
        Set(
            try ids.filter {
                try world.call(operation, JSONValue.object(JSONObject([(field, .string($0))])), as: person).isSuccess
            })
    }

    @Test func candidatesOfEmployers() throws {
        let own = try world.openJob()
        let other = try world.openJob("Cook", other: true)
        var ids: [String] = []
        let past: JSONValue = [
            "consent": ["basis": "consent", "given_at": "2020-01-01T00:00:00Z", "expires_at": "2021-01-01T00:00:00Z"]
        ]
        for (name, isFound) in [
            ("Stranger", true), ("Known", true), ("Away", true), ("Shown", true), ("Quiet", false), ("Silent", false),
            ("Elsewhere", false), ("Past", false), ("Also", true),
        ] {
            ids.append(try world.candidate("A", name, consent: isFound, name == "Past" ? past : [:]))
            if ids.count.isMultiple(of: 2) { world.clock.advance(minutes: 1) }
        }
        for (index, job) in [(1, own), (3, own), (4, own), (6, other), (8, own)] {
            try world.source(ids[index], onto: job)
        }
        for index in [2, 3, 6] {
            try done("candidates.update", ["candidate_id": .string(ids[index]), "status": "archived"])
        }
        for index in [0, 2, 3, 4, 5] {
            let triage: JSONValue = ["candidate_id": .string(ids[index]), "skills": [["name": "Triage", "level": 3]]]
            try done("candidates.skills.set", triage)
        }
        for index in [0, 3, 4, 7] {
            let career: JSONValue = [
                "candidate_id": .string(ids[index]), "name": "Clinic", "position": "Nurse", "start_date": "2020-01",
                "end_date": "2024-12",
            ]
            try done("candidates.experience.add", career)
        }
        let skills = try world.call("skills.list", ["q": "triage"], as: .admin)
        let skill = JSONValue.string(try #require(skills.ids.first))
        var counts: Set<Int> = []
        for person in [World.Person.employer, .otherEmployer, .admin] {
            let seen = try visible(ids, "candidates.get", "candidate_id", person)
            counts.insert(seen.count)
            let filters: [JSONValue] = [
                [:], ["skill_id": skill], ["min_experience_months": 24], ["min_experience_months": 0],
                ["min_experience_months": 24, "skill_id": skill], ["min_experience_months": 1_000],
            ]
            for filter in filters {
                for order in ["asc", "desc"] {
                    try expectTheVisible(
                        "candidates.list", filter.with(["sort_order": .string(order)]), person, seen: seen)
                }
            }
        }
        // Both employers see some that the other does not, and neither sees all.
        #expect(counts == [4, 5, 9])
        let filters: [JSONValue] = [["status": "archived"], ["country_code": "FR"], ["min_experience_months": 24]]
        let further: [JSONValue] = [[:], ["skill_id": skill]]
        for filter in filters {
            for more in further {
                let byTime = try all("candidates.list", filter.with(more), as: .consultant)
                let byName = try all("candidates.list", filter.with(more).with(["sort_by": "name"]), as: .consultant)
                #expect(Set(byTime) == Set(byName), "\(filter) \(more)")
            }
        }
    }

    @Test func jobsOfEveryCaller() throws {
        let jobs = try JobWorld(world: world)
        var ids: [String] = []
        for (number, employer) in [World.Person.employer, .otherEmployer].enumerated() {
            ids.append(try jobs.draft("Nurse \(number)", of: employer))
            ids.append(try jobs.published("Nurse \(5 - number)", ["workplace": "remote"], of: employer))
            ids.append(try jobs.published("Nurse 3", ["employment_type": "PART_TIME"], of: employer))
            world.clock.advance(minutes: 1)
            ids.append(try jobs.published("Chief nurse", ["confidential": true], of: employer))
            ids.append(try jobs.published("Cook \(number)", of: employer))
        }
        _ = try jobs.apply(to: ids[4])
        _ = try jobs.apply(to: ids[2])
        try done("jobs.close", ["job_id": .string(ids[4])], as: .employer)
        try done("jobs.close", ["job_id": .string(ids[9])], as: .otherEmployer)
        let companies = [world.ownCompany, world.otherCompany].map { JSONValue.string($0.description) }
        var filters: [JSONValue] = [
            [:], ["employment_type": "PART_TIME"], ["workplace": "remote"], ["country_code": "FR"], ["q": "nurse"],
            ["q": "nurse", "status": "open"], ["q": "cook"],
        ]
        for status: JSONValue in ["draft", "open", "closed", "filled"] { filters.append(["status": status]) }
        for company in companies { filters.append(["company_id": company]) }
        let orders: [JSONValue] = [
            [:], ["sort_order": "asc"], ["sort_by": "title"], ["sort_by": "title", "sort_order": "desc"],
        ]
        var counts: [World.Person: Int] = [:]
        for person in [World.Person.anonymous, .candidate, .otherCandidate, .employer, .otherEmployer, .admin] {
            let seen = try visible(ids, "jobs.get", "job_id", person)
            counts[person] = seen.count
            for filter in filters {
                for order in orders {
                    try expectTheVisible("jobs.list", filter.with(order), person, seen: seen)
                }
            }
        }
        #expect(counts[.anonymous] == 4)
        #expect(counts[.candidate] == 5)
        #expect(counts[.employer] == 7)
        #expect(counts[.admin] == 10)
    }

    @Test func accountsInTheTrashInEveryOrder() throws {
        let everybody = try world.call("users.list", ["sort_by": "email"], as: .admin)
        let people = (everybody.body["data"]?.arrayValue ?? []).filter {
            ["candidate", "otherCandidate", "otherEmployer"].contains($0["first_name"]?.stringValue)
        }
        #expect(people.count == 3)
        for person in people { try done("users.delete", ["user_id": person["id"] ?? .null]) }
        let emails = people.compactMap { $0["email"]?.stringValue }
        for (order, isSorted) in [("email", true), ("name", true), ("created_at", false), ("last_login_at", false)] {
            var found: [[String]] = []
            for direction in ["asc", "desc"] {
                let page = try done(
                    "admin.users",
                    ["is_deleted": true, "sort_by": .string(order), "sort_order": .string(direction)])
                #expect(page["total"] == 3)
                found.append((page["data"]?.arrayValue ?? []).compactMap { $0["user"]?["email"]?.stringValue })
            }
            #expect(found[0] == found[1].reversed(), "\(order)")
            #expect(isSorted ? found[0] == emails : Set(found[0]) == Set(emails), "\(order)")
        }
    }
}
