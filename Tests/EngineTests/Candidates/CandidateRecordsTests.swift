import Engine
import JSON
import TestSupport
import Testing

/// Education, experience and skills of a candidate, and what follows from them.
@Suite struct CandidateRecordsTests {
    private func months(_ world: World, _ id: String) throws -> JSONValue? {
        try world.call("candidates.get", ["candidate_id": .string(id)], as: .admin).body["experience_months"]
    }

    private func work(_ world: World, _ id: String, _ start: String, _ end: String?) throws -> EncodedAnswer {
        var input: JSONValue = [
            "candidate_id": .string(id), "name": "Atelier", "position": "Soudeur", "start_date": .string(start),
        ]
        if let end { input["end_date"] = .string(end) }
        return try world.call("candidates.experience.add", input, as: .admin)
    }

    @Test func monthsAreTheUnionOfTheSpans() throws {
        let world = try World()
        let id = try world.candidate("A", "B")
        #expect(try work(world, id, "2019-01", "2019-12").status == 201)
        #expect(try months(world, id) == 12)
        _ = try work(world, id, "2019-07", "2020-06-30")
        #expect(try months(world, id) == 18)
        _ = try work(world, id, "2015", "2015")
        #expect(try months(world, id) == 30)
        // The test clock stands in November 2026.
        let current = try work(world, id, "2026-10", nil)
        #expect(try months(world, id) == 32)
        _ = try world.call(
            "candidates.experience.update",
            ["candidate_id": .string(id), "exp_id": .string(current.id), "end_date": "2026-10"], as: .admin)
        #expect(try months(world, id) == 31)
        let deleted = try world.call(
            "candidates.experience.delete", ["candidate_id": .string(id), "exp_id": .string(current.id)], as: .admin)
        #expect(deleted.status == 200)
        #expect(try months(world, id) == 30)
        #expect(try work(world, id, "2020-05", "2020-04").fields == ["end_date"])
        #expect(try work(world, id, "2020-05", "2020").status == 201)
    }

    @Test func experienceIsFoundShownAndChanged() throws {
        let world = try World()
        let id = try world.applyingCandidate()
        let made = try world.call(
            "candidates.experience.add",
            [
                "candidate_id": .string(id), "name": "Éts. Brieftaube", "position": "Grutier", "start_date": "2020-02",
                "highlights": ["Tour Montparnasse"],
            ], as: .candidate)
        #expect(made.status == 201, "\(made.body)")
        #expect(try world.found("grutier montparnasse") == [id])
        let list = try world.call("candidates.experience.list", ["candidate_id": .string(id)], as: .candidate)
        #expect(list.ids == [made.id])
        let changed = try world.call(
            "candidates.experience.update",
            [
                "candidate_id": .string(id), "exp_id": .string(made.id), "position": "Maçon", "expected_version": 1,
                "summary": "Béton",
            ], as: .candidate)
        #expect(changed.body["version"] == 2)
        #expect(changed.body["name"] == "Éts. Brieftaube")
        #expect(try world.found("grutier").isEmpty)
        #expect(try world.found("macon beton") == [id])
        let stale = try world.call(
            "candidates.experience.update",
            ["candidate_id": .string(id), "exp_id": .string(made.id), "position": "X", "expected_version": 1],
            as: .candidate)
        #expect(stale.status == 409)
        let other = try world.candidate("Other", "Person")
        let foreign = try world.call(
            "candidates.experience.delete", ["candidate_id": .string(other), "exp_id": .string(made.id)], as: .admin)
        #expect(foreign.status == 404)
    }

    @Test(
        arguments: [
            ("Master", "master"), ("Licence professionnelle", "bachelor"), ("PhD", "doctorate"), ("Bac +5", "master"),
            ("BTS", "associate"), ("Baccalauréat", "secondary"), ("CAP", "vocational"), ("BA", "bachelor"),
            ("Diplôme d’ingénieur", "master"), ("MBA", "master"),
        ])
    func degreesHaveLevels(_ degree: String, _ level: String) throws {
        let world = try World()
        let id = try world.candidate("A", "B")
        let made = try world.call(
            "candidates.education.add",
            ["candidate_id": .string(id), "institution": "Université", "study_type": .string(degree)], as: .admin)
        #expect(made.status == 201)
        let view = try world.call("candidates.get", ["candidate_id": .string(id)], as: .admin)
        #expect(view.body["education_level"] == .string(level))
    }

    @Test func theHighestEducationCountsWhileItIsThere() throws {
        let world = try World()
        let id = try world.applyingCandidate()
        let add = { (degree: String) in
            try world.call(
                "candidates.education.add",
                [
                    "candidate_id": .string(id), "institution": "École Brieftaube", "study_type": .string(degree),
                    "start_date": "2010", "end_date": "2012", "courses": ["Topologie"],
                ], as: .candidate)
        }
        let level = {
            try world.call("candidates.get", ["candidate_id": .string(id)], as: .admin).body["education_level"]
        }
        let master = try add("Master")
        _ = try add("Licence")
        #expect(try level() == "master")
        #expect(try world.found("topologie") == [id])
        let changed = try world.call(
            "candidates.education.update",
            ["candidate_id": .string(id), "edu_id": .string(master.id), "study_type": "Doctorat", "end_date": nil],
            as: .candidate)
        #expect(changed.status == 200, "\(changed.body)")
        #expect(changed.body["end_date"] == nil)
        #expect(try level() == "doctorate")
        let gone = try world.call(
            "candidates.education.delete", ["candidate_id": .string(id), "edu_id": .string(master.id)], as: .candidate)
        #expect(gone.status == 200)
        #expect(try level() == "bachelor")
        let bad = try world.call(
            "candidates.education.add",
            ["candidate_id": .string(id), "institution": "X", "start_date": "2012", "end_date": "2010", "score": ""],
            as: .candidate)
        #expect(bad.status == 422)
    }

    @Test func skillsAreNamedFreelyAndFoundAgain() throws {
        let world = try World()
        let id = try world.applyingCandidate()
        let set = { (skills: JSONValue, replace: Bool) in
            try world.call(
                "candidates.skills.set",
                ["candidate_id": .string(id), "skills": skills, "replace": .bool(replace)], as: .candidate)
        }
        let first = try set([["name": "Soudure TIG", "level": 4, "years": 2.5], ["name": "C++", "level": 2]], false)
        #expect(first.status == 200, "\(first.body)")
        #expect(first.body["total"] == 2)
        #expect(first.body["data"]?[0]?["origin"] == "self")
        #expect(try world.found("skill:\"soudure tig\"") == [id])
        // The same skill in other letters is the same skill.
        let second = try set([["name": "soudure  tig", "level": 5]], false)
        #expect(second.body["total"] == 2)
        #expect(second.body["data"]?[0]?["name"] == "Soudure TIG")
        #expect(second.body["data"]?[0]?["level"] == 5)
        let skill = try #require(second.body["data"]?[1]?["skill_id"])
        let third = try set([["skill_id": skill, "level": 3]], true)
        #expect(third.body["total"] == 1)
        #expect(try world.found("skill:soudure").isEmpty)
        let back = try set([["name": "Soudure TIG", "level": 1]], false)
        #expect(back.body["total"] == 2)
        let list = try world.call("candidates.skills.list", ["candidate_id": .string(id)], as: .candidate)
        #expect(list.body["data"] == back.body["data"])
    }

    @Test func badSkillsAreRefused() throws {
        let world = try World()
        let id = try world.applyingCandidate()
        let refused: [(JSONValue, [String])] = [
            ([["name": "A", "level": 6]], ["skills[0].level"]), ([["level": 3]], ["skills[0]"]),
            ([["name": "\u{301}", "level": 3]], ["skills[0].name"]), ([], ["skills"]),
            ([["name": "A", "level": 3, "origin": "recruiter"]], ["skills[0].origin"]),
            ([["name": "A", "level": 3, "years": 99]], ["skills[0].years"]),
            ([["skill_id": "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012", "level": 3]], ["skills[0].skill_id"]),
        ]
        for (skills, fields) in refused {
            let answer = try world.call(
                "candidates.skills.set", ["candidate_id": .string(id), "skills": skills], as: .candidate)
            #expect(answer.status == 422, "\(skills)")
            #expect(answer.fields == fields, "\(answer.body)")
        }
        #expect(
            try world.call("candidates.skills.list", ["candidate_id": .string(id)], as: .candidate).body["total"] == 0)
    }
}
